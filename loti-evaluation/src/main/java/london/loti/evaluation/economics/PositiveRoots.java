package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;

/**
 * All real roots of a polynomial between two bounds. Between two neighbouring roots of its derivative a polynomial rises
 * or falls throughout, so that it has one root there or none; the derivative's roots are found in the same way.
 */
final class PositiveRoots {
    /** Rounding leaves no more than this of the sum of the terms' sizes; less counts as nought, as at a double root. */
    private static final double NOUGHT = 1e-13;

    private PositiveRoots() {}

    /** The roots in ascending order; {@code coefficients[i]} belongs to the power i, and not all are nought. */
    static List<Double> between(double lower, double upper, double[] coefficients) {
        int degree = coefficients.length - 1;
        while (degree > 0 && coefficients[degree] == 0) {
            degree--;
        }
        List<Double> roots = new ArrayList<>();
        if (degree == 0) {
            return roots;
        }
        double[] derivative = new double[degree];
        for (int i = 1; i <= degree; i++) {
            derivative[i - 1] = coefficients[i] * i / degree; // divided so that high derivatives stay finite
        }
        List<Double> ends = between(lower, upper, derivative);
        ends.add(upper);
        double left = lower;
        double leftSign = sign(left, coefficients, degree);
        if (leftSign == 0) {
            roots.add(left);
        }
        for (double right : ends) {
            double rightSign = sign(right, coefficients, degree);
            if (leftSign * rightSign < 0) {
                roots.add(bisect(left, right, leftSign, coefficients, degree));
            } else if (rightSign == 0 && (roots.isEmpty() || right > roots.get(roots.size() - 1))) {
                roots.add(right);
            }
            left = right;
            leftSign = rightSign;
        }
        return roots;
    }

    private static double bisect(double from, double to, double signAtFrom, double[] coefficients, int degree) {
        double left = from;
        double right = to;
        while (true) {
            double middle = left + (right - left) / 2;
            if (middle <= left || middle >= right) {
                return middle;
            }
            double value = value(middle, coefficients, degree);
            if (value == 0) {
                return middle;
            }
            if ((value > 0) == (signAtFrom > 0)) {
                left = middle;
            } else {
                right = middle;
            }
        }
    }

    /** The value, over the highest power of x where x is above 1: the sign is the same, and nothing grows without end. */
    private static double value(double x, double[] coefficients, int degree) {
        double value = 0;
        for (int i = degree; i >= 0; i--) {
            value = x > 1 ? value / x + coefficients[degree - i] : value * x + coefficients[i];
        }
        return value;
    }

    private static double sign(double x, double[] coefficients, int degree) {
        double size = 0;
        for (int i = degree; i >= 0; i--) {
            size = x > 1 ? size / x + Math.abs(coefficients[degree - i]) : size * x + Math.abs(coefficients[i]);
        }
        double value = value(x, coefficients, degree);
        return Math.abs(value) <= NOUGHT * size ? 0 : Math.signum(value);
    }
}
