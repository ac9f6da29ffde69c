package london.loti.evaluation.regression;

import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Matrices;

/** Errors for rows in the order of time: Newey and West 1987, the lag by their rule of 1994, as in R's sandwich. */
final class NeweyWestErrors {
    private final Sandwich sandwich;
    private final int n;
    private final int p;
    private final double[][] moments;
    private final double[][] ruleMoments;

    /** The moments are those of the orthonormal columns; the rule for the lag takes those of the design itself. */
    NeweyWestErrors(LeastSquares fit, double[][] design) {
        this.sandwich = new Sandwich(fit);
        this.n = fit.rows();
        this.p = fit.columns();
        double[] residuals = fit.residuals();
        this.moments = new double[n][p];
        this.ruleMoments = new double[n][p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                moments[i][j] = fit.orthonormal(i, j) * residuals[i];
                ruleMoments[i][j] = design[j][i] * residuals[i];
            }
        }
    }

    /** The covariance with a lag. */
    double[][] covariance(int lag, boolean adjusted, boolean prewhitened) {
        double[][] u = moments;
        double[][] recolour = new double[0][];
        if (prewhitened) {
            double[][] step = autoregression(moments);
            u = whitened(moments, step);
            recolour = recolouring(step);
        }
        double[][] meat = new double[p][p];
        for (int l = 0; l <= lag && l < u.length; l++) {
            double weight = (1 - l / (lag + 1.0)) * (l == 0 ? 0.5 : 1);
            for (int t = l; t < u.length; t++) {
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        double product = weight * u[t - l][i] * u[t][j];
                        meat[i][j] += product;
                        meat[j][i] += product;
                    }
                }
            }
        }
        if (prewhitened) {
            meat = Matrices.multiply(Matrices.multiply(recolour, meat), transposed(recolour));
        }
        double[][] covariance = sandwich.covariance(meat);
        double factor = adjusted ? (double) n / (n - p) : 1;
        for (double[] row : covariance) {
            for (int j = 0; j < p; j++) {
                row[j] *= factor;
            }
        }
        return covariance;
    }

    /** The bandwidth by the rule; its whole part is the lag. An intercept in the first column takes no part. */
    double bandwidth(boolean intercept, boolean prewhitened) {
        double[][] u = prewhitened ? whitened(ruleMoments, autoregression(ruleMoments)) : ruleMoments;
        int rows = u.length;
        double[] h = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = intercept && p > 1 ? 1 : 0; j < p; j++) {
                h[i] += u[i][j];
            }
        }
        int most = (int) Math.floor((prewhitened ? 3 : 4) * Math.pow(rows / 100.0, 2.0 / 9));
        double s0 = 0;
        double s1 = 0;
        for (int l = 0; l <= most; l++) {
            double sigma = 0;
            for (int i = l; i < rows; i++) {
                sigma += h[i] * h[i - l] / rows;
            }
            s0 += l == 0 ? sigma : 2 * sigma;
            s1 += 2 * l * sigma;
        }
        return 1.1447 * Math.cbrt(s1 / s0 * (s1 / s0)) * Math.cbrt(n);
    }

    /** The matrix A of {@code u_t = A u_(t-1)} by least squares, without a constant. */
    private double[][] autoregression(double[][] u) {
        double[][] before = new double[p][u.length - 1];
        for (int t = 1; t < u.length; t++) {
            for (int j = 0; j < p; j++) {
                before[j][t - 1] = u[t - 1][j];
            }
        }
        double[][] step = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] now = new double[u.length - 1];
            for (int t = 1; t < u.length; t++) {
                now[t - 1] = u[t][j];
            }
            step[j] = LeastSquares.solve(before, now).coefficients();
        }
        return step;
    }

    private double[][] whitened(double[][] u, double[][] step) {
        double[][] white = new double[u.length - 1][];
        for (int t = 1; t < u.length; t++) {
            double[] told = Matrices.multiply(step, u[t - 1]);
            white[t - 1] = new double[p];
            for (int j = 0; j < p; j++) {
                white[t - 1][j] = u[t][j] - told[j];
            }
        }
        return white;
    }

    /** The inverse of I - A, column by column by least squares. */
    private double[][] recolouring(double[][] step) {
        double[][] columns = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                columns[j][i] = (i == j ? 1 : 0) - step[i][j];
            }
        }
        double[][] inverse = new double[p][p];
        for (int j = 0; j < p; j++) {
            double[] unit = new double[p];
            unit[j] = 1;
            double[] column = LeastSquares.solve(columns, unit).coefficients();
            for (int i = 0; i < p; i++) {
                inverse[i][j] = column[i];
            }
        }
        return inverse;
    }

    private static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }
}
