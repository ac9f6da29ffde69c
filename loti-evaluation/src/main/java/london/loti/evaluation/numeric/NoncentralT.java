package london.loti.evaluation.numeric;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The noncentral t distribution: a normal with a mean, over the root of an independent chi-squared over its degrees of
 * freedom. The normal's probability is averaged over the logarithm of that root by the trapezoidal rule, which converges
 * exponentially for such integrands (Trefethen and Weideman 2014, doi:10.1137/130932132); the error is below 1e-13.
 */
public final class NoncentralT {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Minus the logarithm of what is left out at the ends. */
    private static final double LEFT_OUT = 45;

    private NoncentralT() {}

    /**
     * {@return the probability of a value no greater than this}
     *
     * @param t the value
     * @param df the degrees of freedom, above 0; may be infinite
     * @param ncp the noncentrality: the mean of the normal
     * @throws IllegalArgumentException if the degrees of freedom are not above 0 or a number is {@code NaN}
     */
    public static double cumulative(double t, double df, double ncp) {
        if (!(df > 0) || Double.isNaN(t) || Double.isNaN(ncp)) {
            throw new IllegalArgumentException("a noncentral t needs numbers and degrees of freedom above 0, but had t "
                    + t + ", df " + df + " and ncp " + ncp);
        }
        if (Double.isInfinite(df) || Double.isInfinite(t)) {
            return NORMAL.cumulativeProbability(t - ncp);
        }
        if (ncp == 0) {
            return TDistribution.of(df).cumulativeProbability(t);
        }
        double x = Math.sqrt(LEFT_OUT / df);
        double step = Math.min(0.1, Math.min(1 / Math.sqrt(2 * df), 1 / (Math.abs(ncp) + 4)) / 2);
        long from = (long) Math.floor(-(x + x * x) / step);
        long to = (long) Math.ceil(x / step);
        double total = 0;
        double below = 0;
        for (long i = from; i <= to; i++) {
            double logRoot = i * step;
            double weight = Math.exp(df * (logRoot - Math.expm1(2 * logRoot) / 2));
            total += weight;
            below += weight * NORMAL.cumulativeProbability(t * Math.exp(logRoot) - ncp);
        }
        return Math.min(1, below / total);
    }
}
