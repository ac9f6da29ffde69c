package london.loti.persona.segment;

import java.util.Arrays;

/**
 * One step of the EM algorithm: from parameters to the parameters that are most likely given what they say of each
 * pattern. Holds the working space of one thread.
 */
final class LatentStep {
    /** Below this a product of probabilities has lost digits, or soon will: logarithms are used then. */
    private static final double TINY = 1e-100;

    private final LatentPatterns patterns;
    private final LatentBlocks blocks;
    private final LatentParameters parameters;
    private final int classes;
    private final int[] offsets;
    private final double[] probabilities;
    private final double[] expected;
    private final double[] weights;

    LatentStep(LatentPatterns patterns, LatentBlocks blocks, int classes) {
        this.patterns = patterns;
        this.blocks = blocks;
        this.classes = classes;
        this.offsets = LatentPatterns.offsets(patterns.attributes());
        this.parameters = new LatentParameters(classes, offsets);
        this.probabilities = new double[blocks.combinations() * classes];
        this.expected = new double[blocks.combinations() * classes];
        this.weights = new double[classes];
    }

    /** Writes the next parameters, and returns the log-likelihood of the ones that were given. */
    double apply(double[] theta, double[] next) {
        multiply(theta);
        Arrays.fill(expected, 0);
        Arrays.fill(next, 0);
        double logLikelihood = 0;
        // one logarithm for many patterns: their product
        double product = 1;
        int width = blocks.size();
        int[] ofPattern = blocks.ofPattern();
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            int count = patterns.count(pattern);
            double sum = weigh(theta, pattern);
            if (sum < TINY) {
                logLikelihood += count * parameters.posterior(theta, patterns.levels(pattern), weights);
                sum = 1;
            } else if (count == 1) {
                product *= sum;
                if (product < TINY) {
                    logLikelihood += Math.log(product);
                    product = 1;
                }
            } else {
                logLikelihood += count * Math.log(sum);
            }
            double scale = count / sum;
            for (int c = 0; c < classes; c++) {
                weights[c] *= scale;
                next[c] += weights[c];
            }
            for (int at = pattern * width; at < (pattern + 1) * width; at++) {
                int combination = ofPattern[at] * classes;
                for (int c = 0; c < classes; c++) {
                    expected[combination + c] += weights[c];
                }
            }
        }
        maximise(theta, next);
        return logLikelihood + Math.log(product);
    }

    /** Writes the posteriors of all patterns, one after the other, and the logarithms of their probabilities. */
    void posteriors(double[] theta, double[] into, double[] logProbabilities) {
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            logProbabilities[pattern] = parameters.posterior(theta, patterns.levels(pattern), weights);
            System.arraycopy(weights, 0, into, pattern * classes, classes);
        }
    }

    private void multiply(double[] theta) {
        for (int combination = 0; combination < blocks.combinations(); combination++) {
            int at = combination * classes;
            Arrays.fill(probabilities, at, at + classes, 1);
            for (int place = blocks.start(combination); place < blocks.start(combination + 1); place++) {
                int cell = parameters.at(blocks.cell(place));
                for (int c = 0; c < classes; c++) {
                    probabilities[at + c] *= theta[cell + c];
                }
            }
        }
    }

    private double weigh(double[] theta, int pattern) {
        int width = blocks.size();
        int[] ofPattern = blocks.ofPattern();
        System.arraycopy(theta, 0, weights, 0, classes);
        for (int at = pattern * width; at < (pattern + 1) * width; at++) {
            int combination = ofPattern[at] * classes;
            for (int c = 0; c < classes; c++) {
                weights[c] *= probabilities[combination + c];
            }
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += weights[c];
        }
        return sum;
    }

    private void maximise(double[] theta, double[] next) {
        for (int combination = 0; combination < blocks.combinations(); combination++) {
            for (int place = blocks.start(combination); place < blocks.start(combination + 1); place++) {
                int cell = parameters.at(blocks.cell(place));
                for (int c = 0; c < classes; c++) {
                    next[cell + c] += expected[combination * classes + c];
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            next[c] /= patterns.rowsUsed();
        }
        for (int column = 0; column + 1 < offsets.length; column++) {
            for (int c = 0; c < classes; c++) {
                divide(theta, next, parameters.at(offsets[column]) + c, parameters.at(offsets[column + 1]) + c);
            }
        }
    }

    private void divide(double[] theta, double[] next, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i += classes) {
            sum += next[i];
        }
        for (int i = from; i < to; i += classes) {
            // a class that nobody who answered belongs to keeps what it had
            next[i] = sum > 0 ? next[i] / sum : theta[i];
        }
    }
}
