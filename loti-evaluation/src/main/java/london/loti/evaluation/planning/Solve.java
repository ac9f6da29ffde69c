package london.loti.evaluation.planning;

import java.util.function.DoubleUnaryOperator;

/** Finds where something that rises reaches a value. */
final class Solve {
    private static final int MOST_HALVINGS = 200;

    private Solve() {}

    /** The least argument at which a rising function reaches a value; an end where it does everywhere or nowhere. */
    static double rising(DoubleUnaryOperator function, double value, double from, double to) {
        double below = from;
        double above = from;
        if (function.applyAsDouble(from) >= value) {
            return from;
        }
        double width = Math.max(1e-6, Math.abs(from));
        while (above < to && function.applyAsDouble(above) < value) {
            below = above;
            above = Math.min(to, above + width);
            width *= 2;
        }
        if (function.applyAsDouble(above) < value) {
            return to;
        }
        for (int i = 0; i < MOST_HALVINGS && above - below > Math.ulp(above); i++) {
            double middle = below + (above - below) / 2;
            if (function.applyAsDouble(middle) < value) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }
}
