package london.loti.evaluation.numeric;

/** Sums and moments of columns, rounded once at the end. Values must not be missing. */
public final class Sums {
    private Sums() {}

    /**
     * {@return the sum}
     *
     * @param values the values
     */
    public static double sum(double[] values) {
        DoubleDouble sum = new DoubleDouble();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /**
     * {@return the sum of the products}
     *
     * @param x the factors
     * @param y the other factors, as many
     */
    public static double dot(double[] x, double[] y) {
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.value();
    }

    /**
     * {@return the mean; {@code NaN} of no values}
     *
     * @param values the values
     */
    public static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : exactMean(values).value();
    }

    /**
     * {@return the sum of the squares of the distances from the mean}
     *
     * @param values the values
     */
    public static double squaredDeviations(double[] values) {
        return crossDeviations(values, values);
    }

    /**
     * {@return the variance, with the divisor n - 1; {@code NaN} of fewer than two values}
     *
     * @param values the values
     */
    public static double variance(double[] values) {
        return values.length < 2 ? Double.NaN : squaredDeviations(values) / (values.length - 1);
    }

    /**
     * {@return the standard deviation, with the divisor n - 1; {@code NaN} of fewer than two values}
     *
     * @param values the values
     */
    public static double standardDeviation(double[] values) {
        return Math.sqrt(variance(values));
    }

    /**
     * {@return the covariance, with the divisor n - 1; {@code NaN} of fewer than two pairs}
     *
     * @param x values
     * @param y their partners, as many
     */
    public static double covariance(double[] x, double[] y) {
        return x.length < 2 ? Double.NaN : crossDeviations(x, y) / (x.length - 1);
    }

    /**
     * {@return Pearson's correlation; {@code NaN} where one of the two does not vary}
     *
     * @param x values
     * @param y their partners, as many
     */
    public static double correlation(double[] x, double[] y) {
        double correlation = crossDeviations(x, y) / Math.sqrt(squaredDeviations(x)) / Math.sqrt(squaredDeviations(y));
        return Double.isNaN(correlation) ? Double.NaN : Math.max(-1, Math.min(1, correlation));
    }

    /**
     * {@return the autocorrelation of values in their order: the sum of products of neighbours' deviations over the sum
     * of all squares; {@code NaN} where the values do not vary}
     *
     * @param values the values
     * @param lag how far neighbours lie apart, at least 1
     */
    public static double autocorrelation(double[] values, int lag) {
        DoubleDouble mean = exactMean(values);
        DoubleDouble products = new DoubleDouble();
        DoubleDouble squares = new DoubleDouble();
        DoubleDouble here = new DoubleDouble();
        DoubleDouble there = new DoubleDouble();
        for (int i = 0; i < values.length; i++) {
            here.set(values[i]).add(-mean.value(), -mean.rest());
            squares.addProduct(here.value(), here.rest(), here.value(), here.rest());
            if (i + lag < values.length) {
                there.set(values[i + lag]).add(-mean.value(), -mean.rest());
                products.addProduct(here.value(), here.rest(), there.value(), there.rest());
            }
        }
        return products.divide(squares.value(), squares.rest()).value();
    }

    private static double crossDeviations(double[] x, double[] y) {
        DoubleDouble meanX = exactMean(x);
        DoubleDouble meanY = x == y ? meanX : exactMean(y);
        DoubleDouble sum = new DoubleDouble();
        DoubleDouble dx = new DoubleDouble();
        DoubleDouble dy = new DoubleDouble();
        for (int i = 0; i < x.length; i++) {
            dx.set(x[i]).add(-meanX.value(), -meanX.rest());
            dy.set(y[i]).add(-meanY.value(), -meanY.rest());
            sum.addProduct(dx.value(), dx.rest(), dy.value(), dy.rest());
        }
        return sum.value();
    }

    private static DoubleDouble exactMean(double[] values) {
        DoubleDouble mean = new DoubleDouble();
        for (double value : values) {
            mean.add(value);
        }
        return mean.divide(values.length, 0);
    }
}
