package london.loti.evaluation.equity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/**
 * The concentration index: twice the covariance (divisor n) of an outcome and the rank in a social order, over the
 * outcome's mean. From −1 to 1; above 0 where the outcome is found more among those who rank high. People who tie have
 * the mean of their ranks. Immutable.
 */
public final class ConcentrationIndex {
    private final double[] outcome;
    private final double[] position;
    private final Inference inference;

    private ConcentrationIndex(double[] outcome, double[] position, Inference inference) {
        this.outcome = outcome;
        this.position = position;
        this.inference = inference;
    }

    /**
     * {@return a calculator of two-sided answers at the level 0.95}
     *
     * @param outcome an outcome a person, 0 or above; {@code NaN} leaves the person out
     * @param position the place in the social order, low first, for example income; {@code NaN} leaves the person out
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException if an outcome is below 0, all are 0, or fewer than three people
     *     are left
     */
    public static ConcentrationIndex of(double[] outcome, double[] position) {
        EquityData.requireSame(outcome.length, position.length);
        int[] order = IntStream.range(0, outcome.length)
                .filter(i -> !Double.isNaN(outcome[i]) && !Double.isNaN(position[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> position[i]))
                .mapToInt(i -> i)
                .toArray();
        if (order.length < 3) {
            throw EquityData.problem(
                    StudyProblem.TOO_FEW, "an index needs three people or more, but had " + order.length, "outcome");
        }
        double[] sorted = Arrays.stream(order).mapToDouble(i -> outcome[i]).toArray();
        double least = Arrays.stream(sorted).min().orElse(0);
        double most = Arrays.stream(sorted).max().orElse(0);
        if (least < 0 || Double.isInfinite(most)) {
            throw EquityData.problem(
                    StudyProblem.OUT_OF_RANGE, "an outcome must be 0 or above and finite, but one is not", "outcome");
        }
        if (most == 0) {
            throw EquityData.problem(StudyProblem.NO_VARIATION, "an outcome must be above 0, but all are 0", "outcome");
        }
        return new ConcentrationIndex(
                sorted, Arrays.stream(order).mapToDouble(i -> position[i]).toArray(), Inference.usual());
    }

    /**
     * {@return the same asked another way}
     *
     * @param newInference the side, level and value under test
     */
    public ConcentrationIndex withInference(Inference newInference) {
        return new ConcentrationIndex(outcome, position, newInference);
    }

    /** {@return the index, with the standard error of Kakwani, Wagstaff and van Doorslaer 1997} */
    public Effect index() {
        return effect().build();
    }

    /**
     * {@return the index, and for an outcome with a least and a greatest possible value the corrected ones, which do not
     * depend on whether health or illness is counted: {@code Erreygers} 4 μ C / (b − a) (2009) and {@code Wagstaff}
     * C μ (b − a) / ((b − μ)(μ − a)) (2005)} The corrected have no standard error here; bootstrap them.
     *
     * @param least the least value that the outcome can have, a
     * @param greatest the greatest, b
     * @throws IllegalArgumentException if an outcome is not between them, or the mean is one of them
     */
    public Effect bounded(double least, double greatest) {
        double mean = Sums.mean(outcome);
        boolean within = Arrays.stream(outcome).allMatch(v -> v >= least && v <= greatest);
        if (!within || !(mean > least && mean < greatest)) {
            throw new IllegalArgumentException("outcomes must lie between " + least + " and " + greatest
                    + " and not all on one of them, but their mean was " + mean);
        }
        Effect.Builder effect = effect();
        double index = index().headline().value();
        double range = greatest - least;
        return effect.convention("bounds", least + " to " + greatest)
                .estimate(Estimate.of("Erreygers", 4 * mean * index / range))
                .estimate(Estimate.of("Wagstaff", index * mean * range / ((greatest - mean) * (mean - least))))
                .build();
    }

    private Effect.Builder effect() {
        int n = outcome.length;
        double mean = Sums.mean(outcome);
        double[] rank = new double[n];
        double[] cumulative = new double[n];
        double sum = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            double before = sum;
            while (to < n && position[to] == position[from]) {
                sum += outcome[to++];
            }
            for (int i = from; i < to; i++) {
                rank[i] = (from + to) / 2.0 / n;
                cumulative[i] = (before + sum) / (n * mean);
            }
            from = to;
        }
        if (rank[0] == rank[n - 1]) {
            throw EquityData.problem(StudyProblem.NO_VARIATION, "the order must vary, but all tie", "position");
        }
        double index = 2 * Sums.covariance(outcome, rank) * (n - 1) / n / mean;
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            double a = outcome[i] / mean * (2 * rank[i] - 1 - index) + 2 - cumulative[i];
            squares[i] = a * a;
        }
        double variance = (Sums.mean(squares) - (1 + index) * (1 + index)) / n;
        return Effect.builder("concentration-index", n)
                .asked(inference)
                .dataHash(DataHash.of(outcome, position))
                .convention("covariance", "divisor n")
                .convention("standard error", "Kakwani, Wagstaff and van Doorslaer")
                .convention("ties", "mean rank")
                .estimate(inference.normal("concentration index", index, Math.sqrt(Math.max(0, variance))))
                .diagnostic("mean", mean)
                .assumes("People were sampled one by one.");
    }
}
