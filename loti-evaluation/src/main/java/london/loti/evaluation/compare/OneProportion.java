package london.loti.evaluation.compare;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;

/**
 * The share of people of whom something is so. Its interval is Wilson's unless told otherwise. Immutable and thread-safe.
 */
public final class OneProportion {
    /** As R does: chances that differ by less are the same. */
    private static final double SAME = 1 + 1e-7;

    private final int yes;
    private final int n;
    private final Inference inference;
    private final ProportionInterval interval;

    private OneProportion(int yes, int n, Inference inference, ProportionInterval interval) {
        this.yes = yes;
        this.n = n;
        this.inference = inference;
        this.interval = interval;
    }

    /**
     * {@return a share}
     *
     * @param yes of how many people it is so
     * @param n of how many people it is known
     * @throws IllegalArgumentException if there are none, or more for whom it is so than people
     */
    public static OneProportion of(int yes, int n) {
        Screening.count("yes", yes);
        if (n < 1 || yes > n) {
            throw new IllegalArgumentException("a share must be of at least 1 person and no more than all, but was "
                    + yes + " of " + n + "\nMaybe the counts are in the wrong order.");
        }
        return new OneProportion(yes, n, Inference.usual(), ProportionInterval.WILSON);
    }

    /**
     * {@return the same with an interval of another level}
     *
     * @param level above 0 and below 1
     */
    public OneProportion withLevel(double level) {
        return new OneProportion(yes, n, inference.withLevel(level), interval);
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side
     */
    public OneProportion withAlternative(Alternative alternative) {
        return new OneProportion(yes, n, inference.withAlternative(alternative), interval);
    }

    /**
     * {@return the same with another interval of {@link #share}}
     *
     * @param newInterval the interval
     */
    public OneProportion withInterval(ProportionInterval newInterval) {
        return new OneProportion(yes, n, inference, newInterval);
    }

    /** {@return the share with its interval} */
    public Effect share() {
        return described(Effect.builder("proportion", n).estimate(estimate(interval)), interval)
                .build();
    }

    /**
     * {@return the share with the exact binomial test and Clopper and Pearson's interval, as R's {@code binom.test}} A
     * two-sided p value is the chance of all counts that are no likelier than the one seen.
     *
     * @param underTest the share under test, from 0 to 1
     * @throws IllegalArgumentException if it is not
     */
    public Effect binomialTest(double underTest) {
        if (!(underTest >= 0 && underTest <= 1)) {
            throw new IllegalArgumentException("the share under test must be from 0 to 1, but was " + underTest);
        }
        Effect.Builder effect = Effect.builder("binomial-exact", n)
                .estimate(estimate(ProportionInterval.CLOPPER_PEARSON)
                        .withTest(yes, Double.NaN, pValue(yes, n, underTest, inference.alternative())));
        return described(effect, ProportionInterval.CLOPPER_PEARSON)
                .convention("p", "exact: counts no likelier")
                .diagnostic("share under test", underTest)
                .build();
    }

    static double pValue(int yes, int n, double share, Alternative alternative) {
        BinomialDistribution counts = BinomialDistribution.of(n, share);
        double upTo = counts.cumulativeProbability(yes);
        double from = counts.survivalProbability(yes - 1);
        return switch (alternative) {
            case GREATER -> from;
            case LESS -> upTo;
            case TWO_SIDED -> bothSides(yes, n, share, counts);
        };
    }

    private static double bothSides(int yes, int n, double share, BinomialDistribution counts) {
        double expected = n * share;
        if (yes == expected || (share == 0 && yes == 0) || (share == 1 && yes == n)) {
            return 1;
        }
        double limit = counts.probability(yes) * SAME;
        if (yes < expected) {
            int other = firstNoLikelier((int) Math.ceil(expected), n + 1, counts, limit);
            return Math.min(1, counts.cumulativeProbability(yes) + counts.survivalProbability(other - 1));
        }
        int other = lastNoLikelier(-1, (int) Math.floor(expected), counts, limit);
        return Math.min(1, counts.survivalProbability(yes - 1) + counts.cumulativeProbability(other));
    }

    /** Beyond what is expected chances fall, so halving finds the first count that is unlikely enough. */
    private static int firstNoLikelier(int from, int none, BinomialDistribution counts, double limit) {
        int low = from;
        int high = none;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts.probability(middle) <= limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int lastNoLikelier(int none, int to, BinomialDistribution counts, double limit) {
        int low = none;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (counts.probability(middle) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Estimate estimate(ProportionInterval chosen) {
        double share = (double) yes / n;
        return Estimate.of("share", share)
                .withStandardError(Math.sqrt(share * (1 - share) / n))
                .withInterval(chosen.of(yes, n, inference));
    }

    private Effect.Builder described(Effect.Builder effect, ProportionInterval chosen) {
        return effect.convention("interval", chosen.words())
                .diagnostic("smallest_cell", Math.min(yes, n - yes))
                .asked(inference)
                .dataHash(DataHash.of(new double[] {yes, n}))
                .assumes("People are independent of each other.");
    }
}
