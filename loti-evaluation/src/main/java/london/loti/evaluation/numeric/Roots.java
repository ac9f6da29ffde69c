package london.loti.evaluation.numeric;

import java.util.function.DoubleUnaryOperator;

/** Where a function of one number is nought. */
public final class Roots {
    private static final int MOST_STEPS = 400;

    private Roots() {}

    /**
     * {@return a number where a continuous function is nought, as near as doubles allow} Brent's method: secant and
     * inverse quadratic steps, halving where they do not help (Brent 1973, ISBN 978-0-13-022335-7, chapter 4).
     *
     * @param function the function
     * @param from where it has one sign
     * @param to where it has the other, or is nought
     * @throws IllegalArgumentException if it has the same sign at both
     */
    public static double between(DoubleUnaryOperator function, double from, double to) {
        double a = from;
        double b = to;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        if (!(fa <= 0 && fb >= 0) && !(fa >= 0 && fb <= 0)) {
            throw new IllegalArgumentException(
                    "a function must change its sign between " + from + " and " + to + ", but is " + fa + " and " + fb);
        }
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tolerance = 2 * Math.ulp(b);
            double half = (c - b) / 2;
            if (Math.abs(half) <= tolerance || fb == 0) {
                return b;
            }
            if (Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb)) {
                step = half;
                before = half;
            } else {
                double s = fb / fa;
                double p;
                double q;
                if (a == c) {
                    p = 2 * half * s;
                    q = 1 - s;
                } else {
                    double r = fb / fc;
                    q = fa / fc;
                    p = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
                    q = (q - 1) * (r - 1) * (s - 1);
                }
                q = p > 0 ? -q : q;
                p = Math.abs(p);
                boolean near = 2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(before * q));
                before = near ? step : half;
                step = near ? p / q : half;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, half);
            fb = function.applyAsDouble(b);
            if ((fb > 0) == (fc > 0)) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        return b;
    }
}
