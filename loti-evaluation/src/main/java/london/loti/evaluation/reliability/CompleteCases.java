package london.loti.evaluation.reliability;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.numeric.Sums;

/** The rows of a table of numbers in which nothing is missing, with the sums that reliability wants of them. */
final class CompleteCases {
    private final double[][] columns;
    private final int leftOut;

    private CompleteCases(double[][] columns, int leftOut) {
        this.columns = columns;
        this.leftOut = leftOut;
    }

    /**
     * @param what what a column is, for messages, for example {@code items}
     * @param least how few rows will do
     */
    static CompleteCases of(String what, int least, double[]... columns) {
        if (columns.length < 2) {
            throw new IllegalArgumentException(what + " must be two or more, but were " + columns.length);
        }
        int rows = columns[0].length;
        if (Arrays.stream(columns).anyMatch(column -> column.length != rows)) {
            throw new IllegalArgumentException(what + " must have equally many values, but had "
                    + Arrays.stream(columns).map(column -> column.length).toList());
        }
        int[] complete = IntStream.range(0, rows)
                .filter(row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
        double[][] kept = Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(complete).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        if (Arrays.stream(kept).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("values of " + what + " must be finite, but one is not");
        }
        if (complete.length < least) {
            throw new IllegalArgumentException(
                    "rows without a gap must be " + least + " or more, but were " + complete.length + " of " + rows);
        }
        return new CompleteCases(kept, rows - complete.length);
    }

    int n() {
        return columns[0].length;
    }

    int width() {
        return columns.length;
    }

    int leftOut() {
        return leftOut;
    }

    double[] column(int i) {
        return columns[i];
    }

    String hash() {
        return DataHash.of(columns);
    }

    /** The row sums over all columns but one; over all for -1. */
    double[] totalsWithout(int dropped) {
        double[] totals = new double[n()];
        for (int row = 0; row < totals.length; row++) {
            int at = row;
            totals[row] = Sums.sum(IntStream.range(0, width())
                    .filter(i -> i != dropped)
                    .mapToDouble(i -> columns[i][at])
                    .toArray());
        }
        return totals;
    }
}
