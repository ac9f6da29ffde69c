package london.loti.evaluation.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear least squares by modified Gram-Schmidt in double-double arithmetic, the outcome taken along as one more
 * column (Björck 1967, doi:10.1007/BF01934122). The solution is as good as the {@code double}s that went in allow: all
 * eleven linear sets of NIST's reference data reach what exact rational arithmetic gives. Cost 7 n p² double-double
 * operations; columns are worked on side by side where there are many rows, with the same bits for any number of
 * threads.
 */
public final class LeastSquares {
    /** A column that keeps less than this share of its length is a combination of those before it. */
    private static final double COLLINEAR = 1e-13;

    private static final int WORTH_THREADS = 1 << 16;

    private final int rows;
    private final int columns;
    private final double[][] q;
    private final double[] residuals;
    private final double[] coefficients;
    private final double[][] inverse;
    private final double residualSquares;
    private final List<Integer> collinear;

    private LeastSquares(double[][] high, double[][] low, double[] outcome) {
        this.rows = outcome.length;
        this.columns = high.length;
        double[][] a = new double[columns + 1][];
        double[][] aLow = new double[columns + 1][];
        for (int j = 0; j < columns; j++) {
            a[j] = high[j].clone();
            aLow[j] = low.length == 0 || low[j].length == 0 ? new double[rows] : low[j].clone();
        }
        a[columns] = outcome.clone();
        aLow[columns] = new double[rows];
        double[][] r = new double[columns][columns + 1];
        double[][] rLow = new double[columns][columns + 1];
        List<Integer> dependent = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            double before = length(high[k]);
            DoubleDouble norm = product(a[k], aLow[k], a[k], aLow[k]).squareRoot();
            if (!(norm.value() > COLLINEAR * before)) {
                dependent.add(k);
                continue;
            }
            r[k][k] = norm.value();
            rLow[k][k] = norm.rest();
            scale(a[k], aLow[k], norm);
            int step = k;
            IntStream others = IntStream.rangeClosed(k + 1, columns);
            (rows >= WORTH_THREADS ? others.parallel() : others)
                    .forEach(j -> project(a[step], aLow[step], a[j], aLow[j], r[step], rLow[step], j));
        }
        this.collinear = List.copyOf(dependent);
        this.q = Arrays.copyOf(a, columns);
        this.residuals = a[columns];
        this.residualSquares =
                product(a[columns], aLow[columns], a[columns], aLow[columns]).value();
        if (dependent.isEmpty()) {
            double[][] inverseLow = new double[columns][columns];
            this.inverse = invert(r, rLow, inverseLow);
            this.coefficients = new double[columns];
            for (int i = 0; i < columns; i++) {
                DoubleDouble sum = new DoubleDouble();
                for (int j = i; j < columns; j++) {
                    sum.addProduct(inverse[i][j], inverseLow[i][j], r[j][columns], rLow[j][columns]);
                }
                coefficients[i] = sum.value();
            }
        } else {
            this.inverse = new double[0][];
            this.coefficients = new double[0];
        }
    }

    /**
     * {@return the solution}
     *
     * @param design the columns of the design, each as long as the outcome; no value is missing
     * @param outcome the outcome
     */
    public static LeastSquares solve(double[][] design, double[] outcome) {
        return new LeastSquares(design, new double[0][], outcome);
    }

    /**
     * {@return the solution where columns of the design are known more exactly than to one double, as powers are}
     *
     * @param design the columns of the design, each as long as the outcome
     * @param rest what the rounding of each column left out; an empty array for a column that is exact
     * @param outcome the outcome
     */
    public static LeastSquares solve(double[][] design, double[][] rest, double[] outcome) {
        return new LeastSquares(design, rest, outcome);
    }

    /**
     * {@return the positions of the columns that are combinations of those before them; where there is one, there is no
     * solution, and nothing else may be asked}
     */
    public List<Integer> collinear() {
        return collinear;
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /** {@return the coefficients, in the order of the columns} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return the residuals, in the order of the rows} */
    public double[] residuals() {
        return residuals.clone();
    }

    /** {@return the sum of the squared residuals} */
    public double residualSquares() {
        return residualSquares;
    }

    /** {@return the inverse of the cross product of the design: the bread of every sandwich} */
    public double[][] crossInverse() {
        double[][] cross = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                DoubleDouble sum = new DoubleDouble();
                for (int k = j; k < columns; k++) {
                    sum.addProduct(inverse[i][k], inverse[j][k]);
                }
                cross[i][j] = sum.value();
                cross[j][i] = sum.value();
            }
        }
        return cross;
    }

    /** {@return the inverse of the triangle: the design is the orthonormal columns times the triangle} */
    public double[][] triangleInverse() {
        return Arrays.stream(inverse).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * {@return a value of the orthonormal columns that span the design}
     *
     * @param row the row
     * @param column the column
     */
    public double orthonormal(int row, int column) {
        return q[column][row];
    }

    /**
     * {@return how far a row decides its own fit, from 0 to 1}
     *
     * @param row the row
     */
    public double leverage(int row) {
        double sum = 0;
        for (double[] column : q) {
            sum += column[row] * column[row];
        }
        return Math.min(1, sum);
    }

    private static double length(double[] column) {
        return Math.sqrt(Sums.dot(column, column));
    }

    private static DoubleDouble product(double[] x, double[] xLow, double[] y, double[] yLow) {
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], xLow[i], y[i], yLow[i]);
        }
        return sum;
    }

    private static void scale(double[] x, double[] xLow, DoubleDouble by) {
        DoubleDouble value = new DoubleDouble();
        for (int i = 0; i < x.length; i++) {
            value.set(x[i], xLow[i]).divide(by.value(), by.rest());
            x[i] = value.value();
            xLow[i] = value.rest();
        }
    }

    private static void project(
            double[] q, double[] qLow, double[] a, double[] aLow, double[] r, double[] rLow, int column) {
        DoubleDouble share = product(q, qLow, a, aLow);
        r[column] = share.value();
        rLow[column] = share.rest();
        DoubleDouble value = new DoubleDouble();
        for (int i = 0; i < a.length; i++) {
            value.set(a[i], aLow[i]).addProduct(-share.value(), -share.rest(), q[i], qLow[i]);
            a[i] = value.value();
            aLow[i] = value.rest();
        }
    }

    private static double[][] invert(double[][] r, double[][] rLow, double[][] inverseLow) {
        int p = r.length;
        double[][] inverse = new double[p][p];
        DoubleDouble sum = new DoubleDouble();
        for (int j = 0; j < p; j++) {
            sum.set(1).divide(r[j][j], rLow[j][j]);
            inverse[j][j] = sum.value();
            inverseLow[j][j] = sum.rest();
            for (int i = j - 1; i >= 0; i--) {
                sum.set(0);
                for (int k = i + 1; k <= j; k++) {
                    sum.addProduct(-r[i][k], -rLow[i][k], inverse[k][j], inverseLow[k][j]);
                }
                sum.divide(r[i][i], rLow[i][i]);
                inverse[i][j] = sum.value();
                inverseLow[i][j] = sum.rest();
            }
        }
        return inverse;
    }
}
