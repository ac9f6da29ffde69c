package london.loti.evaluation.survey;

import java.util.Arrays;

import london.loti.evaluation.numeric.Sums;

/** Weights, and how they came about. */
public final class Weighting {
    private final double[] weights;
    private final int steps;
    private final int trimmed;
    private final double largestMiss;

    Weighting(double[] weights, int steps, int trimmed, double largestMiss) {
        this.weights = weights;
        this.steps = steps;
        this.trimmed = trimmed;
        this.largestMiss = largestMiss;
    }

    /** {@return the weights, in the order of the people} */
    public double[] weights() {
        return weights.clone();
    }

    /** {@return how many times all margins were gone through} */
    public int steps() {
        return steps;
    }

    /** {@return how many people's weights were trimmed} */
    public int trimmed() {
        return trimmed;
    }

    /**
     * {@return by how much the weights miss a category of the population at most, as a share of it; above the tolerance
     * only where weights were trimmed}
     */
    public double largestMiss() {
        return largestMiss;
    }

    /**
     * {@return Kish's design effect of weights: n Σw² / (Σw)², by which unequal weights alone inflate a variance} Kish
     * 1965.
     */
    public double designEffect() {
        return designEffect(weights);
    }

    static double designEffect(double[] weights) {
        double sum = Sums.sum(weights);
        return weights.length * Sums.dot(weights, weights) / (sum * sum);
    }

    /** {@return how many people with equal weights would tell as much} */
    public double effectiveSize() {
        return weights.length / designEffect();
    }

    @Override
    public String toString() {
        return "Weighting[people=" + weights.length + ", largest="
                + Arrays.stream(weights).max().orElse(Double.NaN) + "]";
    }
}
