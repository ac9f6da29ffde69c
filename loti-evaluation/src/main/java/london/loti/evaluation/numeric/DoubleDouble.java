package london.loti.evaluation.numeric;

/**
 * A number carried as the unevaluated sum of two doubles, about 32 decimal digits; it changes in place. Error-free
 * transformations by Knuth (sum) and by fused multiply-add (product): Ogita, Rump and Oishi 2005,
 * doi:10.1137/030601818. Numbers near the largest or smallest that a double holds are not cared for. Not thread-safe.
 */
public final class DoubleDouble {
    private double high;
    private double low;

    /** Starts at nought. */
    public DoubleDouble() {}

    /** {@return the number, rounded to a double} */
    public double value() {
        return high;
    }

    /** {@return what the rounding of {@link #value} leaves out} */
    public double rest() {
        return low;
    }

    /**
     * Sets the number.
     *
     * @param value the number
     * @return this number
     */
    public DoubleDouble set(double value) {
        return set(value, 0);
    }

    /**
     * Sets the number.
     *
     * @param newHigh the larger part
     * @param newLow the smaller part
     * @return this number
     */
    public DoubleDouble set(double newHigh, double newLow) {
        high = newHigh + newLow;
        low = newLow - (high - newHigh);
        return this;
    }

    /**
     * Adds a number.
     *
     * @param x the number
     * @return this number
     */
    public DoubleDouble add(double x) {
        double sum = high + x;
        double virtual = sum - high;
        double error = (high - (sum - virtual)) + (x - virtual);
        return set(sum, low + error);
    }

    /**
     * Adds a number.
     *
     * @param x its larger part
     * @param xLow its smaller part
     * @return this number
     */
    public DoubleDouble add(double x, double xLow) {
        double sum = high + x;
        double virtual = sum - high;
        double error = (high - (sum - virtual)) + (x - virtual);
        return set(sum, low + xLow + error);
    }

    /**
     * Adds a product.
     *
     * @param x a factor
     * @param y a factor
     * @return this number
     */
    public DoubleDouble addProduct(double x, double y) {
        double product = x * y;
        return add(product, Math.fma(x, y, -product));
    }

    /**
     * Adds a product.
     *
     * @param x a factor's larger part
     * @param xLow its smaller part
     * @param y a factor's larger part
     * @param yLow its smaller part
     * @return this number
     */
    public DoubleDouble addProduct(double x, double xLow, double y, double yLow) {
        double product = x * y;
        return add(product, Math.fma(x, y, -product) + (x * yLow + xLow * y));
    }

    /**
     * Multiplies by a number.
     *
     * @param x the number
     * @return this number
     */
    public DoubleDouble multiply(double x) {
        return multiply(x, 0);
    }

    /**
     * Multiplies by a number.
     *
     * @param x its larger part
     * @param xLow its smaller part
     * @return this number
     */
    public DoubleDouble multiply(double x, double xLow) {
        double product = high * x;
        double error = Math.fma(high, x, -product) + (high * xLow + low * x);
        return set(product, error);
    }

    /**
     * Divides by a number other than nought.
     *
     * @param x its larger part
     * @param xLow its smaller part
     * @return this number
     */
    public DoubleDouble divide(double x, double xLow) {
        double first = high / x;
        double product = first * x;
        double error = Math.fma(first, x, -product) + first * xLow;
        double second = ((high - product) - error + low) / x;
        return set(first, second);
    }

    /**
     * Takes the square root.
     *
     * @return this number; nought where it was nought or, by rounding, below
     */
    public DoubleDouble squareRoot() {
        if (high <= 0) {
            return set(0);
        }
        double root = Math.sqrt(high);
        double square = root * root;
        double error = Math.fma(root, root, -square);
        return set(root, ((high - square) - error + low) / (2 * root));
    }
}
