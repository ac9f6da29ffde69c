package london.loti.evaluation.estimate;

import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.FindingsException;

/** Data whose true effect is known, made again and again, and the interval that an estimator gives of it. */
record Experiment(String estimator, String size, double truth, Draw draw) {
    private static final long SEED = 1;

    /** Makes the data, and the interval. */
    interface Draw {
        @Nullable
        Interval interval(Chance chance);
    }

    static Experiment of(String estimator, String size, double truth, Draw draw) {
        return new Experiment(estimator, size, truth, draw);
    }

    /** Each run has a seed of its own, so that fewer runs are the first of more. */
    Coverage run(int runs) {
        SplittableRandom seeds = new SplittableRandom(SEED);
        int held = 0;
        int without = 0;
        for (int run = 0; run < runs; run++) {
            Interval interval = intervalOrNull(new Chance(seeds.split()));
            if (interval == null) {
                without++;
            } else if (interval.contains(truth)) {
                held++;
            }
        }
        return new Coverage(this, runs, held, without);
    }

    private @Nullable Interval intervalOrNull(Chance chance) {
        try {
            return draw.interval(chance);
        } catch (FindingsException e) { // such data say nothing, as where a covariate tells the outcome perfectly
            return null;
        }
    }

    @Override
    public String toString() {
        return estimator + ", " + size;
    }
}
