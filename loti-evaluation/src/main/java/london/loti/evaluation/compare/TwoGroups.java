package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/**
 * The outcomes of people who were treated and of others who were not. A difference is treated less control; missing
 * values ({@code NaN}) are left out and counted.
 *
 * <pre>{@code
 * Effect difference = TwoGroups.of(outcome, group, "service").welch();
 * }</pre>
 *
 * <p><b>Which one:</b> {@link #welch}, which does not ask that both groups vary alike; {@link #mannWhitney} or
 * {@link #permutation} for few people or for outcomes in a few steps. <b>Limits:</b> groups that were not drawn by lot
 * may have differed before. Unless told otherwise a test is two-sided, against nought, and an interval of the level 0.95.
 * Immutable and thread-safe.
 */
public final class TwoGroups {
    private static final String TREATED = "treated";
    private static final String CONTROL = "control";
    private static final String TERM = "mean difference";

    private final double[] treated;
    private final double[] control;
    private final int missing;
    private final ComparisonOptions options;

    private TwoGroups(double[] treated, double[] control, int missing, ComparisonOptions options) {
        this.treated = treated;
        this.control = control;
        this.missing = missing;
        this.options = options;
    }

    /**
     * {@return a comparison of two groups}
     *
     * @param treated the outcomes of those who were treated; {@code NaN} is missing
     * @param control the outcomes of those who were not; {@code NaN} is missing
     * @throws london.loti.model.finding.FindingsException if a value is infinite, or a group has fewer than two
     */
    public static TwoGroups of(double[] treated, double[] control) {
        double[] first = Screening.present(treated);
        double[] second = Screening.present(control);
        new Screening()
                .finite(TREATED, treated)
                .finite(CONTROL, control)
                .atLeast(2, "values", TREATED, first.length)
                .atLeast(2, "values", CONTROL, second.length)
                .done();
        int missing = treated.length + control.length - first.length - second.length;
        return new TwoGroups(first, second, missing, ComparisonOptions.usual());
    }

    /**
     * {@return a comparison of the two groups of a column}
     *
     * @param outcome an outcome a row; {@code NaN} is missing
     * @param groups a group a row; rows without one are left out
     * @param treatedLabel the label of those who were treated
     * @throws IllegalArgumentException if there are not as many rows, or the label is none of the groups
     * @throws london.loti.model.finding.FindingsException if there are not two groups, a value is infinite, or a group has
     *     fewer than two
     */
    public static TwoGroups of(double[] outcome, Categories groups, String treatedLabel) {
        Screening.sameLength("the outcome", outcome.length, "the groups", groups.size());
        Categories used = groups.withoutEmpty();
        List<String> labels = used.labels();
        new Screening()
                .that(
                        labels.size() >= 2,
                        StudyProblem.ONE_GROUP,
                        "two groups are needed, but there are " + labels.size()
                                + "\nMaybe the comparison group's rows were left out; for one group before and after,"
                                + " use PrePost.",
                        "group")
                .that(
                        labels.size() <= 2,
                        StudyProblem.MORE_GROUPS,
                        "two groups can be compared, but there are " + labels.size()
                                + "\nMaybe use SeveralGroups, or leave out rows of the others.",
                        "group")
                .done();
        int code = labels.indexOf(treatedLabel);
        if (code < 0) {
            throw new IllegalArgumentException("the label of the treated must be one of the two groups, but is none"
                    + "\nMaybe it is spelt otherwise in the data.");
        }
        double[][] split = new double[2][];
        for (int side = 0; side < 2; side++) {
            int wanted = side == 0 ? code : 1 - code;
            split[side] = IntStream.range(0, outcome.length)
                    .filter(i -> used.code(i) == wanted)
                    .mapToDouble(i -> outcome[i])
                    .toArray();
        }
        TwoGroups two = of(split[0], split[1]);
        int missing = outcome.length - two.treated.length - two.control.length;
        return new TwoGroups(two.treated, two.control, missing, two.options);
    }

