package london.loti.evaluation.compare;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.NoncentralT;

/** Differences in standard deviations: their correction for small samples and their exact intervals. */
final class StandardisedSize {
    private StandardisedSize() {}

    /**
     * Hedges' factor, Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)): Hedges 1981, doi:10.3102/10769986006002107. It is read off the
     * height of Student's density, which has the same gamma functions. With one degree of freedom there is none.
     */
    static double correction(double df) {
        if (df <= 1) {
            return Double.NaN;
        }
        return TDistribution.of(df - 1).density(0) * Math.sqrt(2 * Math.PI * (df - 1) / df);
    }

    /**
     * The interval of a size that is a factor times the noncentrality of a t statistic.
     *
     * @param statistic the t statistic
     * @param factor what the noncentrality is multiplied by
     */
    static Interval noncentral(double statistic, double df, double factor, Inference inference) {
        boolean both = inference.alternative() == Alternative.TWO_SIDED;
        double outside = both ? (1 - inference.level()) / 2 : 1 - inference.level();
        return inference.open(
                factor * NoncentralT.noncentrality(statistic, df, 1 - outside),
                factor * NoncentralT.noncentrality(statistic, df, outside));
    }

    /** A size with a normal interval and no test. */
    static Estimate normal(String term, double value, double variance, Inference inference) {
        double error = Math.sqrt(variance);
        return Estimate.of(term, value).withStandardError(error).withInterval(around(value, error, inference));
    }

    /** A correlation with the interval that is normal for its inverse hyperbolic tangent. */
    static Estimate correlation(String term, double value, double errorOfTransformed, Inference inference) {
        return Estimate.of(term, value).withInterval(transformed(value, errorOfTransformed, inference));
    }

    private static @Nullable Interval transformed(double value, double error, Inference inference) {
        if (Math.abs(value) >= 1) {
            return null; // the transformation has no end there
        }
        double centre = Math.log1p(2 * value / (1 - value)) / 2;
        double reach = inference.normalReach() * error;
        Interval open = inference.open(Math.tanh(centre - reach), Math.tanh(centre + reach));
        return new Interval(Math.max(-1, open.lower()), Math.min(1, open.upper()), open.level());
    }

    private static @Nullable Interval around(double value, double error, Inference inference) {
        double reach = inference.normalReach() * error;
        return Double.isNaN(reach) ? null : inference.open(value - reach, value + reach);
    }
}
