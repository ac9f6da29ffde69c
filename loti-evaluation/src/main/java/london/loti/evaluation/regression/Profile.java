package london.loti.evaluation.regression;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;

/**
 * The ends of a profile-likelihood interval: where the deviance, the coefficient held and all others at their best, has
 * risen by the square of the normal reach (Venzon and Moolgavkar 1988, doi:10.2307/2347496). Found by Newton's steps on
 * the root of the rise, which is nearly a line, within a bracket.
 */
final class Profile {
    private static final int MOST_STEPS = 60;

    private static final double NO_END = 1e3;

    private final FitParts fit;
    private final double[] held;
    private final double[] along;
    private final double top;
    private final double error;

    Profile(FitParts fit, int coefficient) {
        this.fit = fit;
        this.held = fit.triangleInverse[coefficient];
        double[] direction = Matrices.solve(Matrices.cholesky(fit.top.information), held);
        double variance = Sums.dot(held, direction);
        this.along = direction;
        this.top = Sums.dot(held, fit.top.theta);
        this.error = Math.sqrt(variance);
    }

    /** The end on a side, -1 below or 1 above; infinite where the deviance never rises so far. */
    double end(int side, double reach) {
        double inside = top;
        double outside = side * Double.POSITIVE_INFINITY;
        double value = top + side * reach * error;
        for (int step = 0; step < MOST_STEPS; step++) {
            Likelihood.End here = fit.likelihood.maximiseHolding(held, startAt(value));
            double root = Math.sqrt(Math.max(0, here.point.deviance - fit.top.deviance));
            double miss = root - reach;
            if (Math.abs(miss) <= 1e-12 * reach) {
                return value;
            }
            if (miss < 0) {
                inside = value;
            } else {
                outside = value;
            }
            double slope = -here.multiplier / root;
            double next = value - miss / slope;
            if (!(side * next > side * inside && side * next < side * outside)) {
                next = Double.isInfinite(outside) ? top + 2 * (value - top) : (inside + outside) / 2;
            }
            if (Math.abs(next - top) > NO_END * error * reach) {
                return side * Double.POSITIVE_INFINITY;
            }
            if (Math.abs(next - value) <= 1e-14 * Math.abs(value)) {
                return next;
            }
            value = next;
        }
        return value;
    }

    private double[] startAt(double value) {
        double[] theta = fit.top.theta.clone();
        for (int j = 0; j < theta.length; j++) {
            theta[j] += (value - top) * along[j] / (error * error);
        }
        return theta;
    }
}
