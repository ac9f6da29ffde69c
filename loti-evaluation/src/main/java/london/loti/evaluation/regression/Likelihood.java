package london.loti.evaluation.regression;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;

/**
 * The likelihood of a generalised linear model over orthonormal columns, and its top by Newton's steps: with a canonical
 * link these are the steps of iteratively reweighted least squares. Steps go on until the deviance stands still far below
 * the fourteenth digit, since a standard error has half the digits that the deviance has.
 */
final class Likelihood {
    private static final int MOST_STEPS = 100;

    private static final double SETTLED = 1e-20;

    private static final double NEARLY_SETTLED = 1e-12;

    /** A fit that ends does so in fewer steps than this; what goes on may be running away. */
    private static final int SUSPICIOUS = 12;

    private static final double SLACK = 1e-3;

    private final Family family;
    private final double[][] columns;
    private final double[] outcome;
    private final double[] weights;
    private final double[] offset;

    Likelihood(Family family, double[][] columns, double[] outcome, double[] weights, double[] offset) {
        this.family = family;
        this.columns = columns;
        this.outcome = outcome;
        this.weights = weights;
        this.offset = offset;
    }

    /** A place: its linear predictor, its deviance, and the slope and curvature of the log likelihood there. */
    static final class Point {
        final double[] theta;
        final double[] eta;
        final double deviance;
        final double[] gradient;
        final double[][] information;

        private Point(double[] theta, double[] eta, double deviance, double[] gradient, double[][] information) {
            this.theta = theta;
            this.eta = eta;
            this.deviance = deviance;
            this.gradient = gradient;
            this.information = information;
        }
    }

    /** Where the steps ended. */
    static final class End {
        final Point point;
        /** Whether the steps came to an end there. */
        final boolean settled;
        /** The direction in which the likelihood rises for ever, or null. */
        final double @Nullable [] escape;
        /** How fast the log likelihood rises with the value that is held; nought where none is. */
        final double multiplier;

        private End(Point point, boolean settled, double @Nullable [] escape, double multiplier) {
            this.point = point;
            this.settled = settled;
            this.escape = escape;
            this.multiplier = multiplier;
        }
    }

    /** The top, from a first step of least squares. */
    End maximise() {
        return climb(firstGuess(), null);
    }

    /** The top among the places that have the same product with {@code held} as the start. */
    End maximiseHolding(double[] held, double[] start) {
        return climb(start, held);
    }

    private End climb(double[] start, double @Nullable [] held) {
        Point here = at(start);
        double before = Double.POSITIVE_INFINITY;
        double multiplier = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] lower = Matrices.cholesky(here.information);
            if (lower.length == 0) {
                return new End(here, false, null, multiplier);
            }
            double[] move = Matrices.solve(lower, here.gradient);
            if (held != null) {
                double[] along = Matrices.solve(lower, held);
                multiplier = Sums.dot(held, move) / Sums.dot(held, along);
                for (int j = 0; j < move.length; j++) {
                    move[j] -= multiplier * along[j];
                }
            }
            double gain = Sums.dot(move, here.gradient);
            if (held == null && step >= SUSPICIOUS && runsAway(move)) {
                return new End(here, false, move, multiplier);
            }
            here = along(here, move);
            if (gain <= SETTLED || (gain <= NEARLY_SETTLED * (1 + here.deviance) && gain > before / 2)) {
                return new End(here, true, null, multiplier);
            }
            before = gain;
        }
        return new End(here, false, null, multiplier);
    }

    private Point along(Point from, double[] move) {
        double allowed = from.deviance + 1e-10 * (0.1 + Math.abs(from.deviance));
        double share = 1;
        while (true) {
            double[] theta = from.theta.clone();
            for (int j = 0; j < theta.length; j++) {
                theta[j] += share * move[j];
            }
            Point to = at(theta);
            if (to.deviance <= allowed || share < 1e-9) {
                return to;
            }
            share /= 2;
        }
    }

    private boolean runsAway(double[] move) {
        double[] change = combine(move);
        double most = 0;
        for (double c : change) {
            most = Math.max(most, Math.abs(c));
        }
        if (most < 0.5) {
            return false;
        }
        for (int i = 0; i < change.length; i++) {
            if (!family.escapes(outcome[i], change[i], SLACK * most)) {
                return false;
            }
        }
        return true;
    }

    double[] combine(double[] theta) {
        double[] sum = new double[outcome.length];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += theta[j] * column[i];
            }
        }
        return sum;
    }

    private Point at(double[] theta) {
        double[] eta = combine(theta);
        int n = eta.length;
        double[] residual = new double[n];
        double[] curvature = new double[n];
        DoubleDouble deviance = new DoubleDouble();
        for (int i = 0; i < n; i++) {
            eta[i] += offset[i];
            residual[i] = weights[i] * family.residual(outcome[i], eta[i]);
            curvature[i] = weights[i] * family.variance(eta[i]);
            deviance.addProduct(weights[i], family.deviance(outcome[i], eta[i]));
        }
        double[] gradient = new double[columns.length];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = Sums.dot(columns[j], residual);
        }
        return new Point(theta, eta, finite(deviance.value()), gradient, cross(curvature));
    }

    private static double finite(double deviance) {
        return Double.isNaN(deviance) ? Double.POSITIVE_INFINITY : deviance;
    }

    /** The cross product of the columns, each row counted as often as told. */
    double[][] cross(double[] times) {
        int p = columns.length;
        double[][] cross = new double[p][p];
        double[] scaled = new double[times.length];
        for (int a = 0; a < p; a++) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = times[i] * columns[a][i];
            }
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                double[] column = columns[b];
                for (int i = 0; i < scaled.length; i++) {
                    sum += scaled[i] * column[i];
                }
                cross[a][b] = sum;
                cross[b][a] = sum;
            }
        }
        return cross;
    }

    private double[] firstGuess() {
        int n = outcome.length;
        double[] curvature = new double[n];
        double[] working = new double[n];
        for (int i = 0; i < n; i++) {
            double eta = family.start(outcome[i], weights[i]);
            double variance = family.variance(eta);
            curvature[i] = weights[i] * variance;
            working[i] = weights[i] * (variance * (eta - offset[i]) + family.residual(outcome[i], eta));
        }
        double[] right = new double[columns.length];
        for (int j = 0; j < right.length; j++) {
            right[j] = Sums.dot(columns[j], working);
        }
        double[][] lower = Matrices.cholesky(cross(curvature));
        return lower.length == 0 ? new double[right.length] : Matrices.solve(lower, right);
    }
}
