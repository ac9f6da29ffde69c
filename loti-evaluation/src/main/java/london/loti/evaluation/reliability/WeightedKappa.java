package london.loti.evaluation.reliability;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/**
 * Cohen's kappa of two raters, with or without weights: the agreement beyond what would come by chance, 1 where they
 * always agree, 0 where it is no more than chance. It falls where nearly all people are in one category. Source: Cohen
 * 1968, <a href="https://doi.org/10.1037/h0026256">doi:10.1037/h0026256</a>.
 */
public final class WeightedKappa {
    private final KappaWeights weights;
    private final KappaError error;
    private final double level;

    private WeightedKappa(KappaWeights weights, KappaError error, double level) {
        this.weights = weights;
        this.error = error;
        this.level = level;
    }

    /** {@return kappa without weights, with the published error and an interval of 95 per cent} */
    public static WeightedKappa withDefaults() {
        return new WeightedKappa(KappaWeights.NONE, KappaError.FLEISS_COHEN_EVERITT, Interval.USUAL_LEVEL);
    }

    /**
     * {@return kappa with weights; categories must have an order}
     *
     * @param newWeights how much an agreement that is not perfect counts
     */
    public WeightedKappa withWeights(KappaWeights newWeights) {
        return new WeightedKappa(newWeights, error, level);
    }

    /**
     * {@return kappa with another standard error}
     *
     * @param newError by which formula it is computed
     */
    public WeightedKappa withError(KappaError newError) {
        return new WeightedKappa(weights, newError, level);
    }

    /**
     * {@return kappa with an interval of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public WeightedKappa withLevel(double newLevel) {
        return new WeightedKappa(weights, error, Interval.requireLevel(newLevel));
    }

    /**
     * {@return kappa of ratings} The categories are the numbers that occur, in their order; a number that neither rater
     * used is no step between them.
     *
     * @param first the categories by the first rater
     * @param second those by the second, people in the same order; people with a {@code NaN} are left out
     * @throws IllegalArgumentException if they differ in length, nobody is rated by both, or all are in one category
     */
    public Effect estimate(double[] first, double[] second) {
        CompleteCases cases = CompleteCases.of("raters", 1, first, second);
        double[] categories = Stream.of(cases.column(0), cases.column(1))
                .flatMapToDouble(Arrays::stream)
                .map(value -> value + 0.0) // one nought
                .sorted()
                .distinct()
                .toArray();
        long[][] table = new long[categories.length][categories.length];
        for (int row = 0; row < cases.n(); row++) {
            int i = Arrays.binarySearch(categories, cases.column(0)[row] + 0.0);
            int j = Arrays.binarySearch(categories, cases.column(1)[row] + 0.0);
            table[i][j]++;
        }
        return estimate(table, cases.leftOut(), cases.hash());
    }

    /**
     * {@return kappa of a table of counts; {@code NaN} where all people are in one category}
     *
     * @param table how many people the first rater put into the row's and the second into the column's category
     * @throws IllegalArgumentException if it is not square with two categories or more, a count is negative, or all
     *     are 0
     */
    public Effect estimate(long[][] table) {
        return estimate(table, 0, null);
    }

    private Effect estimate(long[][] table, int leftOut, @Nullable String hash) {
        int size = table.length;
        if (size < 2 || Arrays.stream(table).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException(
                    "a table must have two categories or more and as many columns as rows, but has " + size + " rows");
        }
        if (Arrays.stream(table).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must not be negative, but one is");
        }
        long n = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
        if (n == 0) {
            throw new IllegalArgumentException("a table must count one person or more, but counts none");
        }
        KappaTable shares = new KappaTable(table, n, weights);
        double kappa = shares.kappa();
        Estimate estimate = Estimate.of("kappa", kappa);
        if (!Double.isNaN(kappa)) {
            double standardError = Math.sqrt(Math.max(0, shares.variance(error)));
            double reach = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2) * standardError;
            estimate = estimate.withStandardError(standardError)
                    .withInterval(
                            standardError > 0 ? new Interval(kappa - reach, Math.min(1, kappa + reach), level) : null);
        }
        return Effect.builder("weighted-kappa", n)
                .convention("alternative", "two-sided")
                .convention("cases", "complete")
                .convention("error", error == KappaError.PSYCH ? "psych" : "fleiss-cohen-everitt")
                .convention("interval", "normal")
                .convention("weights", weights.name().toLowerCase(Locale.ROOT))
                .dataHash(hash)
                .diagnostic("rows left out", leftOut)
                .diagnostic("observed agreement", shares.observed())
                .diagnostic("agreement by chance", shares.expected())
                .assumes("People are independent of each other.")
                .assumes("The two raters rated apart from each other.")
                .estimate(estimate)
                .build();
    }
}
