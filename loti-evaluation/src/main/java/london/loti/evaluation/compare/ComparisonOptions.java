package london.loti.evaluation.compare;

import london.loti.evaluation.estimate.Inference;

/** What the comparisons of numbers may be told. */
record ComparisonOptions(Inference inference, NullDistribution distribution, Zeros zeros, long seed, int draws) {
    private static final int USUAL_DRAWS = 9_999;

    static ComparisonOptions usual() {
        return new ComparisonOptions(Inference.usual(), NullDistribution.BEST, Zeros.PRATT, 1, USUAL_DRAWS);
    }

    ComparisonOptions with(Inference newInference) {
        return new ComparisonOptions(newInference, distribution, zeros, seed, draws);
    }

    ComparisonOptions with(NullDistribution newDistribution) {
        return new ComparisonOptions(inference, newDistribution, zeros, seed, draws);
    }

    ComparisonOptions with(Zeros newZeros) {
        return new ComparisonOptions(inference, distribution, newZeros, seed, draws);
    }

    ComparisonOptions withSeed(long newSeed) {
        return new ComparisonOptions(inference, distribution, zeros, newSeed, draws);
    }

    ComparisonOptions withDraws(int newDraws) {
        if (newDraws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, but were " + newDraws);
        }
        return new ComparisonOptions(inference, distribution, zeros, seed, newDraws);
    }
}
