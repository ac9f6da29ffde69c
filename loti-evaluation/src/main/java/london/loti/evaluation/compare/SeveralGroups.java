package london.loti.evaluation.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/**
 * The outcomes of several groups of different people: does the group tell anything about the outcome? Missing values
 * ({@code NaN}) are left out and counted. The same people in several waves are {@link RepeatedMeasures}. <b>Limits:</b> a
 * test of all groups does not say which of them differ. Immutable and thread-safe.
 */
public final class SeveralGroups {
    private final List<double[]> groups;
    private final List<String> labels;
    private final int n;
    private final int missing;

    private SeveralGroups(List<double[]> groups, List<String> labels, int rows) {
        this.groups = groups;
        this.labels = labels;
        this.n = groups.stream().mapToInt(g -> g.length).sum();
        this.missing = rows - n;
    }

    /**
     * {@return a comparison of groups}
     *
     * @param groups the outcomes of each group; {@code NaN} is missing
     * @throws london.loti.model.finding.FindingsException if there are not two groups, a value is infinite, or a group has
     *     none
     */
    public static SeveralGroups of(double[]... groups) {
        List<String> labels = IntStream.rangeClosed(1, groups.length)
                .mapToObj(i -> "group " + i)
                .toList();
        return of(
                List.of(groups),
                labels,
                IntStream.range(0, groups.length).map(i -> groups[i].length).sum());
    }

    /**
     * {@return a comparison of the groups of a column}
     *
     * @param outcome an outcome a row; {@code NaN} is missing
     * @param groups a group a row; rows without one are left out
     * @throws IllegalArgumentException if there are not as many rows
     * @throws london.loti.model.finding.FindingsException if there are not two groups, a value is infinite, or a group has
     *     none
     */
    public static SeveralGroups of(double[] outcome, Categories groups) {
        Screening.sameLength("the outcome", outcome.length, "the groups", groups.size());
        Categories used = groups.withoutEmpty();
        List<double[]> split = new ArrayList<>();
        for (int code = 0; code < used.labels().size(); code++) {
            int wanted = code;
            split.add(IntStream.range(0, outcome.length)
                    .filter(i -> used.code(i) == wanted)
                    .mapToDouble(i -> outcome[i])
                    .toArray());
        }
        return of(split, used.labels(), outcome.length);
    }

