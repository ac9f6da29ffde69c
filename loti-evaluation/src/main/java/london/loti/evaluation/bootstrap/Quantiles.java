package london.loti.evaluation.bootstrap;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.numeric.OrderStatistics;

/** How a quantile between two ordered replicates is found. */
public enum Quantiles {
    /**
     * The order statistic at (R + 1) p, and between two of them by their places on the scale of normal quantiles, as R's
     * {@code boot.ci}.
     */
    NORMAL_SCALE,
    /** Linear at 1 + (R - 1) p, type 7 of Hyndman and Fan 1996, doi:10.2307/2684934. */
    TYPE_7;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    double of(double[] sorted, double p) {
        return this == TYPE_7 ? OrderStatistics.quantile(sorted, p) : onNormalScale(sorted, p);
    }

    private static double onNormalScale(double[] sorted, double p) {
        int size = sorted.length;
        double rank = (size + 1) * p;
        int below = (int) rank;
        if (below == 0) {
            return sorted[0];
        }
        if (below >= size) {
            return sorted[size - 1];
        }
        if (rank == below) {
            return sorted[below - 1];
        }
        double from = NORMAL.inverseCumulativeProbability(below / (size + 1.0));
        double to = NORMAL.inverseCumulativeProbability((below + 1) / (size + 1.0));
        return between(sorted[below - 1], sorted[below], (NORMAL.inverseCumulativeProbability(p) - from) / (to - from));
    }

    private static double between(double a, double b, double share) {
        return a == b ? a : a + share * (b - a);
    }
}
