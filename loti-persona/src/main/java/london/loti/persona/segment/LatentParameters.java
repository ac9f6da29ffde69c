package london.loti.persona.segment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * The parameters of a latent class model in one vector, so that a step of EM leads from vector to vector: first the
 * shares of the classes, then for every cell its probability in each class.
 */
final class LatentParameters {
    private final int classes;
    private final int[] offsets;

    LatentParameters(int classes, int[] offsets) {
        this.classes = classes;
        this.offsets = offsets;
    }

    int classes() {
        return classes;
    }

    int size() {
        return classes + offsets[offsets.length - 1] * classes;
    }

    /** Where the probability of a cell in the first class stands; the other classes follow. */
    int at(int cell) {
        return classes + cell * classes;
    }

    /**
     * Equal shares, and probabilities uniform over all distributions of an attribute's levels.
     *
     * @param used which cells are in use; the others have and keep a probability of 0
     */
    double[] random(SplittableRandom random, IntPredicate used) {
        double[] theta = new double[size()];
        Arrays.fill(theta, 0, classes, 1);
        for (int i = classes; i < theta.length; i++) {
            if (used.test(i / classes - 1)) {
                theta[i] = -Math.log(1 - random.nextDouble()) + Double.MIN_NORMAL;
            }
        }
        normalise(theta);
        return theta;
    }

    /** Divides by the sums, so that shares, and probabilities of each attribute in each class, sum to 1. */
    void normalise(double[] theta) {
        normalise(theta, 0, classes, 1);
        for (int column = 0; column + 1 < offsets.length; column++) {
            for (int c = 0; c < classes; c++) {
                normalise(theta, at(offsets[column]) + c, at(offsets[column + 1]) + c, classes);
            }
        }
    }

    private static void normalise(double[] theta, int from, int to, int step) {
        double sum = 0;
        for (int i = from; i < to; i += step) {
            sum += theta[i];
        }
        for (int i = from; i < to; i += step) {
            theta[i] /= sum;
        }
    }

    /** The same with the classes in another order. */
    double[] reordered(double[] theta, int[] order) {
        double[] moved = new double[theta.length];
        for (int i = 0; i < theta.length; i += classes) {
            for (int c = 0; c < classes; c++) {
                moved[i + c] = theta[i + order[c]];
            }
        }
        return moved;
    }

    /**
     * The posterior of each class, by logarithms, so that no number of answers is too many.
     *
     * @param answers one level a column, or {@link LatentPatterns#MISSING}
     * @param into where the posteriors go; {@code NaN} where no class allows the answers
     * @return the logarithm of the probability of the answers
     */
    double posterior(double[] theta, byte[] answers, double[] into) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double log = Math.log(theta[c]);
            for (int column = 0; column < answers.length; column++) {
                if (answers[column] != LatentPatterns.MISSING) {
                    log += Math.log(theta[at(offsets[column] + answers[column]) + c]);
                }
            }
            into[c] = log;
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            into[c] = Math.exp(into[c] - most);
            sum += into[c];
        }
        for (int c = 0; c < classes; c++) {
            into[c] /= sum;
        }
        return most + Math.log(sum);
    }
}
