package london.loti.evaluation.missing;

import org.apache.commons.statistics.distribution.TDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.study.StudyProblem;

/**
 * How much worse those who left would have to have done than those who stayed, for the finding to go. The mean of those
 * who left a group is supposed to be the mean of its others plus a shift; the standard error is that of those who stayed
 * (Welch). The shift is for the treated group alone, the other's leavers being as its stayers. See Yan, Lee and Li 2009,
 * doi:10.1080/10543400903243009.
 */
public final class TippingPoint {
    private TippingPoint() {}

    /**
     * {@return the shift at which the mean difference is nought ({@code shift to no difference}), and that at which its
     * interval first holds nought ({@code shift to no significance}), 0 where it does already} A shift is in the unit of
     * the outcome: whoever thinks it too large to be true may believe the finding.
     *
     * @param outcome an outcome for everybody who began; {@code NaN} for those who left
     * @param treated whether a person was allocated to the treated group, as many
     * @param level the level of the interval, above 0 and below 1
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException if a group has fewer than two known outcomes, they do not vary,
     *     or nobody left the treated group
     */
    public static Effect ofMeanDifference(double[] outcome, boolean[] treated, double level) {
        Interval.requireLevel(level);
        Arm first = Arm.of(outcome, treated, true, "treated");
        Arm second = Arm.of(outcome, treated, false, "untreated");
        double leaving = 1 - first.retained();
        if (leaving == 0) {
            throw Arm.problem(
                    StudyProblem.TOO_FEW, "a tipping point needs people who left the treated group, but nobody did");
        }
        double a = first.variance() / first.size();
        double b = second.variance() / second.size();
        if (!(a + b > 0)) {
            throw Arm.problem(StudyProblem.NO_VARIATION, "the outcome must vary, but does not");
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.size() - 1) + b * b / (second.size() - 1));
        double difference = first.mean() - second.mean();
        double reach = TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(a + b);
        double margin = Math.max(0, Math.abs(difference) - reach);
        return Effect.builder("tipping-point", outcome.length)
                .dataHash(DataHash.start().add(outcome).add(treated).finish())
                .group("treated", first.began())
                .group("untreated", second.began())
                .convention("shifted group", "treated")
                .convention("error", "Welch, of those who stayed")
                .estimate(Estimate.of("shift to no significance", -Math.signum(difference) * margin / leaving + 0.0))
                .estimate(Estimate.of("shift to no difference", -difference / leaving + 0.0))
                .estimate(Estimate.of("mean difference", difference)
                        .withStandardError(Math.sqrt(a + b))
                        .withInterval(new Interval(difference - reach, difference + reach, level)))
                .diagnostic("share of the treated that left", leaving)
                .assumes("Those who left the untreated group did as those who stayed in it.")
                .build();
    }
}
