package london.loti.evaluation.regression;

import org.apache.commons.statistics.distribution.FDistribution;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;

/** How much of the outcome the columns tell. */
final class Goodness {
    private final LeastSquares fit;
    private final double total;
    private final int slopes;

    Goodness(LeastSquares fit, double[] target, double[] w, boolean intercept) {
        this.fit = fit;
        this.slopes = fit.columns() - (intercept ? 1 : 0);
        this.total = intercept ? aroundMean(target, w) : Sums.dot(target, target);
    }

    private static double aroundMean(double[] target, double[] w) {
        double[][] ones = {new double[target.length]};
        for (int i = 0; i < target.length; i++) {
            ones[0][i] = w.length == 0 ? 1 : Math.sqrt(w[i]);
        }
        return LeastSquares.solve(ones, target).residualSquares();
    }

    void describe(Effect.Builder effect) {
        double left = fit.residualSquares();
        int freedom = fit.rows() - fit.columns();
        effect.diagnostic("sigma", Math.sqrt(left / freedom));
        if (total > 0) {
            effect.diagnostic("r_squared", 1 - left / total);
        }
        if (slopes > 0 && left > 0) {
            double f = (total - left) / slopes / (left / freedom);
            effect.diagnostic("f", f)
                    .diagnostic("f_p", FDistribution.of(slopes, freedom).survivalProbability(f));
        }
    }
}
