package london.loti.evaluation.meta;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** Estimates with their variances, and the arithmetic on them. */
final class Pool {
    private static final int MOST_STEPS = 10_000;
    private static final double SETTLED = 1e-12;

    private final int[] positions;
    private final double[] values;
    private final double[] variances;

    /** The positions are those that the councils had before incomplete ones were left out. */
    Pool(int[] positions, double[] values, double[] variances) {
        this.positions = positions;
        this.values = values;
        this.variances = variances;
    }

    int position(int i) {
        return positions[i];
    }

    double value(int position) {
        return values[position];
    }

    double variance(int position) {
        return variances[position];
    }

    String hash() {
        return DataHash.of(values, variances);
    }

    int size() {
        return values.length;
    }

    /** The pool without one estimate. */
    Pool without(int left) {
        int[] rest = IntStream.range(0, positions.length)
                .filter(i -> i != left)
                .map(i -> positions[i])
                .toArray();
        return new Pool(rest, without(values, left), without(variances, left));
    }

    private static double[] without(double[] all, int left) {
        double[] some = Arrays.copyOf(all, all.length - 1);
        System.arraycopy(all, left + 1, some, left, some.length - left);
        return some;
    }

    double[] weights(double tauSquared) {
        return Arrays.stream(variances).map(v -> 1 / (v + tauSquared)).toArray();
    }

    double mean(double[] weights) {
        return Sums.dot(weights, values) / Sums.sum(weights);
    }

    /** The weighted squares around the weighted mean. */
    double spread(double[] weights) {
        double mean = mean(weights);
        double[] terms = new double[size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return Sums.sum(terms);
    }

    /** The variance that estimates would have if all were alike: Higgins and Thompson 2002. */
    double typicalVariance() {
        double[] w = weights(0);
        double sum = Sums.sum(w);
        return (size() - 1) * sum / (sum * sum - Sums.dot(w, w));
    }

    double tauSquared(Heterogeneity method) {
        return switch (method) {
            case NONE -> 0;
            case DERSIMONIAN_LAIRD -> moments();
            case REML -> restrictedLikelihood();
        };
    }

    private double moments() {
        double[] w = weights(0);
        double sum = Sums.sum(w);
        return Math.max(0, (spread(w) - (size() - 1)) / (sum - Sums.dot(w, w) / sum));
    }

    private double restrictedLikelihood() {
        double tauSquared = moments();
        int stuck = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = Math.max(0, tauSquared + scoringStep(tauSquared));
            boolean settled = Math.abs(next - tauSquared) <= SETTLED * Math.max(next, 1e-3 * typicalVariance());
            stuck = next == 0 ? stuck + 1 : 0;
            tauSquared = next;
            if (settled || stuck > 2) {
                return tauSquared;
            }
        }
        throw FindingsException.error(
                StudyProblem.NOT_SETTLED,
                "tau² must settle, but moved on after " + MOST_STEPS + " steps\nMaybe use DerSimonian and Laird.",
                Where.file("estimates"));
    }

    /** (y'PPy − tr P) / tr PP, with P the weights less their projection. */
    private double scoringStep(double tauSquared) {
        double[] w = weights(tauSquared);
        double mean = mean(w);
        double sum = Sums.sum(w);
        double[] squares = new double[size()];
        double[] cubes = new double[size()];
        double[] quadratic = new double[size()];
        for (int i = 0; i < w.length; i++) {
            squares[i] = w[i] * w[i];
            cubes[i] = w[i] * w[i] * w[i];
            quadratic[i] = squares[i] * (values[i] - mean) * (values[i] - mean);
        }
        double second = Sums.sum(squares);
        double traceP = sum - second / sum;
        double tracePp = second - 2 * Sums.sum(cubes) / sum + second * second / (sum * sum);
        return (Sums.sum(quadratic) - traceP) / tracePp;
    }
}
