package london.loti.mapping.index;

import london.loti.mapping.recipe.Normalisation;

/**
 * Puts a column of values on a scale, in place. Values come in with the direction of need: higher is more. A base in
 * which all values are equal tells nothing apart, so its values become missing, and the caller is told.
 */
final class Normaliser {
    private static final double IOD_SCALE = 1 - StrictMath.exp(-100.0 / 23);

    private final Normalisation normalisation;
    private final Order order;

    /** The order is shared by all indicators of an index and overwritten; it is as long as the table. */
    Normaliser(Normalisation normalisation, Order order) {
        this.normalisation = normalisation;
        this.order = order;
    }

    /** Changes the values of these rows; returns false where they are all equal, or all missing. */
    boolean apply(double[] values, int[] rows) {
        if (normalisation.method() == Normalisation.Method.AS_PUBLISHED) {
            return true;
        }
        boolean varies = switch (normalisation.method()) {
            case MIN_MAX -> minMax(values, rows);
            case Z_SCORE -> zScore(values, rows);
            default -> byRank(values, rows);
        };
        if (!varies) {
            for (int row : rows) {
                values[row] = Double.NaN;
            }
        }
        return varies;
    }

    private boolean minMax(double[] values, int[] rows) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (!(max > min)) {
            return false;
        }
        double lowest = normalisation.lowest();
        double width = normalisation.highest() - lowest;
        double range = max - min;
        for (int row : rows) {
            values[row] = lowest + width * ((values[row] - min) / range);
        }
        return true;
    }

    /** Two passes, the second with a correction for what the first rounded away. */
    private boolean zScore(double[] values, int[] rows) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (int row : rows) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (!(max > min)) {
            return false;
        }
        double about = sum / n;
        double rest = 0;
        double squares = 0;
        for (int row : rows) {
            double d = values[row] - about;
            if (!Double.isNaN(d)) {
                rest += d;
                squares += d * d;
            }
        }
        double mean = about + rest / n;
        double sd = Math.sqrt((squares - rest * rest / n) / (n - 1));
        for (int row : rows) {
            values[row] = (values[row] - mean) / sd;
        }
        return true;
    }

    private boolean byRank(double[] values, int[] rows) {
        order.sort(values, rows);
        int n = order.count();
        if (n == 0 || values[order.row(0)] == values[order.row(n - 1)]) {
            return false;
        }
        for (int below = 0; below < n; ) {
            int upTo = order.endOfEquals(values, below);
            double score = scoreOfRank(below, upTo, n);
            for (; below < upTo; below++) {
                values[order.row(below)] = score;
            }
        }
        return true;
    }

    /** The score of the values of which {@code below} are below them, and {@code upTo} below or equal. */
    private double scoreOfRank(int below, int upTo, int n) {
        double lowest = normalisation.lowest();
        double width = normalisation.highest() - lowest;
        double flagged = normalisation.flaggedShare() * n + 1e-9; // 0.29 * 100 is a little less than 29
        return switch (normalisation.method()) {
            case RANK -> below + 1;
            case PERCENTILE_RANK -> lowest + width * below / (n - 1);
            case HIGHEST_SHARE -> 1 + n - upTo <= flagged ? 1 : 0;
            default -> iodExponential((below + 1 + upTo) / 2.0, n);
        };
    }

    /** The rank counts from the lowest need here, so that R is rank / n. */
    private static double iodExponential(double rankFromLowest, int n) {
        return -23 * StrictMath.log(1 - rankFromLowest / n * IOD_SCALE);
    }
}
