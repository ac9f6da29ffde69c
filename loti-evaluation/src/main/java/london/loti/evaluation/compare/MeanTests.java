package london.loti.evaluation.compare;

import org.apache.commons.statistics.distribution.TDistribution;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;

/** What a difference between means and its standard error tell, for pairs and for groups alike. */
final class MeanTests {
    /** As R does: an error so much smaller than the means is rounding. */
    private static final double CONSTANT = 10 * Math.ulp(1.0);

    private MeanTests() {}

    /** A difference between means. */
    record Difference(String term, double value, double error, double df) {
        Estimate test(Inference inference) {
            return inference.student(term, value, error, df);
        }

        Estimate untested() {
            return Estimate.of(term, value).withStandardError(error);
        }

        /** Throws where the values do not vary beside their size. */
        Difference varying(double size, String column) {
            if (error > CONSTANT * size) {
                return this;
            }
            throw Screening.noVariation(
                    "values must vary for a test of means, but they are all but the same\nMaybe report the difference"
                            + " as it is: there is nothing to estimate its error from.",
                    column);
        }
    }

    /**
     * Two one-sided tests (Schuirmann 1987, doi:10.1007/BF01068419): is the difference surely above the one bound and
     * below the other? The interval leaves out the level's complement on each side.
     */
    static Effect.Builder equivalence(String method, long n, Difference d, double low, double high, double level) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("the bounds of equivalence must be finite and in order, but were " + low
                    + " and " + high + "\nMaybe take the smallest change that matters, below and above nought.");
        }
        TDistribution t = TDistribution.of(d.df());
        double aboveLow = (d.value() - low) / d.error();
        double belowHigh = (d.value() - high) / d.error();
        double pLow = t.survivalProbability(aboveLow);
        double pHigh = t.cumulativeProbability(belowHigh);
        boolean lowDecides = pLow >= pHigh;
        double both = 1 - 2 * (1 - level);
        if (!(both > 0)) {
            throw new IllegalArgumentException("the level of an equivalence test must be above 0.5, but was " + level);
        }
        Estimate whole = Inference.usual().withLevel(both).student(d.term(), d.value(), d.error(), d.df());
        return Effect.builder(method, n)
                .estimate(whole.withTest(lowDecides ? aboveLow : belowHigh, d.df(), Math.max(pLow, pHigh)))
                .estimate(Estimate.of("above the lower bound", d.value() - low)
                        .withStandardError(d.error())
                        .withTest(aboveLow, d.df(), pLow))
                .estimate(Estimate.of("below the upper bound", d.value() - high)
                        .withStandardError(d.error())
                        .withTest(belowHigh, d.df(), pHigh))
                .convention("p", "two one-sided tests: the larger of both")
                .convention("interval", "level 1 - 2 (1 - " + level + ")")
                .diagnostic("lower bound", low)
                .diagnostic("upper bound", high)
                .assumes("The bounds were chosen before the data were seen.");
    }
}
