package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;

/** The Mann-Whitney test of two groups, its estimate and its interval. */
final class GroupRanks {
    private static final double MOST_BY_DEFAULT = 2e8;

    private static final double MOST_EXACT = 2e9;

    private final double[] treated;
    private final double[] control;
    private final double[] together;
    private final int[] doubledRanks;
    private final ComparisonOptions options;
    private final Inference inference;

    GroupRanks(double[] treated, double[] control, ComparisonOptions options) {
        this.treated = treated;
        this.control = control;
        this.options = options;
        this.inference = options.inference();
        double[] moved =
                Arrays.stream(treated).map(v -> v - inference.underTest()).toArray();
        double[] both = Arrays.copyOf(moved, treated.length + control.length);
        System.arraycopy(control, 0, both, treated.length, control.length);
        together = inference.underTest() == 0 ? both : Ranks.withoutRounding(both, size(both));
        doubledRanks = Ranks.doubled(together);
    }

    /** Of the values before anything was taken off. */
    private double size(double[] both) {
        return Arrays.stream(both).map(Math::abs).max().orElse(0) + Math.abs(inference.underTest());
    }

    Effect.Builder effect() {
        requireVariation();
        double statistic = statistic();
        double distance = statistic - pairs() / 2;
        boolean exact = isExact();
        boolean plain = options.distribution() == NullDistribution.NORMAL;
        double correction = plain || exact ? 0 : PairedRanks.correction(distance, inference);
        double z = (distance - correction) / deviation(Ranks.tieSum(together));
        double pValue = exact ? exactPValue() : inference.normalPValue(z);
        HodgesLehmann differences = HodgesLehmann.ofDifferences(treated, control);
        HodgesLehmann.@Nullable Achieved achieved = exact
                ? differences.exact(exactMass(), inference)
                : differences.normal(
                        deviation(Ranks.tieSum(treated) + Ranks.tieSum(control)), plain ? 0 : 0.5, inference);
        return Effect.builder("mann-whitney", together.length)
                .estimate(Estimate.of("Hodges-Lehmann shift", differences.estimate())
                        .withTest(statistic, Double.NaN, pValue)
                        .withInterval(achieved == null ? null : achieved.interval()))
                .estimate(rankBiserial())
                .convention("ties", "mean ranks")
                .convention("p", PairedRanks.words(exact, options.distribution()))
                .convention(
                        "interval",
                        exact
                                ? "differences in order, exact distribution without ties"
                                : "differences in order, " + PairedRanks.words(false, options.distribution()))
                .diagnostic("z", z)
                .diagnostic("achieved level", achieved == null ? Double.NaN : achieved.level())
                .assumes("Without an effect both groups have the same distribution.");
    }

    /** Twice the chance that a treated value is above a control one, less one; half of it where they are equal. */
    Estimate rankBiserial() {
        double error = Math.sqrt((together.length + 1.0) / (3 * pairs()));
        return StandardisedSize.correlation(
                "rank-biserial correlation", 2 * statistic() / pairs() - 1, error, inference);
    }

    private void requireVariation() {
        if (Arrays.stream(together).allMatch(v -> v == together[0])) {
            throw Screening.noVariation(
                    "values must vary, but all are equal\nMaybe the wrong column was taken for the outcome.",
                    "treated and control");
        }
    }

    private double pairs() {
        return (double) treated.length * control.length;
    }

    /** How many pairs the treated value wins. */
    private double statistic() {
        double n = treated.length;
        return total(0, treated.length) / 2.0 - n * (n + 1) / 2;
    }

    private long total(int from, int to) {
        return IntStream.range(from, to).mapToLong(i -> doubledRanks[i]).sum();
    }

    private double deviation(double tieSum) {
        double n = together.length;
        return Math.sqrt(pairs() / 12 * (n + 1 - tieSum / (n * (n - 1))));
    }

    private boolean isExact() {
        double steps = ExactRanks.stepsOfDrawn(together.length, Math.min(treated.length, control.length));
        if (options.distribution() == NullDistribution.EXACT && steps > MOST_EXACT) {
            throw new IllegalArgumentException("an exact test of groups of " + treated.length + " and " + control.length
                    + " takes too long\nMaybe NORMAL_CORRECTED, which is as good for so many.");
        }
        return options.distribution() == NullDistribution.EXACT
                || (options.distribution() == NullDistribution.BEST && steps <= MOST_BY_DEFAULT);
    }

    /** Of the total of the smaller group, which takes fewer steps. */
    private double exactPValue() {
        boolean smaller = treated.length <= control.length;
        int first = smaller ? 0 : treated.length;
        int size = smaller ? treated.length : control.length;
        Alternative asked = inference.alternative();
        Alternative turned = switch (asked) {
            case TWO_SIDED -> asked;
            case GREATER -> Alternative.LESS;
            case LESS -> Alternative.GREATER;
        };
        return ExactRanks.pValue(
                ExactRanks.drawn(doubledRanks, size),
                total(first, first + size),
                size * total(0, together.length),
                together.length,
                smaller ? asked : turned);
    }

    private double[] exactMass() {
        int size = Math.min(treated.length, control.length);
        double[] totals = ExactRanks.drawn(ExactRanks.untied(together.length), size);
        int least = size * (size + 1) / 2;
        return Arrays.copyOfRange(totals, least, totals.length);
    }
}
