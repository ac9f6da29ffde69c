package london.loti.mapping.index;

import java.util.Arrays;

/** Ranks by counting in a sorted copy: no objects, and equal values are seen to be equal. */
final class Ranks {
    private Ranks() {}

    /** How many of the first n sorted numbers are below this one. */
    static int below(double[] sorted, int n, double value) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many of the first n sorted numbers are below this one or equal to it. */
    static int upTo(double[] sorted, int n, double value) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Competition ranks, 1 for the highest score; 0 for a missing one. {@code -0.0} and {@code 0.0} are equal.
     *
     * @param scratch at least as long as the scores; overwritten
     */
    static int[] ofHighest(double[] scores, double[] scratch) {
        int n = 0;
        for (double score : scores) {
            if (!Double.isNaN(score)) {
                scratch[n++] = score + 0.0;
            }
        }
        Arrays.sort(scratch, 0, n);
        int[] ranks = new int[scores.length];
        for (int row = 0; row < scores.length; row++) {
            double score = scores[row];
            ranks[row] = !Double.isNaN(score) ? 1 + n - upTo(scratch, n, score) : 0;
        }
        return ranks;
    }
}