    private static SeveralGroups of(List<double[]> groups, List<String> labels, int rows) {
        Screening screening = new Screening()
                .that(
                        groups.size() >= 2,
                        StudyProblem.ONE_GROUP,
                        "two groups or more are needed, but there are " + groups.size()
                                + "\nMaybe rows of the other groups were left out.",
                        "group");
        List<double[]> present = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            present.add(Screening.present(groups.get(i)));
            screening.finite("group " + (i + 1), groups.get(i));
            screening.atLeast(1, "value", "group " + (i + 1), present.get(i).length);
        }
        screening.done();
        return new SeveralGroups(present, labels, rows);
    }

    /**
     * {@return eta squared, the share of the outcome's variation that lies between groups, by one-way analysis of variance,
     * with F as its statistic} Groups' own errors are taken to vary alike. Omega squared is the same without the bias that
     * few people bring. All sums are in double-double arithmetic.
     *
     * @throws london.loti.model.finding.FindingsException if there are no more values than groups, or none varies
     */
    public Effect anova() {
        int k = groups.size();
        requireMoreThanGroups();
        DoubleDouble total = new DoubleDouble();
        List<DoubleDouble> means = new ArrayList<>();
        for (double[] group : groups) {
            DoubleDouble mean = new DoubleDouble();
            for (double value : group) {
                mean.add(value);
                total.add(value);
            }
            means.add(mean.divide(group.length, 0));
        }
        DoubleDouble grand = total.divide(n, 0);
        DoubleDouble between = new DoubleDouble();
        DoubleDouble within = new DoubleDouble();
        DoubleDouble deviation = new DoubleDouble();
        for (int g = 0; g < k; g++) {
            DoubleDouble mean = means.get(g);
            for (double value : groups.get(g)) {
                addSquare(within, deviation.set(value).add(-mean.value(), -mean.rest()));
                addSquare(between, deviation.set(mean.value(), mean.rest()).add(-grand.value(), -grand.rest()));
            }
        }
        if (!(within.value() > 0)) {
            throw Screening.noVariation(
                    "values must vary within groups, but do not\nMaybe each row is a group's mean already.", "group");
        }
        double dfBetween = k - 1.0;
        double dfWithin = n - k;
        double withinMean = within.value() / dfWithin;
        double f = new DoubleDouble()
                .set(between.value(), between.rest())
                .divide(within.value(), within.rest())
                .multiply(dfWithin)
                .divide(dfBetween, 0)
                .value();
        double whole = between.value() + within.value();
        return described(Effect.builder("one-way-anova", n)
                .estimate(Estimate.of("eta squared", between.value() / whole)
                        .withTest(f, dfBetween, pValue(f, dfBetween, dfWithin)))
                .estimate(
                        Estimate.of("omega squared", (between.value() - dfBetween * withinMean) / (whole + withinMean)))
                .convention("variance", "pooled")
                .diagnostic("sum of squares between", between.value())
                .diagnostic("sum of squares within", within.value())
                .diagnostic("mean square between", between.value() / dfBetween)
                .diagnostic("mean square within", withinMean)
                .diagnostic("residual standard deviation", Math.sqrt(withinMean))
                .diagnostic("degrees of freedom within", dfWithin)
                .assumes("Outcomes within groups are about normal and vary alike."));
    }

    /**
     * {@return Welch's F, which does not ask that groups vary alike, as R's {@code oneway.test}} Welch 1951,
     * doi:10.1093/biomet/38.3-4.330. The estimate is F itself.
     *
     * @throws london.loti.model.finding.FindingsException if a group has fewer than two values or does not vary
     */
    public Effect welch() {
        int k = groups.size();
        Screening screening = new Screening();
        for (int g = 0; g < k; g++) {
            String column = "group " + (g + 1);
            int size = groups.get(g).length;
            screening
                    .atLeast(2, "values", column, size)
                    .that(
                            size < 2 || Sums.variance(groups.get(g)) > 0,
                            StudyProblem.NO_VARIATION,
                            "values must vary within the group, but all are equal\nMaybe kruskalWallis().",
                            column);
        }
        screening.done();
        double[] weights = new double[k];
        double[] weighted = new double[k];
        for (int g = 0; g < k; g++) {
            weights[g] = groups.get(g).length / Sums.variance(groups.get(g));
            weighted[g] = weights[g] * Sums.mean(groups.get(g));
        }
        double all = Sums.sum(weights);
        double grand = Sums.sum(weighted) / all;
        double lambda = 0;
        double spread = 0;
        for (int g = 0; g < k; g++) {
            double rest = 1 - weights[g] / all;
            lambda += rest * rest / (groups.get(g).length - 1);
            double distance = Sums.mean(groups.get(g)) - grand;
            spread += weights[g] * distance * distance;
        }
        lambda /= (double) k * k - 1;
        double f = spread / ((k - 1) * (1 + 2 * (k - 2) * lambda));
        double dfWithin = 1 / (3 * lambda);
        return described(Effect.builder("welch-anova", n)
                .estimate(Estimate.of("F", f).withTest(f, k - 1.0, pValue(f, k - 1.0, dfWithin)))
                .convention("variance", "each group's own")
                .diagnostic("degrees of freedom within", dfWithin)
                .assumes("Outcomes within groups are about normal, or there are many."));
    }

    /**
     * {@return epsilon squared, H / (n - 1), by the rank test of Kruskal and Wallis, with H as its statistic} H allows for
     * ties and its p value is from the chi-squared distribution, as in R's {@code kruskal.test}.
     *
     * @throws london.loti.model.finding.FindingsException if all values are the same
     */
    public Effect kruskalWallis() {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        int[] ranks = Ranks.doubled(all);
        double sum = 0;
        int next = 0;
        for (double[] group : groups) {
            double total = 0;
            for (int i = 0; i < group.length; i++) {
                total += ranks[next++] / 2.0;
            }
            double distance = total - group.length * (n + 1.0) / 2;
            sum += distance * distance / group.length;
        }
        double size = n;
        double ties = 1 - Ranks.tieSum(all) / (size * (size - 1) * (size + 1));
        if (!(ties > 0)) {
            throw Screening.noVariation(
                    "values must vary, but all are equal\nMaybe the wrong column was taken.", "group");
        }
        double h = 12 * sum / (size * (size + 1)) / ties;
        double df = groups.size() - 1.0;
        return described(Effect.builder("kruskal-wallis", n)
                .estimate(Estimate.of("epsilon squared", h / (n - 1))
                        .withTest(h, df, ChiSquaredDistribution.of(df).survivalProbability(h)))
                .convention("ties", "mean ranks, H corrected")
                .convention("p", "chi-squared")
                .assumes("Without a difference all groups have the same distribution."));
    }

    private void requireMoreThanGroups() {
        new Screening().atLeast(groups.size() + 1, "values", "outcome", n).done();
    }

    private static void addSquare(DoubleDouble sum, DoubleDouble x) {
        sum.addProduct(x.value(), x.rest(), x.value(), x.rest());
    }

    private static double pValue(double f, double dfBetween, double dfWithin) {
        return FDistribution.of(dfBetween, dfWithin).survivalProbability(f);
    }

    private Effect described(Effect.Builder effect) {
        for (int g = 0; g < groups.size(); g++) {
            effect.group(labels.get(g), groups.get(g).length);
        }
        return effect.diagnostic("missing", missing)
                .dataHash(DataHash.of(groups.toArray(double[][]::new)))
                .assumes("People are independent of each other.")
                .build();
    }
}
