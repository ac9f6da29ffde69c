package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.numeric.Sums;

/**
 * The outcomes of the same people before and after. A change is after less before; pairs of which one value is missing
 * ({@code NaN}) are left out and counted.
 *
 * <pre>{@code
 * PrePost change = PrePost.of(before, after);
 * Effect mean = change.t();
 * Effect rank = change.withZeros(Zeros.PRATT).wilcoxon();
 * Effect size = change.effectSizes();
 * }</pre>
 *
 * <p><b>Which one:</b> {@link #t} for the mean change; {@link #wilcoxon} or {@link #permutation} where there are fewer
 * than {@value #ENOUGH} pairs, the least that the makers of the Warwick-Edinburgh scales ask for. <b>Limits:</b> a change
 * without a comparison group is no effect of a service; where people were taken on because they scored low, read
 * {@link #regressionToTheMean} first. Unless told otherwise a test is two-sided, against nought, and an interval
 * of the level 0.95. Immutable and thread-safe.
 */
public final class PrePost {
    /** The number of pairs below which a comparison of means is not to stand alone. */
    public static final int ENOUGH = 30;

    private static final String INCOMPLETE = "incomplete pairs";

    private final double @Nullable [] before;
    private final double @Nullable [] after;
    private final double[] changes;
    private final int incomplete;
    private final ComparisonOptions options;

