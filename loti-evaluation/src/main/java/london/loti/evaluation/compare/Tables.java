package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;

/** Tables of counts. */
final class Tables {
    private Tables() {}

    static double[][] counts(int[][] table) {
        if (table.length == 0 || Arrays.stream(table).anyMatch(row -> row.length != table[0].length)) {
            throw new IllegalArgumentException("a table must have rows, all of the same length");
        }
        double[][] counts = new double[table.length][];
        for (int i = 0; i < table.length; i++) {
            counts[i] = Arrays.stream(table[i])
                    .map(count -> Screening.count("a cell", count))
                    .asDoubleStream()
                    .toArray();
        }
        return counts;
    }

    static int[][] cross(Categories rows, Categories columns) {
        int[][] counts = new int[rows.labels().size()][columns.labels().size()];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.code(i) >= 0 && columns.code(i) >= 0) {
                counts[rows.code(i)][columns.code(i)]++;
            }
        }
        return counts;
    }

    static int[] positive(double[] values) {
        return IntStream.range(0, values.length).filter(i -> values[i] > 0).toArray();
    }

    static double[][] select(double[][] table, int[] rows, int[] columns) {
        return Arrays.stream(rows)
                .mapToObj(i ->
                        Arrays.stream(columns).mapToDouble(j -> table[i][j]).toArray())
                .toArray(double[][]::new);
    }
}
