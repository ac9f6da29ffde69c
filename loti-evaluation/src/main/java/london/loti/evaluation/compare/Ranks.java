package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks in which equal values share the mean of theirs. */
final class Ranks {
    /** Differences of decimals are off in their last digits; those that agree to so many are the same. */
    private static final double SAME = 1e-12;

    private Ranks() {}

    /** Twice the ranks, from 2 for the smallest value: whole numbers, ties or not. */
    static int[] doubled(double[] values) {
        Integer[] order = order(values);
        int[] ranks = new int[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = from + to + 2;
            }
            from = to + 1;
        }
        return ranks;
    }

    /** The sum over groups of t equal values of t (t - 1) (t + 1). */
    static double tieSum(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * (t - 1) * (t + 1);
            from = to;
        }
        return sum;
    }

    /**
     * Differences in which sizes that differ by rounding alone are made the same, and those that are nought but for
     * rounding nought.
     *
     * @param scale the size of the values whose differences they are
     */
    static double[] withoutRounding(double[] differences, double scale) {
        double tolerance = SAME * scale;
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        double[] same = new double[differences.length];
        double size = 0;
        for (int i : order(sizes)) {
            if (sizes[i] - size > tolerance) {
                size = sizes[i];
            }
            same[i] = Math.copySign(size, differences[i]) + 0.0;
        }
        return same;
    }

    private static Integer[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                .toArray(Integer[]::new);
    }
}
