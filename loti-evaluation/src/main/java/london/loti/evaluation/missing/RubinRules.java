package london.loti.evaluation.missing;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;

/**
 * Combines the estimates of several completed data sets, in which somebody else's software filled in what was missing.
 * Rubin 1987; degrees of freedom by Barnard and Rubin 1999, doi:10.1093/biomet/86.4.948. The same as {@code pool} of R's
 * mice.
 */
public final class RubinRules {
    private RubinRules() {}

    /**
     * {@return the combined estimate; the diagnostics are the {@code relative increase} of the variance, the
     * {@code share between} of the variance (lambda) and the {@code missing information} (fmi)}
     *
     * @param term what is estimated
     * @param estimates the estimate of each completed data set
     * @param standardErrors its standard errors, as many, 0 or above
     * @param completeFreedom the degrees of freedom that the estimate would have without missing data; infinite where it
     *     is unknown or large
     * @param n how many units a completed data set has
     * @param inference the side, level and value under test
     * @throws IllegalArgumentException if there are fewer than two data sets, a number is missing or an error below 0
     */
    public static Effect combine(
            String term,
            double[] estimates,
            double[] standardErrors,
            double completeFreedom,
            long n,
            Inference inference) {
        int m = estimates.length;
        if (m < 2 || standardErrors.length != m) {
            throw new IllegalArgumentException(
                    "estimates and standard errors must be of the same two data sets or more," + " but were of " + m
                            + " and " + standardErrors.length);
        }
        if (!(completeFreedom > 0)) {
            throw new IllegalArgumentException(
                    "the complete degrees of freedom must be above 0, but were " + completeFreedom);
        }
        double[] variances = new double[m];
        for (int i = 0; i < m; i++) {
            if (!Double.isFinite(estimates[i]) || !(standardErrors[i] >= 0)) {
                throw new IllegalArgumentException("estimates must be finite and their errors 0 or above, but were "
                        + estimates[i] + " and " + standardErrors[i]);
            }
            variances[i] = standardErrors[i] * standardErrors[i];
        }
        double within = Sums.mean(variances);
        double between = (1 + 1.0 / m) * Sums.variance(estimates);
        double total = within + between;
        double share = between / total;
        double freedom = freedom(m, share, completeFreedom);
        double increase = between / within;
        double missing = Double.isInfinite(increase)
                ? 1
                : (increase + (Double.isInfinite(freedom) ? 0 : 2 / (freedom + 3))) / (1 + increase);
        return Effect.builder("rubin-rules", n)
                .asked(inference)
                .convention("degrees of freedom", "Barnard and Rubin")
                .estimate(inference.student(term, Sums.mean(estimates), Math.sqrt(total), freedom))
                .diagnostic("imputations", m)
                .diagnostic("relative increase", increase)
                .diagnostic("share between", share)
                .diagnostic("missing information", missing)
                .assumes("Given what is known, whether a value is missing does not depend on the value.")
                .build();
    }

    private static double freedom(int m, double share, double complete) {
        double old = share > 0 ? (m - 1) / (share * share) : Double.POSITIVE_INFINITY;
        if (Double.isInfinite(complete)) {
            return old;
        }
        double observed = (complete + 1) / (complete + 3) * complete * (1 - share);
        return Double.isInfinite(old) ? observed : old * observed / (old + observed);
    }
}
