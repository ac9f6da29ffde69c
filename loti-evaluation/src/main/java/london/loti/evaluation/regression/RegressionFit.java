package london.loti.evaluation.regression;

import java.util.Arrays;

import london.loti.evaluation.estimate.Effect;

/** A regression's result: the effect with one estimate a column, the covariance of the estimates, and the residuals. */
public final class RegressionFit {
    private final Effect effect;
    private final double[][] covariance;
    private final int[] rows;
    private final double[] residuals;

    RegressionFit(Effect effect, double[][] covariance, int[] rows, double[] residuals) {
        this.effect = effect;
        this.covariance = covariance;
        this.rows = rows;
        this.residuals = residuals;
    }

    /** {@return one estimate a column, in the order of the design, with the columns' names} */
    public Effect effect() {
        return effect;
    }

    /** {@return the covariance of the estimates, in the order of the design} */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /** {@return the rows that were used: positions in the design} */
    public int[] rows() {
        return rows.clone();
    }

    /** {@return outcome less fit, for the rows that were used, in their order} */
    public double[] residuals() {
        return residuals.clone();
    }
}
