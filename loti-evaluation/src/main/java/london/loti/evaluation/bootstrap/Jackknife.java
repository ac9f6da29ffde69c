package london.loti.evaluation.bootstrap;

import london.loti.evaluation.numeric.Sums;

/**
 * What leaving out each unit in turn tells of an estimate.
 *
 * @param estimate the estimate from all units
 * @param bias the estimated bias: (n - 1) times how far the mean of the estimates without a unit lies above the estimate
 * @param standardError the root of (n - 1) / n times the sum of their squared deviations
 * @param acceleration a sixth of the skewness of their deviations, turned round; {@code NaN} where they do not vary
 */
public record Jackknife(double estimate, double bias, double standardError, double acceleration) {
    static Jackknife of(double estimate, double[] without, double acceleration) {
        double n = without.length;
        return new Jackknife(
                estimate,
                (n - 1) * (Sums.mean(without) - estimate),
                Math.sqrt((n - 1) / n * Sums.squaredDeviations(without)),
                acceleration);
    }
}
