package london.loti.evaluation.numeric;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: of (Z + ncp) / S, Z being standard normal and S the root of an independent chi-squared
 * over its degrees of freedom. It is integrated by the trapezoid rule, over the logarithm of S or, where the
 * noncentrality is large, over Z; the rule's error falls exponentially with the number of points for such integrands
 * (Trefethen and Weideman 2014, doi:10.1137/130932132). Probabilities are right to about 1e-14, and small ones to about
 * 12 digits of their own.
 */
public final class NoncentralT {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Weights below the exponential of this are left out. */
    private static final double NEGLIGIBLE = -110;

    /** Normal deviates beyond it have no weight. */
    private static final double FAR = 39;

    /** Halving a step squares the relative error, so that sums that agree so far are right to the last digits. */
    private static final double AGREED = 1e-9;

    private static final int MOST_HALVINGS = 12;

    private NoncentralT() {}

    /**
     * {@return the probability of a value up to t}
     *
     * @param t the value; may be infinite
     * @param df the degrees of freedom, above 0; may be infinite
     * @param ncp the noncentrality, finite
     * @throws IllegalArgumentException if the degrees of freedom or the noncentrality are none
     */
    public static double cumulative(double t, double df, double ncp) {
        require(t, df, ncp);
        if (Double.isInfinite(t)) {
            return t > 0 ? 1 : 0;
        }
        if (Double.isInfinite(df)) {
            return NORMAL.cumulativeProbability(t - ncp);
        }
        if (Math.abs(ncp) <= Math.max(FAR + 1, Math.sqrt(2 * df))) {
            return overScale(df, ncp, scale -> NORMAL.cumulativeProbability(t * scale - ncp));
        }
        return ncp > 0 ? upTo(t, df, ncp) : beyond(-t, df, -ncp);
    }

    /**
     * {@return the probability of a value above t}
     *
     * @param t the value; may be infinite
     * @param df the degrees of freedom, above 0; may be infinite
     * @param ncp the noncentrality, finite
     * @throws IllegalArgumentException if the degrees of freedom or the noncentrality are none
     */
    public static double survival(double t, double df, double ncp) {
        return cumulative(-t, df, -ncp);
    }

    /**
     * {@return the noncentrality at which a value up to t has a probability} The probability falls as the noncentrality
     * rises.
     *
     * @param t the value, finite
     * @param df the degrees of freedom, above 0; may be infinite
     * @param probability above 0 and below 1
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double noncentrality(double t, double df, double probability) {
        require(t, df, 0);
        if (Double.isInfinite(t) || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "the value must be finite and the probability between 0 and 1, but they were " + t + " and "
                            + probability);
        }
        if (Double.isInfinite(df)) {
            return t - NORMAL.inverseCumulativeProbability(probability);
        }
        DoubleUnaryOperator excess = ncp -> cumulative(t, df, ncp) - probability;
        double reach = 1 + Math.abs(t);
        double low = t;
        double high = t;
        while (excess.applyAsDouble(low) < 0) {
            high = low;
            low -= reach;
            reach *= 2;
        }
        reach = 1 + Math.abs(t);
        while (excess.applyAsDouble(high) > 0) {
            low = high;
            high += reach;
            reach *= 2;
        }
        return Roots.between(excess, low, high);
    }

    private static void require(double t, double df, double ncp) {
        if (Double.isNaN(t) || !(df > 0) || !Double.isFinite(ncp)) {
            throw new IllegalArgumentException("a noncentral t needs a value, degrees of freedom above 0 and a finite"
                    + " noncentrality, but they were " + t + ", " + df + " and " + ncp);
        }
    }

    /** The mean over S = exp(u) of a probability given S; the density of u is exp(df (u - exp(2u)/2)) but for a factor. */
    private static double overScale(double df, double ncp, DoubleUnaryOperator givenScale) {
        DoubleUnaryOperator logWeight = u -> df * (u - Math.expm1(2 * u) / 2);
        double width = 1 / Math.sqrt(2 * df);
        double low = -width;
        while (logWeight.applyAsDouble(low) > NEGLIGIBLE) {
            low *= 1.25;
        }
        double high = width;
        while (logWeight.applyAsDouble(high) > NEGLIGIBLE) {
            high *= 1.25;
        }
        double step = 1 / Math.sqrt(2 * df + ncp * ncp + 1);
        double whole = integral(u -> Math.exp(logWeight.applyAsDouble(u)), low, high, step);
        double part = integral(
                u -> Math.exp(logWeight.applyAsDouble(u)) * givenScale.applyAsDouble(Math.exp(u)), low, high, step);
        return Math.min(1, part / whole);
    }

    private static double upTo(double t, double df, double ncp) {
        return t <= 0 ? 0 : overDeviate(t, df, ncp, ChiSquaredDistribution.of(df)::survivalProbability);
    }

    private static double beyond(double t, double df, double ncp) {
        return t <= 0 ? 1 : overDeviate(t, df, ncp, ChiSquaredDistribution.of(df)::cumulativeProbability);
    }

    /** The mean over Z of a probability of the chi-squared that makes the ratio t; here Z + ncp is never negative. */
    private static double overDeviate(double t, double df, double ncp, DoubleUnaryOperator ofSquare) {
        double step = Math.min(0.5, t / Math.sqrt(2 * df));
        double sum = integral(
                z -> {
                    double root = (z + ncp) / t;
                    return Math.exp(-z * z / 2) * ofSquare.applyAsDouble(df * root * root);
                },
                -FAR,
                FAR,
                Math.max(step, 1e-3));
        return Math.min(1, sum / Math.sqrt(2 * Math.PI));
    }

    /** The integrand must vanish at both ends. */
    private static double integral(DoubleUnaryOperator integrand, double low, double high, double firstStep) {
        int points = (int) Math.ceil((high - low) / firstStep);
        double step = (high - low) / points;
        double sum = 0;
        for (int i = 1; i < points; i++) {
            sum += integrand.applyAsDouble(low + i * step);
        }
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double between = 0;
            for (int i = 0; i < points; i++) {
                between += integrand.applyAsDouble(low + (i + 0.5) * step);
            }
            boolean agreed = Math.abs(between - sum) <= AGREED * between;
            sum += between;
            step /= 2;
            points *= 2;
            if (agreed) {
                break;
            }
        }
        return sum * step;
    }
}
