package london.loti.evaluation.planning;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/**
 * One look at a study that is still running.
 *
 * @param share the share of the information that is in, above 0 and up to 1
 * @param bound how many standard errors away from nought an estimate must lie to stop the study, above 0
 * @param nominalLevel the p value that it must lie below, of as many sides as the looks have
 * @param spent the level of significance that is used up so far, over all sides
 * @param oneSided whether only an estimate above nought stops it
 * @param level the level of the intervals of all looks together
 */
public record Look(double share, double bound, double nominalLevel, double spent, boolean oneSided, double level) {
    /**
     * {@return whether the study may stop here with a finding}
     *
     * @param estimate the estimate at this look
     * @throws IllegalArgumentException if it has no standard error above 0
     */
    public boolean isCrossed(Estimate estimate) {
        double z = estimate.value() / error(estimate);
        return (oneSided ? z : Math.abs(z)) >= bound;
    }

    /**
     * {@return an interval that holds the truth, together with those of all other looks, as often as the level says,
     * whether or not the study stops here} Repeated confidence intervals of Jennison and Turnbull 1989,
     * doi:10.1111/j.2517-6161.1989.tb01433.x.
     *
     * @param estimate the estimate at this look
     * @throws IllegalArgumentException if it has no standard error above 0
     */
    public Interval interval(Estimate estimate) {
        double reach = bound * error(estimate);
        return new Interval(
                estimate.value() - reach, oneSided ? Double.POSITIVE_INFINITY : estimate.value() + reach, level);
    }

    private static double error(Estimate estimate) {
        if (!(estimate.standardError() > 0)) {
            throw new IllegalArgumentException(
                    "a look needs an estimate with a standard error above 0, but it was " + estimate.standardError());
        }
        return estimate.standardError();
    }
}
