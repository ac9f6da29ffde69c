package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;

/**
 * The outcomes of the same people in several waves. People of whom a value is missing ({@code NaN}) are left out and
 * counted. Immutable and thread-safe.
 */
public final class RepeatedMeasures {
    private final double[][] waves;
    private final int n;
    private final int incomplete;

    private RepeatedMeasures(double[][] waves, int incomplete) {
        this.waves = waves;
        this.n = waves[0].length;
        this.incomplete = incomplete;
    }

    /**
     * {@return a comparison of waves}
     *
     * @param waves the outcomes of each wave, people in the same order; {@code NaN} is missing
     * @throws IllegalArgumentException if there are fewer than two waves, or waves of different lengths
     * @throws london.loti.model.finding.FindingsException if a value is infinite, or fewer than two people are complete
     */
    public static RepeatedMeasures of(double[]... waves) {
        if (waves.length < 2) {
            throw new IllegalArgumentException("two waves or more are needed, but there are " + waves.length);
        }
        Screening screening = new Screening();
        for (int w = 0; w < waves.length; w++) {
            Screening.sameLength("wave 1", waves[0].length, "wave " + (w + 1), waves[w].length);
            screening.finite("wave " + (w + 1), waves[w]);
        }
        int[] complete = IntStream.range(0, waves[0].length)
                .filter(i -> Arrays.stream(waves).noneMatch(wave -> Double.isNaN(wave[i])))
                .toArray();
        screening.atLeast(2, "people with all waves", "waves", complete.length).done();
        double[][] kept = Arrays.stream(waves)
                .map(wave -> Arrays.stream(complete).mapToDouble(i -> wave[i]).toArray())
                .toArray(double[][]::new);
        return new RepeatedMeasures(kept, waves[0].length - complete.length);
    }

    /**
     * {@return Kendall's W, from 0 where people's orders of the waves have nothing in common to 1 where they are the same,
     * by Friedman's rank test} The statistic allows for ties and its p value is from the chi-squared distribution, as in
     * R's {@code friedman.test}.
     *
     * @throws london.loti.model.finding.FindingsException if nobody's waves differ
     */
    public Effect friedman() {
        int k = waves.length;
        double[] totals = new double[k];
        double ties = 0;
        for (int i = 0; i < n; i++) {
            double[] person = new double[k];
            for (int w = 0; w < k; w++) {
                person[w] = waves[w][i];
            }
            int[] ranks = Ranks.doubled(person);
            for (int w = 0; w < k; w++) {
                totals[w] += ranks[w] / 2.0;
            }
            ties += Ranks.tieSum(person);
        }
        double spread = 0;
        for (double total : totals) {
            double distance = total - n * (k + 1) / 2.0;
            spread += distance * distance;
        }
        double expected = (double) n * k * (k + 1) - ties / (k - 1);
        if (!(expected > 0)) {
            throw Screening.noVariation(
                    "values must differ between waves, but nobody's do\nMaybe the same column was taken twice.",
                    "waves");
        }
        double statistic = 12 * spread / expected;
        double df = k - 1.0;
        Effect.Builder effect = Effect.builder("friedman", n)
                .estimate(Estimate.of("Kendall's W", statistic / (n * df))
                        .withTest(statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic)))
                .convention("ties", "mean ranks, statistic corrected")
                .convention("p", "chi-squared")
                .diagnostic("incomplete people", incomplete)
                .dataHash(DataHash.of(waves))
                .assumes("People are independent of each other.")
                .assumes("Without a difference a person's waves could have come in any order.");
        for (int w = 0; w < k; w++) {
            effect.diagnostic("mean rank of wave " + (w + 1), totals[w] / n);
        }
        return effect.build();
    }
}
