package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Entropy balancing (Hainmueller 2012, doi:10.1093/pan/mpr025): of all weights of the controls whose covariate means are
 * exactly those of the treated, the ones nearest to equal. There is one answer, found by Newton's steps on the dual. For
 * variances to agree too, give the squares as columns. The effect is on the treated. Immutable.
 */
public final class EntropyBalancing {
    private static final int MOST_STEPS = 200;

    private static final double HIT = 1e-13;

    private static final double GOOD_ENOUGH = 1e-10;

    private final Comparison comparison;

    private EntropyBalancing(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * {@return entropy balancing of all columns of a comparison}
     *
     * @param comparison the groups and their covariates
     */
    public static EntropyBalancing of(Comparison comparison) {
        return new EntropyBalancing(comparison);
    }

    /**
     * {@return the weights: those of the controls sum to 1, and the treated count alike and sum to 1 as well}
     *
     * @throws FindingsException if the treated's means lie outside what weights of the controls can reach, or covariates
     *     are combinations of others
     */
    public GroupWeights weights() {
        int[] treated = comparison.treatedRows();
        int[] controls = comparison.controlRows();
        double[][] z = standardised(treated, controls);
        double[] shares = solve(z, controls.length);
        double[] weights = new double[comparison.rows()];
        double kl = 0;
        for (int i = 0; i < controls.length; i++) {
            weights[controls[i]] = shares[i];
            kl += shares[i] > 0 ? shares[i] * Math.log(shares[i] * controls.length) : 0;
        }
        Arrays.stream(treated).forEach(i -> weights[i] = 1.0 / treated.length);
        return new GroupWeights(comparison, "entropy-balancing", Estimand.ATT, weights, null)
                .told("moments", "means")
                .measured("kl divergence", kl)
                .measured("largest control weight", Arrays.stream(shares).max().orElse(0))
                .measured("largest imbalance", largest(gradient(z, shares)));
    }

    /** The controls' columns less the treated's means, in units of their own standard deviation. */
    private double[][] standardised(int[] treated, int[] controls) {
        List<Finding> outside = new ArrayList<>();
        List<double[]> z = new ArrayList<>();
        for (int j = 0; j < comparison.names().size(); j++) {
            double[] own = comparison.pick(comparison.column(j), controls);
            double target = Sums.mean(comparison.pick(comparison.column(j), treated));
            double least = Arrays.stream(own).min().orElse(Double.NaN);
            double most = Arrays.stream(own).max().orElse(Double.NaN);
            if (!(target > least && target < most)) {
                outside.add(Finding.error(
                        StudyProblem.NO_OVERLAP,
                        "the treated's mean of '" + comparison.names().get(j)
                                + "' must lie between the least and the most that controls have, but does not\n"
                                + "Maybe leave the covariate out, or keep only treated units that have controls like"
                                + " them.",
                        Where.column(Comparison.SOURCE, comparison.names().get(j))));
            }
            double unit = Sums.standardDeviation(own);
            z.add(Arrays.stream(own).map(v -> (v - target) / unit).toArray());
        }
        if (!outside.isEmpty()) {
            throw new FindingsException(outside);
        }
        return z.toArray(double[][]::new);
    }

    private double[] solve(double[][] z, int n) {
        int p = z.length;
        double[] lambda = new double[p];
        double[] shares = shares(z, lambda, n);
        double before = logSum(z, lambda, n);
        double miss = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = gradient(z, shares);
            double last = miss;
            miss = largest(gradient);
            if (miss <= HIT || (miss <= GOOD_ENOUGH && miss >= last / 2)) {
                return shares;
            }
            double[][] lower = Matrices.cholesky(curvature(z, shares, gradient));
            if (lower.length == 0) {
                throw unreachable(gradient, step == 0);
            }
            double[] move = Matrices.solve(lower, gradient);
            double gain = Sums.dot(move, gradient);
            double share = 1;
            double[] next;
            double value;
            do {
                next = new double[p];
                for (int j = 0; j < p; j++) {
                    next[j] = lambda[j] + share * move[j];
                }
                value = logSum(z, next, n);
                share /= 2;
            } while (!(value <= before - 1e-4 * 2 * share * gain + 1e-15 * Math.abs(before)) && share > 1e-9);
            lambda = next;
            before = value;
            shares = shares(z, lambda, n);
        }
        throw unreachable(gradient(z, shares), false);
    }

    private FindingsException unreachable(double[] gradient, boolean atOnce) {
        if (atOnce) {
            return comparison.failure(
                    StudyProblem.COLLINEAR,
                    "covariates must not be combinations of others among the controls, but one is\nMaybe leave one of "
                            + comparison.names() + " out.",
                    "covariates");
        }
        int worst = 0;
        for (int j = 0; j < gradient.length; j++) {
            worst = Math.abs(gradient[j]) > Math.abs(gradient[worst]) ? j : worst;
        }
        String name = comparison.names().get(worst);
        return comparison.failure(
                StudyProblem.NO_OVERLAP,
                "the treated's means must be within reach of weights of the controls, but together they are not: '"
                        + name
                        + "' stays furthest off\nMaybe leave it out, or keep only treated units that have controls like"
                        + " them.",
                name);
    }

    private static double[] exponents(double[][] z, double[] lambda, int n) {
        double[] exponents = new double[n];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < n; i++) {
                exponents[i] -= lambda[j] * z[j][i];
            }
        }
        return exponents;
    }

    private static double logSum(double[][] z, double[] lambda, int n) {
        double[] exponents = exponents(z, lambda, n);
        double most = Arrays.stream(exponents).max().orElse(0);
        return most
                + Math.log(Arrays.stream(exponents).map(e -> Math.exp(e - most)).sum());
    }

    private static double[] shares(double[][] z, double[] lambda, int n) {
        double[] exponents = exponents(z, lambda, n);
        double most = Arrays.stream(exponents).max().orElse(0);
        double[] raised = Arrays.stream(exponents).map(e -> Math.exp(e - most)).toArray();
        double total = Sums.sum(raised);
        return Arrays.stream(raised).map(e -> e / total).toArray();
    }

    /** The weighted means of the columns: what is still missing, which is minus the slope of the dual. */
    private static double[] gradient(double[][] z, double[] shares) {
        return Arrays.stream(z).mapToDouble(column -> Sums.dot(column, shares)).toArray();
    }

    private static double[][] curvature(double[][] z, double[] shares, double[] means) {
        int p = z.length;
        double[][] curvature = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < shares.length; i++) {
                    sum += shares[i] * (z[a][i] - means[a]) * (z[b][i] - means[b]);
                }
                curvature[a][b] = sum;
                curvature[b][a] = sum;
            }
        }
        return curvature;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