    private TwoGroups with(ComparisonOptions newOptions) {
        return new TwoGroups(treated, control, missing, newOptions);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1
     */
    public TwoGroups withLevel(double level) {
        return with(options.with(options.inference().withLevel(level)));
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side; greater means that the treated have more
     */
    public TwoGroups withAlternative(Alternative alternative) {
        return with(options.with(options.inference().withAlternative(alternative)));
    }

    /**
     * {@return the same with another difference under test than nought}
     *
     * @param difference the difference under test
     */
    public TwoGroups against(double difference) {
        return with(options.with(options.inference().against(difference)));
    }

    /**
     * {@return the same with another null distribution of {@link #mannWhitney}}
     *
     * @param distribution the distribution
     */
    public TwoGroups withDistribution(NullDistribution distribution) {
        return with(options.with(distribution));
    }

    /**
     * {@return the same with another seed of {@link #permutation}}
     *
     * @param seed any number; 1 where none is told
     */
    public TwoGroups withSeed(long seed) {
        return with(options.withSeed(seed));
    }

    /**
     * {@return the same with another number of random arrangements in {@link #permutation}}
     *
     * @param draws at least 1; 9,999 where none is told
     */
    public TwoGroups withDraws(int draws) {
        return with(options.withDraws(draws));
    }

    /**
     * {@return the mean difference by Welch's t test, as R's {@code t.test}} Its degrees of freedom are those of Welch
     * 1947, doi:10.1093/biomet/34.1-2.28.
     *
     * @throws london.loti.model.finding.FindingsException if neither group varies
     */
    public Effect welch() {
        return means("welch-t", welchDifference(), "each group's own");
    }

    /**
     * {@return the mean difference by Student's t test, as R's {@code t.test(var.equal = TRUE)}}
     *
     * @throws london.loti.model.finding.FindingsException if neither group varies
     */
    public Effect pooled() {
        return means("pooled-t", pooledDifference(), "pooled");
    }

    /**
     * {@return the Hodges-Lehmann shift by the Mann-Whitney test, with R's W as its statistic, and the rank-biserial
     * correlation} The estimate is the median of all differences between a treated and a control value, and the interval
     * lies between two of them. With a normal distribution, test and interval are those of R's {@code wilcox.test}, whose
     * search stops within 1e-4 of the ends. Exact p values allow for ties; a two-sided one is the chance of a statistic
     * as far from what is expected. Exact intervals take the distribution without ties.
     *
     * @throws london.loti.model.finding.FindingsException if all values are the same
     */
    public Effect mannWhitney() {
        return finish(new GroupRanks(treated, control, options).effect());
    }

    /**
     * {@return the mean difference, with a p value from people of whom any as many could have been the treated} All
     * choices are tried where there are at most 10^6; otherwise as many as asked for are drawn, and p is (b + 1) / (m +
     * 1). A two-sided p value is the chance of a difference as far from nought. There is no interval.
     */
    public Effect permutation() {
        double against = options.inference().underTest();
        double[] together = IntStream.range(0, treated.length + control.length)
                .mapToDouble(i -> i < treated.length ? treated[i] - against : control[i - treated.length])
                .toArray();
        double mean = Sums.mean(together);
        double[] centred = Arrays.stream(together).map(v -> v - mean).toArray();
        Permutations.Result result = Permutations.drawn(centred, treated.length, options);
        Effect.Builder effect = Effect.builder("permutation", together.length)
                .estimate(welchUnchecked().untested().withTest(Double.NaN, Double.NaN, result.pValue()));
        result.describe(effect, options);
        return finish(effect.assumes("Without an effect, who was treated tells nothing about outcomes."));
    }

    /**
     * {@return whether the mean difference is surely within bounds: two one-sided Welch tests} The p value is about the
     * claim that it is outside. The interval has the level 1 - 2 (1 - level), 0.9 unless told otherwise.
     *
     * @param low the lower bound, in the unit of the outcome
     * @param high the upper bound
     * @throws IllegalArgumentException if the bounds are not finite and in order
     * @throws london.loti.model.finding.FindingsException if neither group varies
     */
    public Effect equivalence(double low, double high) {
        return finish(MeanTests.equivalence(
                        "welch-equivalence",
                        treated.length + control.length,
                        welchDifference(),
                        low,
                        high,
                        options.inference().level())
                .convention("variance", "each group's own"));
    }

    /**
     * {@return the difference in standard deviations, each size under its own name, and as a chance} Intervals of {@code
     * Cohen's d}, {@code Hedges' g} and {@code Glass' delta} invert the noncentral t distribution, and that of the
     * rank-biserial correlation (Cliff's delta) is normal after Fisher's transformation, all as in R's {@code effectsize}.
     * The probability of superiority is the chance that a treated person has more than a control person.
     *
     * @throws london.loti.model.finding.FindingsException if the control group does not vary
     */
    public Effect effectSizes() {
        return finish(GroupSizes.effect(
                treated, control, pooledDifference(), new GroupRanks(treated, control, options), options.inference()));
    }

    private Effect means(String method, MeanTests.Difference difference, String variance) {
        Inference inference = options.inference();
        return finish(Effect.builder(method, treated.length + control.length)
                .estimate(difference.test(inference))
                .convention("variance", variance)
                .assumes("Outcomes of both groups are about normal, or there are many."));
    }

    private MeanTests.Difference welchDifference() {
        return varying(welchUnchecked());
    }

    private MeanTests.Difference welchUnchecked() {
        double first = Sums.variance(treated) / treated.length;
        double second = Sums.variance(control) / control.length;
        double square = first + second;
        double df = square * square / (first * first / (treated.length - 1) + second * second / (control.length - 1));
        return new MeanTests.Difference(TERM, Sums.mean(treated) - Sums.mean(control), Math.sqrt(square), df);
    }

    private MeanTests.Difference pooledDifference() {
        double df = treated.length + control.length - 2.0;
        double variance = (Sums.squaredDeviations(treated) + Sums.squaredDeviations(control)) / df;
        double error = Math.sqrt(variance * (1.0 / treated.length + 1.0 / control.length));
        return varying(new MeanTests.Difference(TERM, Sums.mean(treated) - Sums.mean(control), error, df));
    }

    private MeanTests.Difference varying(MeanTests.Difference difference) {
        double size = Math.max(Math.abs(Sums.mean(treated)), Math.abs(Sums.mean(control)));
        return difference.varying(size, "treated and control");
    }

    private Effect finish(Effect.Builder effect) {
        return effect.group(TREATED, treated.length)
                .group(CONTROL, control.length)
                .convention("difference", "treated less control")
                .assumes("People are independent of each other.")
                .asked(options.inference())
                .diagnostic("missing", missing)
                .diagnostic("mean treated", Sums.mean(treated))
                .diagnostic("mean control", Sums.mean(control))
                .dataHash(DataHash.of(treated, control))
                .build();
    }
}
