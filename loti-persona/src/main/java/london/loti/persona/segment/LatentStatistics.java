package london.loti.persona.segment;

import java.util.OptionalDouble;

/** What follows from the posteriors and probabilities of the patterns. */
final class LatentStatistics {
    private final LatentPatterns patterns;
    private final int classes;
    private final double[] posteriors;

    LatentStatistics(LatentPatterns patterns, int classes, double[] posteriors) {
        this.patterns = patterns;
        this.classes = classes;
        this.posteriors = posteriors;
    }

    /** The most likely class of a pattern; the first of equals. */
    int modal(int pattern) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (posteriors[pattern * classes + c] > posteriors[pattern * classes + best]) {
                best = c;
            }
        }
        return best;
    }

    /** The mean over rows of the largest posterior. */
    double certainty() {
        double sum = 0;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            sum += patterns.count(pattern) * posteriors[pattern * classes + modal(pattern)];
        }
        return sum / patterns.rowsUsed();
    }

    /** The mean of the largest posterior over the rows assigned to a class. */
    OptionalDouble certainty(int assigned) {
        double sum = 0;
        int rows = 0;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            if (modal(pattern) == assigned) {
                sum += patterns.count(pattern) * posteriors[pattern * classes + assigned];
                rows += patterns.count(pattern);
            }
        }
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / rows);
    }

    OptionalDouble entropyR2() {
        if (classes == 1) {
            return OptionalDouble.empty();
        }
        double entropy = 0;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            for (int c = 0; c < classes; c++) {
                double p = posteriors[pattern * classes + c];
                entropy -= p > 0 ? patterns.count(pattern) * p * Math.log(p) : 0;
            }
        }
        return OptionalDouble.of(1 - entropy / (patterns.rowsUsed() * Math.log(classes)));
    }

    /** G squared, from the log-probability that the model gives to each pattern. */
    static double likelihoodRatio(LatentPatterns patterns, double[] logProbabilities) {
        double sum = 0;
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            double observed = (double) patterns.count(pattern) / patterns.rowsUsed();
            sum += 2 * patterns.count(pattern) * (Math.log(observed) - logProbabilities[pattern]);
        }
        return sum;
    }

    /** X squared. The patterns that nobody gave each add what was expected of them. */
    static double pearson(LatentPatterns patterns, double[] logProbabilities) {
        double sum = 0;
        double unseen = patterns.rowsUsed();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            double expected = patterns.rowsUsed() * Math.exp(logProbabilities[pattern]);
            double off = patterns.count(pattern) - expected;
            sum += off * off / expected;
            unseen -= expected;
        }
        return sum + unseen;
    }
}
