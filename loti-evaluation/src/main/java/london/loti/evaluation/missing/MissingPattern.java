package london.loti.evaluation.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rows in which the same columns are known: how many, their sums and sums of products. */
final class MissingPattern {
    final int[] known;
    final int rows;
    final double[] sums;
    final double[][] products;

    private MissingPattern(int[] known, List<double[]> values) {
        this.known = known;
        this.rows = values.size();
        this.sums = new double[known.length];
        this.products = new double[known.length][known.length];
        for (double[] row : values) {
            for (int i = 0; i < known.length; i++) {
                sums[i] += row[known[i]];
                for (int j = 0; j < known.length; j++) {
                    products[i][j] += row[known[i]] * row[known[j]];
                }
            }
        }
    }

    /** The patterns in an order that does not depend on that of the rows; rows without any value are left out. */
    static List<MissingPattern> of(double[][] columns) {
        Map<String, List<double[]>> byPattern = new TreeMap<>();
        for (int i = 0; i < columns[0].length; i++) {
            StringBuilder pattern = new StringBuilder();
            double[] row = new double[columns.length];
            for (int j = 0; j < columns.length; j++) {
                row[j] = columns[j][i];
                pattern.append(Double.isNaN(row[j]) ? '1' : '0');
            }
            if (pattern.indexOf("0") >= 0) {
                byPattern
                        .computeIfAbsent(pattern.toString(), p -> new ArrayList<>())
                        .add(row);
            }
        }
        return byPattern.entrySet().stream()
                .map(entry -> new MissingPattern(
                        IntStream.range(0, columns.length)
                                .filter(j -> entry.getKey().charAt(j) == '0')
                                .toArray(),
                        entry.getValue()))
                .toList();
    }

    /** Those of a matrix's rows and columns that are known. */
    double[][] part(double[][] matrix) {
        return Arrays.stream(known)
                .mapToObj(
                        i -> Arrays.stream(known).mapToDouble(j -> matrix[i][j]).toArray())
                .toArray(double[][]::new);
    }
}
