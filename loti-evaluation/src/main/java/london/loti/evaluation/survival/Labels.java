package london.loti.evaluation.survival;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;

/** To which group each row belongs: codes from 0, and their names. */
record Labels(String column, List<String> names, Codes codes) {

    /** Codes of rows, kept from being copied. */
    interface Codes {
        int of(int row);
    }

    static Labels none(String column) {
        return new Labels(column, List.of("all"), row -> 0);
    }

    /** In the order of the names. */
    static Labels of(String column, List<String> labels) {
        List<String> names = List.copyOf(new TreeSet<>(labels));
        Map<String, Integer> codeOf = new HashMap<>();
        names.forEach(name -> codeOf.put(name, codeOf.size()));
        int[] codes = new int[labels.size()];
        int row = 0;
        for (String label : labels) {
            codes[row++] = codeOf.getOrDefault(label, -1);
        }
        return of(column, codes, names);
    }

    static Labels of(String column, int[] codes, List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("a " + column + "'s name must come once, but one comes twice");
        }
        return new Labels(column, List.copyOf(names), row -> codes[row]);
    }

    boolean isOne() {
        return names.size() == 1;
    }

    void check(int rows, Findings findings) {
        int[] sizes = new int[names.size()];
        for (int row = 0; row < rows; row++) {
            int code = codes.of(row);
            if (code < 0 || code >= sizes.length || names.get(code).isBlank()) {
                findings.error(
                        SurvivalProblem.LABEL,
                        "a row must have a " + column + " with a name, but has none",
                        Where.cell(TimeToEventBuilder.SOURCE, row + 1, column));
            } else {
                sizes[code]++;
            }
        }
        for (int code = 0; code < sizes.length; code++) {
            if (sizes[code] == 0 && rows > 0 && !names.get(code).isBlank()) {
                findings.error(
                        SurvivalProblem.EMPTY_GROUP,
                        "a " + column + " must have a row, but number " + (code + 1) + " has none",
                        Where.column(TimeToEventBuilder.SOURCE, column));
            }
        }
    }

    long[] sizes(int rows) {
        long[] sizes = new long[names.size()];
        for (int row = 0; row < rows; row++) {
            sizes[codes.of(row)]++;
        }
        return sizes;
    }

    int[] toArray(int rows) {
        int[] array = new int[rows];
        for (int row = 0; row < rows; row++) {
            array[row] = codes.of(row);
        }
        return array;
    }
}
