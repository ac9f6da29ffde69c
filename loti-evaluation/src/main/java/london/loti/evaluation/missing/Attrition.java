package london.loti.evaluation.missing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.compare.TwoProportions;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
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
        Effect compared = TwoProportions.of(of.left(), of.began(), others.left(), others.began())
                .withLevel(inference.level())
                .difference();
        Estimate overall = OneProportion.of(of.left() + others.left(), treated.length)
                .withLevel(inference.level())
                .share()
                .headline();
        return Effect.builder("attrition", treated.length)
                .dataHash(DataHash.of(numbers(treated), numbers(retained)))
                .group("treated", of.began())
                .group("untreated", others.began())
                .convention("difference", "treated less untreated")
                .convention("interval", "Newcombe")
                .convention("test", "Pearson's chi-squared without correction")
                .estimate(compared.headline().as("differential attrition"))
                .estimate(overall.as("overall attrition"))
                .estimate(compared.estimate("share of treated").as("attrition of the treated"))
                .estimate(compared.estimate("share of control").as("attrition of the untreated"))
                .assumes("People are independent of each other.")
                .assumes("Everybody who began is counted, and who stayed is known.")
                .build();
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
                .asked(inference)
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
