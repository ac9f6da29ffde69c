package london.loti.evaluation.numeric;

/** Small dense matrices as rows of {@code double}s; those called symmetric are taken by their lower triangle. */
public final class Matrices {
    private static final int MOST_SWEEPS = 100;

    private Matrices() {}

    /**
     * {@return the product}
     *
     * @param a a matrix
     * @param b a matrix with as many rows as the first has columns
     */
    public static double[][] multiply(double[][] a, double[][] b) {
        int inner = b.length;
        int wide = inner == 0 ? 0 : b[0].length;
        double[][] product = new double[a.length][wide];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < inner; k++) {
                double factor = a[i][k];
                for (int j = 0; j < wide; j++) {
                    product[i][j] += factor * b[k][j];
                }
            }
        }
        return product;
    }

    /**
     * {@return the product of a matrix and a column}
     *
     * @param a a matrix
     * @param x a column
     */
    public static double[] multiply(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = Sums.dot(a[i], x);
        }
        return product;
    }

    /**
     * {@return bread, meat and bread again: {@code bread * meat * bread}, made symmetric}
     *
     * @param bread a symmetric matrix
     * @param meat a symmetric matrix of the same size
     */
    public static double[][] sandwich(double[][] bread, double[][] meat) {
        double[][] product = multiply(multiply(bread, meat), bread);
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (product[i][j] + product[j][i]) / 2;
                product[i][j] = mean;
                product[j][i] = mean;
            }
        }
        return product;
    }

    /**
     * {@return the lower triangle whose product with its transpose is the matrix; an empty array where the matrix is not
     * positive definite}
     *
     * @param a a symmetric matrix
     */
    public static double[][] cholesky(double[][] a) {
        int p = a.length;
        double[][] l = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    if (!(sum > 1e-14 * Math.abs(a[i][i]))) {
                        return new double[0][];
                    }
                    l[i][i] = Math.sqrt(sum);
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return l;
    }

    /**
     * {@return the solution x of {@code a x = b}}
     *
     * @param lower what {@link #cholesky} made of a, not empty
     * @param b the right-hand side
     */
    public static double[] solve(double[][] lower, double[] b) {
        int p = lower.length;
        double[] x = b.clone();
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = p - 1; i >= 0; i--) {
            for (int k = i + 1; k < p; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /**
     * {@return the inverse}
     *
     * @param lower what {@link #cholesky} made of the matrix, not empty
     */
    public static double[][] inverse(double[][] lower) {
        int p = lower.length;
        double[][] inverse = new double[p][];
        for (int i = 0; i < p; i++) {
            double[] unit = new double[p];
            unit[i] = 1;
            inverse[i] = solve(lower, unit);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (inverse[i][j] + inverse[j][i]) / 2;
                inverse[i][j] = mean;
                inverse[j][i] = mean;
            }
        }
        return inverse;
    }

    /**
     * {@return the matrix to a power: its eigenvalues to that power, those that are nought within rounding left at
     * nought, as a pseudo-inverse does} By Jacobi's rotations.
     *
     * @param a a symmetric matrix without negative eigenvalues
     * @param power the power, for example -0.5
     */
    public static double[][] power(double[][] a, double power) {
        int p = a.length;
        double[][] d = new double[p][];
        double[][] v = new double[p][p];
        double size = 0;
        for (int i = 0; i < p; i++) {
            d[i] = a[i].clone();
            v[i][i] = 1;
            size = Math.max(size, Math.abs(a[i][i]));
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(d) > 1e-32 * size * size; sweep++) {
            for (int i = 1; i < p; i++) {
                for (int j = 0; j < i; j++) {
                    rotate(d, v, i, j);
                }
            }
        }
        double[][] result = new double[p][p];
        for (int k = 0; k < p; k++) {
            double eigenvalue = d[k][k];
            if (eigenvalue > 1e-12 * size) {
                double raised = Math.pow(eigenvalue, power);
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        result[i][j] += raised * v[i][k] * v[j][k];
                    }
                }
            }
        }
        return result;
    }

    private static double offDiagonal(double[][] d) {
        double sum = 0;
        for (int i = 1; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += d[i][j] * d[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] d, double[][] v, int i, int j) {
        if (d[i][j] == 0) {
            return;
        }
        double theta = (d[j][j] - d[i][i]) / (2 * d[i][j]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < d.length; k++) {
            double x = d[k][i];
            double y = d[k][j];
            d[k][i] = c * x - s * y;
            d[k][j] = s * x + c * y;
        }
        for (int k = 0; k < d.length; k++) {
            double x = d[i][k];
            double y = d[j][k];
            d[i][k] = c * x - s * y;
            d[j][k] = s * x + c * y;
            double vx = v[k][i];
            double vy = v[k][j];
            v[k][i] = c * vx - s * vy;
            v[k][j] = s * vx + c * vy;
        }
    }
}
