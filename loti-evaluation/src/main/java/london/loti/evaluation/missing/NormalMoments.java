package london.loti.evaluation.missing;

import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.study.StudyProblem;

/**
 * The means and covariances of a normal distribution under which data with gaps are likeliest, by expectation and
 * maximisation (Dempster, Laird and Rubin 1977).
 *
 * @param means the means, in the order of the columns
 * @param covariance the covariances with the divisor n, row by row
 * @param steps how many steps it took until none moved by more than 1e-13 standard deviations
 */
public record NormalMoments(List<Double> means, List<List<Double>> covariance, int steps) {
    private static final int MOST_STEPS = 100_000;
    private static final double SETTLED = 1e-13;

    /**
     * Copies the lists.
     *
     * @param means the means
     * @param covariance the covariances
     * @param steps how many steps it took
     */
    public NormalMoments {
        means = List.copyOf(means);
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /** The moments of columns that have nearly mean 0 and variance 1. */
    static NormalMoments ofStandardised(List<MissingPattern> patterns, int columns) {
        double[] means = new double[columns];
        double[][] covariance = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            covariance[j][j] = 1;
        }
        double rows = patterns.stream().mapToInt(pattern -> pattern.rows).sum();
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] sums = new double[columns];
            double[][] products = new double[columns][columns];
            for (MissingPattern pattern : patterns) {
                expect(pattern, means, covariance, sums, products);
            }
            double moved = 0;
            double[] before = means.clone();
            for (int i = 0; i < columns; i++) {
                means[i] = sums[i] / rows;
                moved = Math.max(moved, Math.abs(means[i] - before[i]));
            }
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    double value = products[i][j] / rows - means[i] * means[j];
                    moved = Math.max(moved, Math.abs(value - covariance[i][j]));
                    products[i][j] = value;
                }
            }
            covariance = products;
            if (moved <= SETTLED) {
                return new NormalMoments(boxed(means), rowsOf(covariance), step);
            }
        }
        throw Arm.problem(
                StudyProblem.NOT_SETTLED,
                "means and covariances must settle, but moved on after " + MOST_STEPS + " steps");
    }

    static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<List<Double>> rowsOf(double[][] matrix) {
        return Arrays.stream(matrix).map(NormalMoments::boxed).toList();
    }

    /** Adds the expected sums and products of a pattern's rows: each row is G x + h, with a covariance where unknown. */
    private static void expect(
            MissingPattern pattern, double[] means, double[][] covariance, double[] sums, double[][] products) {
        int columns = means.length;
        int o = pattern.known.length;
        double[][] lower = lower(pattern, covariance);
        double[][] g = new double[columns][o];
        double[] h = new double[columns];
        boolean[] known = new boolean[columns];
        for (int a = 0; a < o; a++) {
            known[pattern.known[a]] = true;
            g[pattern.known[a]][a] = 1;
        }
        for (int i = 0; i < columns; i++) {
            if (!known[i]) {
                int row = i;
                g[i] = Matrices.solve(
                        lower,
                        Arrays.stream(pattern.known)
                                .mapToDouble(k -> covariance[row][k])
                                .toArray());
                h[i] = means[i];
                for (int a = 0; a < o; a++) {
                    h[i] -= g[i][a] * means[pattern.known[a]];
                }
            }
        }
        double[] gSums = new double[columns];
        double[][] gProducts = Matrices.multiply(g, pattern.products);
        for (int i = 0; i < columns; i++) {
            for (int a = 0; a < o; a++) {
                gSums[i] += g[i][a] * pattern.sums[a];
            }
            sums[i] += gSums[i] + pattern.rows * h[i];
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = gSums[i] * h[j] + h[i] * gSums[j] + pattern.rows * h[i] * h[j];
                for (int a = 0; a < o; a++) {
                    sum += gProducts[i][a] * g[j][a];
                }
                if (!known[i] && !known[j]) {
                    double rest = covariance[i][j];
                    for (int a = 0; a < o; a++) {
                        rest -= g[i][a] * covariance[pattern.known[a]][j];
                    }
                    sum += pattern.rows * rest;
                }
                products[i][j] += sum;
            }
        }
    }

    static double[][] lower(MissingPattern pattern, double[][] covariance) {
        double[][] lower = Matrices.cholesky(pattern.part(covariance));
        if (lower.length == 0) {
            throw Arm.problem(
                    StudyProblem.COLLINEAR,
                    "no column may be a combination of others, but one is\nMaybe leave out totals or pool columns.");
        }
        return lower;
    }
}