    private PrePost(
            double @Nullable [] before,
            double @Nullable [] after,
            double[] changes,
            int incomplete,
            ComparisonOptions options) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.incomplete = incomplete;
        this.options = options;
    }

    /**
     * {@return a comparison of pairs}
     *
     * @param before the outcomes before; {@code NaN} is missing
     * @param after the outcomes of the same people after, in the same order; {@code NaN} is missing
     * @throws IllegalArgumentException if there are not as many
     * @throws london.loti.model.finding.FindingsException if a value is infinite, or fewer than two pairs are complete
     */
    public static PrePost of(double[] before, double[] after) {
        Screening.sameLength("before", before.length, "after", after.length);
        int[] complete = IntStream.range(0, before.length)
                .filter(i -> !Double.isNaN(before[i]) && !Double.isNaN(after[i]))
                .toArray();
        new Screening()
                .finite("before", before)
                .finite("after", after)
                .atLeast(2, "complete pairs", "before and after", complete.length)
                .done();
        double[] first = Arrays.stream(complete).mapToDouble(i -> before[i]).toArray();
        double[] second = Arrays.stream(complete).mapToDouble(i -> after[i]).toArray();
        double[] changes = new double[complete.length];
        Arrays.setAll(changes, i -> second[i] - first[i]);
        return new PrePost(first, second, changes, before.length - complete.length, ComparisonOptions.usual());
    }

    /**
     * {@return a comparison of changes of which only the differences are known} It has the effect sizes of changes alone.
     *
     * @param changes after less before; {@code NaN} is missing
     * @throws london.loti.model.finding.FindingsException if a value is infinite, or fewer than two are there
     */
    public static PrePost ofChanges(double[] changes) {
        double[] present = Screening.present(changes);
        new Screening()
                .finite("change", changes)
                .atLeast(2, "changes", "change", present.length)
                .done();
        return new PrePost(null, null, present, changes.length - present.length, ComparisonOptions.usual());
    }

    private PrePost with(ComparisonOptions newOptions) {
        return new PrePost(before, after, changes, incomplete, newOptions);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1
     */
    public PrePost withLevel(double level) {
        return with(options.with(options.inference().withLevel(level)));
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side; greater means that outcomes rose
     */
    public PrePost withAlternative(Alternative alternative) {
        return with(options.with(options.inference().withAlternative(alternative)));
    }

    /**
     * {@return the same with another change under test than nought}
     *
     * @param change the change under test
     */
    public PrePost against(double change) {
        return with(options.with(options.inference().against(change)));
    }

    /**
     * {@return the same with another treatment of those who did not change}
     *
     * @param zeros what {@link #wilcoxon} does with them
     */
    public PrePost withZeros(Zeros zeros) {
        return with(options.with(zeros));
    }

    /**
     * {@return the same with another null distribution of {@link #wilcoxon}}
     *
     * @param distribution the distribution
     */
    public PrePost withDistribution(NullDistribution distribution) {
        return with(options.with(distribution));
    }

    /**
     * {@return the same with another seed of {@link #permutation}}
     *
     * @param seed any number; 1 where none is told
     */
    public PrePost withSeed(long seed) {
        return with(options.withSeed(seed));
    }

    /**
     * {@return the same with another number of random arrangements in {@link #permutation}}
     *
     * @param draws at least 1; 9,999 where none is told
     */
    public PrePost withDraws(int draws) {
        return with(options.withDraws(draws));
    }

    /** {@return whether there are fewer than {@value #ENOUGH} complete pairs} */
    public boolean smallSample() {
        return changes.length < ENOUGH;
    }

    /**
     * {@return the mean change by Student's paired t test, as R's {@code t.test(after, before, paired = TRUE)}}
     *
     * @throws london.loti.model.finding.FindingsException if all changes are the same
     */
    public Effect t() {
        Effect.Builder effect = Effect.builder("paired-t", changes.length)
                .estimate(difference().test(options.inference()))
                .diagnostic("standard deviation of changes", Sums.standardDeviation(changes));
        if (before != null && after != null) {
            effect.diagnostic("mean before", Sums.mean(before)).diagnostic("mean after", Sums.mean(after));
        }
        return finish(effect.assumes("Changes are about normal, or there are many."));
    }

    /**
     * {@return the Hodges-Lehmann change by Wilcoxon's signed rank test, with V as its statistic, and the rank-biserial
     * correlation} The estimate is the median of the means of every two changes, those of each with itself among them,
     * and the interval lies between two of them. With {@link Zeros#WILCOXON} and a normal distribution, test and interval
     * are those of R's {@code wilcox.test}, whose search stops within 1e-4 of the ends; where R lowers the level of an
     * interval from few changes, so does this, to the level that the widest interval has. Exact p values allow for ties,
     * as {@code exactRankTests} and {@code coin} do; exact intervals take the distribution without ties, so that they
     * hold the truth no less often than they say.
     *
     * @throws london.loti.model.finding.FindingsException if nobody changed
     */
    public Effect wilcoxon() {
        return finish(new PairedRanks(changes, scale(), options).effect());
    }

    /**
     * {@return the mean change, with a p value from changes of which each could as well have gone the other way} All
     * arrangements of signs are tried where there are at most 20 pairs; otherwise as many as asked for are drawn, and p is
     * (b + 1) / (m + 1). There is no interval.
     */
    public Effect permutation() {
        double against = options.inference().underTest();
        Permutations.Result result =
                Permutations.signed(Arrays.stream(changes).map(c -> c - against).toArray(), options);
        Effect.Builder effect = Effect.builder("paired-permutation", changes.length)
                .estimate(plainDifference().untested().withTest(Double.NaN, Double.NaN, result.pValue()));
        result.describe(effect, options);
        return finish(effect.assumes("Without an effect a change is as likely to go either way."));
    }

    /**
     * {@return whether the mean change is surely within bounds: two one-sided paired t tests} The p value is about the
     * claim that it is outside. The interval has the level 1 - 2 (1 - level), 0.9 unless told otherwise.
     *
     * @param low the lower bound, in the unit of the outcome
     * @param high the upper bound
     * @throws IllegalArgumentException if the bounds are not finite and in order
     * @throws london.loti.model.finding.FindingsException if all changes are the same
     */
    public Effect equivalence(double low, double high) {
        return finish(MeanTests.equivalence(
                "paired-equivalence",
                changes.length,
                difference(),
                low,
                high,
                options.inference().level()));
    }

    /**
     * {@return the mean change in standard deviations, each size under its own name, since they differ on the same data}
     * {@code d_z} and {@code g_z} divide by the deviation of the changes, {@code d_av} by the averaged deviation of both
     * waves, {@code d_rm} like {@code d_z} but on the scale of raw scores, {@code d_pre} by the deviation before. {@code
     * SMCC} and {@code SMCR} are metafor's change scores of the same names, corrected for small samples. Sources: Lakens
     * 2013, doi:10.3389/fpsyg.2013.00863; Bonett 2008, doi:10.1037/1082-989X.13.2.99; Morris and DeShon 2002,
     * doi:10.1037/1082-989X.7.1.105.
     *
     * @throws london.loti.model.finding.FindingsException if all changes, or all values of a wave, are the same
     */
    public Effect effectSizes() {
        difference();
        return finish(PairedSizes.effect(before, after, changes, options.inference()));
    }

    /**
     * {@return the mean change less what people who were taken on because they scored low would have gained by chance}
     * Whoever scores low on a measure that is not perfectly reliable tends to score nearer to the mean the next time. Of
     * people with scores below a cutoff the expected gain is (1 - reliability) sd φ(z) / Φ(z), z = (cutoff - mean) / sd:
     * Davis 1976, doi:10.1093/oxfordjournals.aje.a112321. It is taken as known: the error is that of the raw change. For
     * people taken on because they scored high, turn the signs of everything.
     *
     * @param cutoff people were taken on if they scored no higher
     * @param reliability the correlation of two measurements without anything done, from 0 to 1
     * @param mean the mean of all who could have been measured
     * @param deviation their standard deviation, above 0
     * @throws IllegalArgumentException if an argument is out of its range, or only changes are known
     * @throws london.loti.model.finding.FindingsException if somebody scored above the cutoff, or all changes are the
     *     same
     */
    public Effect regressionToTheMean(double cutoff, double reliability, double mean, double deviation) {
        if (before == null) {
            throw new IllegalArgumentException("regression to the mean needs the values before, but only changes are"
                    + " known\nMaybe PrePost.of(before, after).");
        }
        Regression regression = new Regression(cutoff, reliability, mean, deviation);
        regression.requireSelected(before);
        return finish(regression.effect(changes.length, difference(), options.inference()));
    }

    private MeanTests.Difference difference() {
        return plainDifference().varying(scale(), "change");
    }

    private MeanTests.Difference plainDifference() {
        double error = Sums.standardDeviation(changes) / Math.sqrt(changes.length);
        return new MeanTests.Difference("mean change", Sums.mean(changes), error, changes.length - 1.0);
    }

    private double scale() {
        double scale = 0;
        for (double[] values : new double[][] {before == null ? changes : before, after == null ? changes : after}) {
            scale = Math.max(scale, Arrays.stream(values).map(Math::abs).max().orElse(0));
        }
        return scale;
    }

    private Effect finish(Effect.Builder effect) {
        effect.convention("difference", "after less before")
                .assumes("People are independent of each other.")
                .asked(options.inference())
                .diagnostic(INCOMPLETE, incomplete)
                .dataHash(before == null || after == null ? DataHash.of(changes) : DataHash.of(before, after));
        if (smallSample()) {
            effect.diagnostic("pairs short of " + ENOUGH, ENOUGH - changes.length)
                    .assumes(
                            "There are fewer than " + ENOUGH + " pairs: describe them, and prefer the exact Wilcoxon or"
                                    + " the permutation test to a test of means.");
        }
        return effect.build();
    }
}
