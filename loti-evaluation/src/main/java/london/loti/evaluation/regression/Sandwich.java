package london.loti.evaluation.regression;

import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.regression.StandardErrors.ClusterType;
import london.loti.evaluation.regression.StandardErrors.RobustType;
import london.loti.evaluation.study.Categories;

/**
 * The covariance of coefficients, {@code R⁻¹ meat R⁻ᵀ}, with the meat made of the design's orthonormal columns: what is
 * ill-conditioned in the design stays in the triangle R, where it is known to many digits.
 */
final class Sandwich {
    private final LeastSquares fit;
    private final double[] residuals;
    private final int n;
    private final int p;

    Sandwich(LeastSquares fit) {
        this.fit = fit;
        this.residuals = fit.residuals();
        this.n = fit.rows();
        this.p = fit.columns();
    }

    double[][] robust(RobustType type) {
        double highest = 0;
        for (int i = 0; i < n; i++) {
            highest = Math.max(highest, fit.leverage(i));
        }
        double[][] meat = new double[p][p];
        double[] row = new double[p];
        for (int i = 0; i < n; i++) {
            double weight = residuals[i] * residuals[i] * raise(type, fit.leverage(i), highest);
            for (int j = 0; j < p; j++) {
                row[j] = fit.orthonormal(i, j);
            }
            addOuter(meat, row, weight);
        }
        return covariance(meat);
    }

    private double raise(RobustType type, double leverage, double highest) {
        double relative = n * leverage / p;
        double left = 1 - leverage;
        return switch (type) {
            case HC0 -> 1;
            case HC1 -> (double) n / (n - p);
            case HC2 -> 1 / left;
            case HC3 -> 1 / (left * left);
            case HC4 -> Math.pow(left, -Math.min(4, relative));
            case HC4M -> Math.pow(left, -(Math.min(1, relative) + Math.min(1.5, relative)));
            case HC5 -> Math.pow(left, -Math.min(relative, Math.max(4, 0.7 * n * highest / p)) / 2);
        };
    }

    /** The covariance that allows for clusters, before any factor. */
    double[][] clustered(Categories clusters) {
        double[][] meat = new double[p][p];
        for (double[] score : scores(clusters)) {
            addOuter(meat, score, 1);
        }
        return covariance(meat);
    }

    private double[][] scores(Categories clusters) {
        double[][] scores = new double[clusters.labels().size()][p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < n; i++) {
                scores[clusters.code(i)][j] += fit.orthonormal(i, j) * residuals[i];
            }
        }
        return scores;
    }

    /** The factor of CR1. */
    double clusterFactor(Categories clusters, ClusterType type) {
        double g = clusters.labels().size();
        return type == ClusterType.CR0 ? 1 : g / (g - 1) * (n - 1) / (n - p);
    }

    /**
     * Bell and McCaffrey's covariance and Satterthwaite's degrees of freedom for each coefficient. For orthonormal columns
     * Q, the adjusted residuals meet Q as {@code (I - Q_g'Q_g)^(-1/2) Q_g' e_g}, so no matrix is larger than the number of
     * columns.
     */
    Reduced biasReduced(Categories clusters) {
        int groups = clusters.labels().size();
        double[][][] cross = new double[groups][p][p];
        double[] row = new double[p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                row[j] = fit.orthonormal(i, j);
            }
            addOuter(cross[clusters.code(i)], row, 1);
        }
        double[][] scores = scores(clusters);
        double[][] meat = new double[p][p];
        double[][][] adjust = new double[groups][][];
        for (int g = 0; g < groups; g++) {
            double[][] left = new double[p][p];
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    left[i][j] = (i == j ? 1 : 0) - cross[g][i][j];
                }
            }
            adjust[g] = Matrices.power(left, -0.5);
            addOuter(meat, Matrices.multiply(adjust[g], scores[g]), 1);
        }
        double[][] triangle = fit.triangleInverse();
        double[] freedom = new double[p];
        for (int j = 0; j < p; j++) {
            freedom[j] = satterthwaite(triangle[j], cross, adjust);
        }
        return new Reduced(covariance(meat), freedom);
    }

    /** The trace of P squared over the sum of its squares, P = diag(s_g's_g) - Z Z'. */
    private double satterthwaite(double[] contrast, double[][][] cross, double[][][] adjust) {
        double[][] zz = new double[p][p];
        double trace = 0;
        double squares = 0;
        for (int g = 0; g < cross.length; g++) {
            double[] turned = Matrices.multiply(adjust[g], contrast);
            double[] z = Matrices.multiply(cross[g], turned);
            double own = 0;
            double length = 0;
            for (int k = 0; k < p; k++) {
                own += turned[k] * z[k];
                length += z[k] * z[k];
            }
            trace += own - length;
            squares += own * own - 2 * own * length;
            addOuter(zz, z, 1);
        }
        for (double[] line : zz) {
            for (double value : line) {
                squares += value * value;
            }
        }
        return trace * trace / squares;
    }

    double[][] covariance(double[][] meat) {
        double[][] triangle = fit.triangleInverse();
        double[][] half = Matrices.multiply(triangle, meat);
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    sum += half[i][k] * triangle[j][k];
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
        return covariance;
    }

    static void addOuter(double[][] sum, double[] x, double weight) {
        for (int i = 0; i < x.length; i++) {
            double factor = weight * x[i];
            for (int j = 0; j < x.length; j++) {
                sum[i][j] += factor * x[j];
            }
        }
    }

    /** A covariance with degrees of freedom for each coefficient. */
    static final class Reduced {
        final double[][] covariance;
        final double[] freedom;

        Reduced(double[][] covariance, double[] freedom) {
            this.covariance = covariance;
            this.freedom = freedom;
        }
    }
}
