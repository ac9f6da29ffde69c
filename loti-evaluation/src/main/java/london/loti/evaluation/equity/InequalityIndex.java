package london.loti.evaluation.equity;

import java.util.stream.IntStream;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/**
 * The slope and relative index of inequality: how far an outcome changes from one end of a social order to the other, by
 * weighted least squares of the groups' outcomes on the middle of their place in the order (ridit). Mackenbach and Kunst
 * 1997, doi:10.1016/S0277-9536(96)00073-1. It counts all groups, where a gap counts two; it supposes a straight line.
 */
public final class InequalityIndex {
    private InequalityIndex() {}

    /**
     * {@return the {@code slope index}, the outcome at the end of the order less that at its start; the {@code relative
     * index} as the ratio of the two, and the {@code relative index to the mean}, the slope over the mean} A
     * relative index is left out where what it divides by, or either end of the line, is not above 0. Groups with a
     * missing outcome keep their place in the order and are left out of the line.
     *
     * @param people how many people each group has, in the order of the groups, for example from the most deprived tenth
     *     to the least; 0 or above
     * @param outcome the mean outcome of each group; {@code NaN} is missing
     * @param inference the side, level and value under test; t with k − 2 degrees of freedom
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException if a number of people is below 0 or missing, or fewer than three
     *     groups with people have an outcome
     */
    public static Effect of(double[] people, double[] outcome, Inference inference) {
        EquityData.requireSame(people.length, outcome.length);
        for (double count : people) {
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw EquityData.problem(
                        StudyProblem.OUT_OF_RANGE, "a group must have 0 people or more, but had " + count, "people");
            }
        }
        double total = Sums.sum(people);
        double[] ridit = new double[people.length];
        double before = 0;
        for (int i = 0; i < people.length; i++) {
            ridit[i] = (before + people[i] / 2) / total;
            before += people[i];
        }
        int[] used = IntStream.range(0, people.length)
                .filter(i -> people[i] > 0 && !Double.isNaN(outcome[i]))
                .toArray();
        if (used.length < 3) {
            throw EquityData.problem(
                    StudyProblem.TOO_FEW, "a slope needs three groups or more, but had " + used.length, "outcome");
        }
        double[][] design = new double[2][used.length];
        double[] weighted = new double[used.length];
        double[] weights = new double[used.length];
        double[] values = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double root = Math.sqrt(people[used[i]]);
            design[0][i] = root;
            design[1][i] = root * ridit[used[i]];
            weighted[i] = root * outcome[used[i]];
            weights[i] = people[used[i]];
            values[i] = outcome[used[i]];
        }
        LeastSquares fit = LeastSquares.solve(design, weighted);
        double start = fit.coefficients()[0];
        double slope = fit.coefficients()[1];
        int freedom = used.length - 2;
        double error = Math.sqrt(fit.residualSquares() / freedom * fit.crossInverse()[1][1]);
        double mean = Sums.dot(weights, values) / Sums.sum(weights);
        Effect.Builder effect = Effect.builder("slope-index-of-inequality", used.length)
                .asked(inference)
                .dataHash(DataHash.of(people, outcome))
                .convention("order", "from the first group to the last")
                .convention("rank", "ridit")
                .convention("weights", "people")
                .estimate(inference.student("slope index", slope, error, freedom))
                .diagnostic("outcome at the start", start)
                .diagnostic("outcome at the end", start + slope)
                .assumes("The outcome changes along a straight line from one end of the order to the other.");
        if (start > 0 && start + slope > 0) {
            effect.estimate(Estimate.of("relative index", (start + slope) / start));
        }
        if (mean > 0) {
            effect.estimate(Estimate.of("relative index to the mean", slope / mean));
        }
        return effect.build();
    }
}
