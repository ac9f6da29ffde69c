package london.loti.persona.evidence;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import london.loti.persona.evidence.AgreementResult.Interval;

/**
 * Draws units with replacement. Every replicate has a stream of its own, seeded from the one seed, so that replicate
 * 17 is the same in whatever order, and out of however many, it is drawn.
 */
final class Bootstrap {
    private final long seed;
    private final int replicates;
    private final double confidence;

    Bootstrap(long seed, int replicates, double confidence) {
        this.seed = seed;
        this.replicates = replicates;
        this.confidence = confidence;
    }

    /** The estimate of every replicate that has one, in ascending order; none for fewer than two units. */
    double[] estimates(Statistic statistic, int units) {
        if (units < 2) {
            return new double[0];
        }
        double[] estimates = new double[replicates];
        int there = 0;
        SplittableRandom seeds = new SplittableRandom(seed);
        int[] times = new int[units];
        for (int replicate = 0; replicate < replicates; replicate++) {
            SplittableRandom random = new SplittableRandom(seeds.nextLong());
            Arrays.fill(times, 0);
            for (int i = 0; i < units; i++) {
                times[(int) (((random.nextLong() >>> 32) * units) >>> 32)]++;
            }
            double estimate = statistic.of(times).estimate();
            if (!Double.isNaN(estimate)) {
                estimates[there++] = estimate;
            }
        }
        double[] sorted = Arrays.copyOf(estimates, there);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The interval between two quantiles; none where fewer than half of the replicates have an estimate. */
    @Nullable
    Interval interval(double[] sorted) {
        if (sorted.length == 0 || 2L * sorted.length < replicates) {
            return null;
        }
        double tail = (1 - confidence) / 2;
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), confidence, replicates, seed);
    }

    /** Linear between the two nearest, R's type 7. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    int degenerate(double[] sorted, int units) {
        return units < 2 ? 0 : replicates - sorted.length;
    }
}
