package london.loti.evaluation.regression;

import london.loti.evaluation.numeric.Matrices;

/** Bell and McCaffrey's errors and Satterthwaite's degrees of freedom by whole n times n matrices, for a slope. */
final class SlowClusters {
    private final double variance;
    private final double freedom;

    SlowClusters(double[] x, double[] y, int[] cluster, int groups) {
        int n = x.length;
        double[][] design = new double[n][];
        for (int i = 0; i < n; i++) {
            design[i] = new double[] {1, x[i]};
        }
        double[][] cross = Matrices.multiply(transposed(design), design);
        double determinant = cross[0][0] * cross[1][1] - cross[0][1] * cross[0][1];
        double[][] m = {
            {cross[1][1] / determinant, -cross[0][1] / determinant},
            {-cross[0][1] / determinant, cross[0][0] / determinant}
        };
        double[][] hat = Matrices.multiply(Matrices.multiply(design, m), transposed(design));
        double[] fitted = Matrices.multiply(hat, y);
        double[][] p = new double[groups][];
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            double[][] own = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    boolean both = cluster[i] == g && cluster[j] == g;
                    own[i][j] = both ? (i == j ? 1 : 0) - hat[i][j] : i == j ? 1 : 0;
                }
            }
            double[][] adjust = Matrices.power(own, -0.5);
            double[] adjusted = new double[n];
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = cluster[i] == g ? m[1][0] + m[1][1] * x[i] : 0;
            }
            double[] turned = Matrices.multiply(adjust, column);
            double score = 0;
            for (int i = 0; i < n; i++) {
                adjusted[i] = cluster[i] == g ? turned[i] : 0;
                score += adjusted[i] * (y[i] - fitted[i]);
            }
            sum += score * score;
            p[g] = new double[n];
            double[] told = Matrices.multiply(hat, adjusted);
            for (int i = 0; i < n; i++) {
                p[g][i] = adjusted[i] - told[i];
            }
        }
        variance = sum;
        double[][] products = Matrices.multiply(p, transposed(p));
        double trace = 0;
        double squares = 0;
        for (int g = 0; g < groups; g++) {
            trace += products[g][g];
            for (int h = 0; h < groups; h++) {
                squares += products[g][h] * products[g][h];
            }
        }
        freedom = trace * trace / squares;
    }

    double standardError() {
        return Math.sqrt(variance);
    }

    double degreesOfFreedom() {
        return freedom;
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
