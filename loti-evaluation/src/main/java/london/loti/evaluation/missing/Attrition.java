package london.loti.evaluation.missing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/**
 * Who left: how many of each group, whether the groups differ in that, and whether those who left differed at the start.
 *
 * <pre>{@code
 * Effect attrition = Attrition.of(treated, retained).effect();
 * Effect baseline = Attrition.of(treated, retained).baselineDifference(scoreBefore);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Attrition {
    private final boolean[] treated;
    private final boolean[] retained;
    private final Inference inference;

    private Attrition(boolean[] treated, boolean[] retained, Inference inference) {
        this.treated = treated;
        this.retained = retained;
        this.inference = inference;
    }

    /**
     * How many of a group began, stayed and left.
     *
     * @param treated whether it is the treated group
     * @param began how many people began
     * @param stayed of how many the outcome is known
     */
    public record Flow(boolean treated, int began, int stayed) {
        /** {@return how many people left} */
        public int left() {
            return began - stayed;
        }

        /** {@return the share that left, from 0 to 1} */
        public double attrition() {
            return (double) left() / began;
        }
    }

    /**
     * {@return a calculator of two-sided answers at the level 0.95}
     *
     * @param treated whether a person was allocated to the treated group
     * @param retained whether the person's outcome is known, as many
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException if a group is empty
     */
    public static Attrition of(boolean[] treated, boolean[] retained) {
        if (treated.length != retained.length) {
            throw new IllegalArgumentException(
                    "treated and retained must be as long, but were " + treated.length + " and " + retained.length);
        }
        Attrition attrition = new Attrition(treated.clone(), retained.clone(), Inference.usual());
        if (attrition.flow().stream().anyMatch(flow -> flow.began() == 0)) {
            throw Arm.problem(StudyProblem.ONE_GROUP, "both groups must have people, but one has none");
        }
        return attrition;
    }

    /**
     * {@return the same asked another way}
     *
     * @param newInference the side, level and value under test
     */
    public Attrition withInference(Inference newInference) {
        return new Attrition(treated, retained, newInference);
    }

    /** {@return the counts of the treated group, then of the other} */
    public List<Flow> flow() {
        return List.of(flow(true), flow(false));
    }

    private Flow flow(boolean which) {
        int[] rows = IntStream.range(0, treated.length)
                .filter(i -> treated[i] == which)
                .toArray();
        return new Flow(which, rows.length, (int)
                Arrays.stream(rows).filter(i -> retained[i]).count());
    }

    /**
     * {@return the differential attrition (that of the treated less that of the others) with Newcombe's interval and the
     * p value of Pearson's chi-squared without correction, and the overall attrition with Wilson's interval} Intervals
     * and p value are two-sided.
     */
    public Effect effect() {
        Flow of = flow(true);
        Flow others = flow(false);
        double began = treated.length;
        double left = of.left() + others.left();
        double overall = left / began;
        double difference = of.attrition() - others.attrition();
        double pooled = Math.sqrt(overall * (1 - overall) * (1.0 / of.began() + 1.0 / others.began()));
        double statistic = difference / pooled * (difference / pooled);
        Interval first = wilson(of.left(), of.began());
        Interval second = wilson(others.left(), others.began());
        double below = Math.hypot(of.attrition() - first.lower(), second.upper() - others.attrition());
        double above = Math.hypot(first.upper() - of.attrition(), others.attrition() - second.lower());
        Estimate differential = Estimate.of("differential attrition", difference)
                .withInterval(new Interval(difference - below, difference + above, inference.level()));
        if (pooled > 0) {
            differential = differential.withTest(
                    statistic, 1, ChiSquaredDistribution.of(1).survivalProbability(statistic));
        }
        return Effect.builder("attrition", treated.length)
                .dataHash(DataHash.of(numbers(treated), numbers(retained)))
                .group("treated", of.began())
                .group("untreated", others.began())
                .convention("difference", "treated less untreated")
                .convention("interval", "Newcombe")
                .convention("test", "Pearson's chi-squared without correction")
                .estimate(differential)
                .estimate(Estimate.of("overall attrition", overall).withInterval(wilson(left, began)))
                .estimate(
                        Estimate.of("attrition of the treated", of.attrition()).withInterval(first))
                .estimate(Estimate.of("attrition of the untreated", others.attrition())
                        .withInterval(second))
                .assumes("Everybody who began is counted, and who stayed is known.")
                .build();
    }

    private Interval wilson(double count, double n) {
        double z = Inference.usual().withLevel(inference.level()).normalReach();
        double p = count / n;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double reach = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(
                count == 0 ? 0 : Math.max(0, centre - reach),
                count == n ? 1 : Math.min(1, centre + reach),
                inference.level());
    }

    private static double[] numbers(boolean[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] ? 1 : 0)
                .toArray();
    }

    /**
     * {@return how those who stayed differ at the start from those who left: the mean difference by Welch's t, and as a
     * diagnostic the {@code standardised difference}, over the pooled standard deviation}
     *
     * @param baseline a value a person from before; {@code NaN} leaves the person out
     * @throws IllegalArgumentException if the length differs
     * @throws london.loti.model.finding.FindingsException if fewer than two stayed or left, or the values do not vary
     */
    public Effect baselineDifference(double[] baseline) {
        Arm stayed = Arm.of(baseline, retained, true, "group that stayed");
        Arm left = Arm.of(baseline, retained, false, "group that left");
        double first = stayed.variance() / stayed.size();
        double second = left.variance() / left.size();
        if (!(first + second > 0)) {
            throw Arm.problem(StudyProblem.NO_VARIATION, "the baseline must vary, but does not");
        }
        double freedom = (first + second)
                * (first + second)
                / (first * first / (stayed.size() - 1) + second * second / (left.size() - 1));
        double difference = stayed.mean() - left.mean();
        double pooled = Math.sqrt((Sums.squaredDeviations(stayed.known()) + Sums.squaredDeviations(left.known()))
                / (stayed.size() + left.size() - 2));
        return Effect.builder("attrition-baseline", stayed.size() + left.size())
                .dataHash(DataHash.of(baseline, numbers(retained)))
                .group("stayed", stayed.size())
                .group("left", left.size())
                .convention("difference", "stayed less left")
                .estimate(inference.student("baseline difference", difference, Math.sqrt(first + second), freedom))
                .diagnostic("standardised difference", difference / pooled)
                .assumes("The baseline was asked before anybody left.")
                .build();
    }
}
