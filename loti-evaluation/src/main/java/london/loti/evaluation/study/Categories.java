package london.loti.evaluation.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A column of categories: groups, clusters, people, waves. Each row has the position of its label, or {@value #MISSING}
 * where none is told. Labels stand in the order of their texts, whole numbers in the order of their values, so that no
 * result depends on the order of the rows. {@code toString} tells no label, since a label may be a person's token.
 */
public final class Categories {
    /** The code of a row without a label. */
    public static final int MISSING = -1;

    private final int[] codes;
    private final List<String> labels;

    private Categories(int[] codes, List<String> labels) {
        this.codes = codes;
        this.labels = labels;
    }

    /**
     * {@return categories of labels}
     *
     * @param texts a label a row; null or blank is missing
     */
    public static Categories of(List<@Nullable String> texts) {
        TreeMap<String, Integer> codeOf = new TreeMap<>(Categories::compare);
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                codeOf.put(text, MISSING);
            }
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : codeOf.entrySet()) {
            entry.setValue(next++);
        }
        int[] codes = new int[texts.size()];
        for (int i = 0; i < codes.length; i++) {
            String text = texts.get(i);
            codes[i] = text == null || text.isBlank() ? MISSING : codeOf.getOrDefault(text, MISSING);
        }
        return new Categories(codes, List.copyOf(codeOf.keySet()));
    }

    /**
     * {@return categories of codes}
     *
     * @param codes a position among the labels a row, or {@value #MISSING}
     * @param labels the labels, in the order that results are to have
     * @throws IllegalArgumentException if a code has no label
     */
    public static Categories of(int[] codes, List<String> labels) {
        for (int code : codes) {
            if (code < MISSING || code >= labels.size()) {
                throw new IllegalArgumentException(
                        "a code must be below the number of labels " + labels.size() + ", but was " + code);
            }
        }
        return new Categories(codes.clone(), List.copyOf(labels));
    }

    /** {@return the number of rows} */
    public int size() {
        return codes.length;
    }

    /**
     * {@return the position of a row's label, or {@value #MISSING}}
     *
     * @param row the row
     */
    public int code(int row) {
        return codes[row];
    }

    /** {@return a copy of all codes} */
    public int[] codes() {
        return codes.clone();
    }

    /** {@return the labels; some may belong to no row} */
    public List<String> labels() {
        return labels;
    }

    /** {@return how many rows each label has, in the order of the labels} */
    public int[] counts() {
        int[] counts = new int[labels.size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /**
     * {@return the same labels for some of the rows}
     *
     * @param rows the rows to keep, in their new order
     */
    public Categories select(int[] rows) {
        return new Categories(Arrays.stream(rows).map(row -> codes[row]).toArray(), labels);
    }

    /** {@return the same rows without the labels that belong to none} */
    public Categories withoutEmpty() {
        int[] counts = counts();
        int[] newCode = new int[counts.length];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            newCode[i] = counts[i] > 0 ? next++ : MISSING;
        }
        List<String> kept = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(labels::get)
                .toList();
        int[] recoded = Arrays.stream(codes)
                .map(code -> code < 0 ? MISSING : newCode[code])
                .toArray();
        return new Categories(recoded, kept);
    }

    private static int compare(String a, String b) {
        boolean numberA = isWhole(a);
        boolean numberB = isWhole(b);
        if (numberA && numberB) {
            int order = Long.compare(Long.parseLong(a), Long.parseLong(b));
            return order != 0 ? order : a.compareTo(b);
        }
        return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
    }

    private static boolean isWhole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        return text.length() > from
                && text.length() < 18
                && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return "Categories[rows=" + codes.length + ", labels=" + labels.size() + "]";
    }
}
