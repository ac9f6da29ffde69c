package london.loti.evaluation.equity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.FDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/**
 * Whether an effect differs between groups of people. One test of interaction answers it; p values group by group do not,
 * since a significant effect in one group and none in another is no difference (Altman and Bland 2003,
 * doi:10.1136/bmj.326.7382.219). So groups get estimates with intervals and no p value. The model is ordinary least
 * squares with a mean for each group and arm, and one variance.
 */
public final class SubgroupEffects {
    private SubgroupEffects() {}

    /**
     * {@return the {@code interaction}: its F statistic with the p value; then {@code effect in} each group, treated less
     * untreated, without p values; then each group {@code against} the first, with p values that are only to be read where
     * the interaction is found}
     *
     * @param outcome an outcome a person; {@code NaN} leaves the person out
     * @param treated whether the person was treated, as many
     * @param groups the person's group, as many; those without are left out
     * @param inference the side, level and value under test of the contrasts
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException if there is one group, a group lacks treated or untreated
     *     people, or the outcome does not vary within them
     */
    public static Effect of(double[] outcome, boolean[] treated, Categories groups, Inference inference) {
        EquityData.requireSame(outcome.length, treated.length);
        EquityData.requireSame(outcome.length, groups.size());
        List<Group> found = new ArrayList<>();
        double squares = 0;
        int n = 0;
        for (int g = 0; g < groups.labels().size(); g++) {
            double[] first = cell(outcome, treated, groups, g, true);
            double[] second = cell(outcome, treated, groups, g, false);
            if (first.length + second.length == 0) {
                continue;
            }
            String label = groups.labels().get(g);
            if (first.length == 0 || second.length == 0) {
                throw EquityData.problem(
                        StudyProblem.ONE_GROUP,
                        "every group must have treated and untreated people, but group " + (g + 1)
                                + " in the order of their names has only one of them",
                        "groups");
            }
            squares += Sums.squaredDeviations(first) + Sums.squaredDeviations(second);
            n += first.length + second.length;
            found.add(new Group(
                    label,
                    first.length + second.length,
                    Sums.mean(first) - Sums.mean(second),
                    1.0 / first.length + 1.0 / second.length));
        }
        int k = found.size();
        if (k < 2) {
            throw EquityData.problem(StudyProblem.ONE_GROUP, "an interaction needs two groups, but had " + k, "groups");
        }
        int freedom = n - 2 * k;
        double variance = squares / freedom;
        if (freedom < 1 || !(variance > 0)) {
            throw EquityData.problem(
                    freedom < 1 ? StudyProblem.TOO_FEW : StudyProblem.NO_VARIATION,
                    freedom < 1
                            ? "there must be more people than groups and arms, but there are not"
                            : "the outcome must vary within groups and arms, but does not",
                    "outcome");
        }
        double f = spread(found) / (k - 1) / variance;
        Effect.Builder effect = Effect.builder("subgroup-interaction", n)
                .asked(inference)
                .dataHash(DataHash.start()
                        .add(outcome)
                        .add(treated)
                        .add(groups.labels())
                        .add(groups.codes())
                        .finish())
                .convention("variance", "one for all groups and arms")
                .estimate(Estimate.of("interaction", f)
                        .withTest(f, k - 1.0, FDistribution.of(k - 1.0, freedom).survivalProbability(f)))
                .diagnostic("denominator degrees of freedom", freedom)
                .assumes("The outcome varies alike in all groups and arms.")
                .assumes("People are independent of each other.");
        for (Group group : found) {
            Estimate estimate = inference.student(
                    "effect in " + group.label(), group.effect(), Math.sqrt(variance * group.factor()), freedom);
            effect.group(group.label(), group.size()).estimate(estimate.withTest(Double.NaN, Double.NaN, Double.NaN));
        }
        Group first = found.get(0);
        for (Group group : found.subList(1, k)) {
            effect.estimate(inference.student(
                    group.label() + " against " + first.label(),
                    group.effect() - first.effect(),
                    Math.sqrt(variance * (group.factor() + first.factor())),
                    freedom));
        }
        return effect.build();
    }

    private record Group(String label, int size, double effect, double factor) {}

    private static double[] cell(double[] outcome, boolean[] treated, Categories groups, int group, boolean which) {
        return IntStream.range(0, outcome.length)
                .filter(i -> groups.code(i) == group && treated[i] == which && !Double.isNaN(outcome[i]))
                .mapToDouble(i -> outcome[i])
                .toArray();
    }

    /** The weighted squares of the groups' effects around their weighted mean. */
    private static double spread(List<Group> groups) {
        double weights = groups.stream().mapToDouble(g -> 1 / g.factor()).sum();
        double mean = groups.stream().mapToDouble(g -> g.effect() / g.factor()).sum() / weights;
        return groups.stream()
                .mapToDouble(g -> (g.effect() - mean) * (g.effect() - mean) / g.factor())
                .sum();
    }
}
