package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/** Wilcoxon's signed rank test of changes, its estimate and its interval. */
final class PairedRanks {
    /** An exact p value of so many changes takes a moment; of more, it takes long and says nothing else. */
    private static final int MOST_BY_DEFAULT = 200;

    private static final int MOST_EXACT = 1_000;

    private final double[] shifted;
    private final double[] ranked;
    private final int[] doubledRanks;
    private final ComparisonOptions options;
    private final Inference inference;

    /**
     * @param changes the changes
     * @param scale the size of the values whose differences they are
     */
    PairedRanks(double[] changes, double scale, ComparisonOptions options) {
        this.options = options;
        this.inference = options.inference();
        double[] all = Ranks.withoutRounding(
                Arrays.stream(changes).map(c -> c - inference.underTest()).toArray(),
                Math.max(scale, Math.abs(inference.underTest())));
        boolean keepZeros = options.zeros() == Zeros.PRATT;
        double[] changed = Arrays.stream(all).filter(c -> c != 0).toArray();
        if (changed.length == 0) {
            throw Screening.noVariation(
                    "changes must differ from the value under test, but all " + all.length
                            + " are equal to it\nMaybe before and after are the same column.",
                    "change");
        }
        shifted = keepZeros ? all : changed;
        int[] ranks = Ranks.doubled(Arrays.stream(shifted).map(Math::abs).toArray());
        ranked = changed;
        doubledRanks = IntStream.range(0, shifted.length)
                .filter(i -> shifted[i] != 0)
                .map(i -> ranks[i])
                .toArray();
    }

    Effect.Builder effect() {
        long positive = 0; // twice the ranks of many pairs sum to more than an int holds
        long total = 0;
        double squares = 0;
        for (int i = 0; i < ranked.length; i++) {
            positive += ranked[i] > 0 ? doubledRanks[i] : 0;
            total += doubledRanks[i];
            squares += (double) doubledRanks[i] * doubledRanks[i];
        }
        double statistic = positive / 2.0;
        double distance = statistic - total / 4.0;
        double deviation = Math.sqrt(squares) / 4;
        boolean exact = isExact();
        double correction = options.distribution() == NullDistribution.NORMAL ? 0 : correction(distance, inference);
        double z = (distance - (exact ? 0 : correction)) / deviation;
        double pValue = exact
                ? ExactRanks.pValue(ExactRanks.signed(doubledRanks), positive, total, 2, inference.alternative())
                : inference.normalPValue(z);
        HodgesLehmann means = HodgesLehmann.ofMeans(shifted);
        HodgesLehmann.@Nullable Achieved achieved = exact
                ? means.exact(ExactRanks.signed(ExactRanks.untied(shifted.length)), inference)
                : means.normal(
                        deviationBetweenTies(), options.distribution() == NullDistribution.NORMAL ? 0 : 0.5, inference);
        Estimate change = moved(Estimate.of("Hodges-Lehmann change", means.estimate())
                .withTest(statistic, Double.NaN, pValue)
                .withInterval(achieved == null ? null : achieved.interval()));
        double n = ranked.length;
        double errorOfTransformed = Math.sqrt((2 * n + 1) / (1.5 * n * (n + 1)));
        return Effect.builder("wilcoxon-signed-rank", shifted.length)
                .estimate(change)
                .estimate(StandardisedSize.correlation(
                        "rank-biserial correlation", 4 * distance / total, errorOfTransformed, inference))
                .convention("zeros", options.zeros() == Zeros.PRATT ? "pratt" : "wilcoxon: left out")
                .convention("ties", "mean ranks; differences equal to 12 digits are tied")
                .convention("p", words(exact, options.distribution()))
                .convention(
                        "interval",
                        exact
                                ? "walsh averages, exact distribution without ties"
                                : "walsh averages, " + words(false, options.distribution()))
                .diagnostic("changed", n)
                .diagnostic("z", z)
                .diagnostic("achieved level", achieved == null ? Double.NaN : achieved.level())
                .assumes("Changes lie about their middle alike on both sides.");
    }

    private boolean isExact() {
        if (options.distribution() == NullDistribution.EXACT && shifted.length > MOST_EXACT) {
            throw new IllegalArgumentException("an exact test must have at most " + MOST_EXACT + " changes, but has "
                    + shifted.length + "\nMaybe NORMAL_CORRECTED, which is as good for so many.");
        }
        return options.distribution() == NullDistribution.EXACT
                || (options.distribution() == NullDistribution.BEST && shifted.length <= MOST_BY_DEFAULT);
    }

    /** The deviation of the number of means above a value that is no such mean: only equal changes are tied then. */
    private double deviationBetweenTies() {
        double n = shifted.length;
        return Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - Ranks.tieSum(shifted) / 48);
    }

    private Estimate moved(Estimate estimate) {
        double by = inference.underTest();
        @Nullable Interval interval = estimate.interval();
        return new Estimate(
                estimate.term(),
                estimate.value() + by,
                estimate.standardError(),
                estimate.statistic(),
                estimate.degreesOfFreedom(),
                estimate.pValue(),
                interval == null ? null : new Interval(interval.lower() + by, interval.upper() + by, interval.level()));
    }

    /** Half a step towards what is expected. */
    static double correction(double distance, Inference inference) {
        return switch (inference.alternative()) {
            case TWO_SIDED -> Math.signum(distance) / 2;
            case GREATER -> 0.5;
            case LESS -> -0.5;
        };
    }

    static String words(boolean exact, NullDistribution distribution) {
        return exact
                ? "exact, given the ties"
                : distribution == NullDistribution.NORMAL ? "normal" : "normal, continuity corrected";
    }
}
