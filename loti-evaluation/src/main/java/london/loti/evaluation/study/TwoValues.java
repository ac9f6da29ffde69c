package london.loti.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;

/**
 * A column with two values as 0 and 1, numbers or categories: treated or not, before or after, yes or no. The larger
 * number or the later label is 1, unless one is named. Immutable.
 */
public final class TwoValues {
    private final byte[] flags;
    private final String zero;
    private final String one;

    private TwoValues(byte[] flags, String zero, String one) {
        this.flags = flags;
        this.zero = zero;
        this.one = one;
    }

    /**
     * {@return the column as 0 and 1}
     *
     * @param table the table
     * @param column the column's name
     * @param named the value that is to be 1, or null for the larger number or the later label
     * @param whenOne the code of the finding where the column has fewer than two values
     * @throws london.loti.model.finding.FindingsException if the column has not two values
     * @throws IllegalArgumentException if there is no such column, or it does not hold the named value
     */
    public static TwoValues of(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
        List<String> values = values(table, List.of(column));
        if (values.size() != 2) {
            throw notTwo(table, column, values.size(), whenOne);
        }
        String one = named == null ? values.get(1) : like(named, values);
        if (one == null) {
            throw notThere(column, String.valueOf(named), values);
        }
        return flagged(table, column, one, values.get(one.equals(values.get(0)) ? 1 : 0));
    }

    /**
     * {@return answers as 1 for yes and 0 for no; everybody may have answered alike} Columns that are asked the same are told
     * together, so that yes means the same in each.
     *
     * @param table the table
     * @param column the column's name
     * @param yes the answer that counts; null for 1 in columns of 0 and 1, or else the larger number or the later label of
     *     two
     * @param askedAlike further columns with the same answers
     * @throws london.loti.model.finding.FindingsException if there are more than two answers, or one and nobody said which
     *     counts
     * @throws IllegalArgumentException if there is no such column, or there are two answers and neither is the one that counts
     */
    public static TwoValues answers(StudyTable table, String column, @Nullable String yes, String... askedAlike) {
        List<String> columns = new ArrayList<>(List.of(askedAlike));
        columns.add(column);
        List<String> values = values(table, columns);
        boolean flags = List.of("0", "1").containsAll(values);
        if (values.isEmpty() || values.size() > 2 || (values.size() == 1 && yes == null && !flags)) {
            throw notTwo(table, column, values.size(), StudyProblem.NO_VARIATION);
        }
        String one = yes == null ? (flags ? "1" : values.get(values.size() - 1)) : like(yes, values);
        if (one == null && values.size() == 2) {
            throw notThere(column, String.valueOf(yes), values);
        }
        String counts = one == null ? String.valueOf(yes) : one;
        String other = values.stream()
                .filter(value -> !value.equals(counts))
                .findFirst()
                .orElse("other");
        return flagged(table, column, counts, other);
    }

    private static TwoValues flagged(StudyTable table, String column, String one, String zero) {
        byte[] flags = new byte[table.rows()];
        if (table.hasNumbers(column)) {
            double[] values = table.shared(column);
            double counts = asNumber(one);
            for (int i = 0; i < flags.length; i++) {
                flags[i] = (byte) (Double.isNaN(values[i]) ? -1 : values[i] == counts ? 1 : 0);
            }
        } else {
            Categories labels = table.categories(column);
            int code = labels.labels().indexOf(one);
            for (int i = 0; i < flags.length; i++) {
                flags[i] = (byte) (labels.code(i) == Categories.MISSING ? -1 : labels.code(i) == code ? 1 : 0);
            }
        }
        return new TwoValues(flags, zero, one);
    }

    /** The values that rows have, in their order; three stand for more. */
    private static List<String> values(StudyTable table, List<String> columns) {
        TreeSet<Double> numbers = new TreeSet<>();
        List<@Nullable String> labels = new ArrayList<>();
        for (String column : columns) {
            if (table.hasNumbers(column)) {
                double last = Double.NaN;
                double beforeLast = Double.NaN;
                for (double value : table.shared(column)) { // rows of two values box nothing
                    if (!Double.isNaN(value) && value != last && value != beforeLast && numbers.size() <= 2) {
                        numbers.add(value + 0.0);
                        beforeLast = last;
                        last = value;
                    }
                }
            } else {
                labels.addAll(table.categories(column).withoutEmpty().labels());
            }
        }
        List<String> values =
                new ArrayList<>(numbers.stream().map(LotiJson::number).toList());
        values.addAll(Categories.of(labels).labels());
        return values;
    }

    /** The value that a text stands for, which may write a number in another way; null where there is none. */
    private static @Nullable String like(String text, List<String> values) {
        return values.stream()
                .filter(value -> value.equals(text) || isSameNumber(value, text))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSameNumber(String value, String text) {
        return asNumber(value) == asNumber(text);
    }

    private static double asNumber(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static FindingsException notTwo(StudyTable table, String column, int distinct, StudyProblem whenOne) {
        return FindingsException.error(
                distinct < 2 ? whenOne : StudyProblem.MORE_GROUPS,
                distinct < 2
                        ? "the column must have two values to compare, but has " + (distinct == 0 ? "none" : "one")
                                + "\nMaybe rows were left out, another column was meant, or it must be told which answer"
                                + " counts."
                        : "the column must have two values to compare, but has more"
                                + "\nMaybe leave out the rows of the others, or use a design for several periods.",
                Where.column(table.source(), column));
    }

    private static IllegalArgumentException notThere(String column, String named, List<String> there) {
        return new IllegalArgumentException("the value '" + named + "' must stand in the column '" + column
                + "', but is none of its " + there.size() + " values");
    }

    /**
     * {@return 1, 0, or -1 where it is missing}
     *
     * @param row the row
     */
    public int flag(int row) {
        return flags[row];
    }

    /** {@return the number of rows} */
    public int size() {
        return flags.length;
    }

    /** {@return the text of the value that counts as 0} */
    public String zero() {
        return zero;
    }

    /** {@return the text of the value that counts as 1} */
    public String one() {
        return one;
    }
}
