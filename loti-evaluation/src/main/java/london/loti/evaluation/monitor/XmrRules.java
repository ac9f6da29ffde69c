package london.loti.evaluation.monitor;

import java.util.Arrays;

/** The four rules of Making Data Count on the points of one phase. */
final class XmrRules {
    private static final int RUN = 7;

    private final double[] values;
    private final XmrLimits limits;
    private final int[] trend;
    private final int[] run;
    private final boolean[] twoOfThree;

    XmrRules(double[] values, XmrLimits limits) {
        this.values = values;
        this.limits = limits;
        int[] steps = new int[values.length];
        int[] sides = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = i == 0 ? 0 : (int) Math.signum(values[i] - values[i - 1]);
            sides[i] = side(i);
        }
        trend = trends(steps);
        run = runs(sides);
        twoOfThree = twosOfThree();
    }

    SpecialCause cause(int i) {
        if (isOutside(i)) {
            return side(i) > 0 ? SpecialCause.ABOVE_LIMIT : SpecialCause.BELOW_LIMIT;
        }
        if (trend[i] != 0) {
            return trend[i] > 0 ? SpecialCause.TREND_UP : SpecialCause.TREND_DOWN;
        }
        if (twoOfThree[i]) {
            return side(i) > 0 ? SpecialCause.TWO_OF_THREE_ABOVE : SpecialCause.TWO_OF_THREE_BELOW;
        }
        if (run[i] != 0) {
            return run[i] > 0 ? SpecialCause.SEVEN_ABOVE : SpecialCause.SEVEN_BELOW;
        }
        return SpecialCause.NONE;
    }

    /** Marks trends: seven points are six equal steps. A turning point of two trends belongs to the later one. */
    private static int[] trends(int[] steps) {
        int[] marked = new int[steps.length];
        int from = 0;
        for (int i = 1; i <= steps.length; i++) {
            boolean ends = i == steps.length || (i - 1 > from && steps[i] != steps[i - 1]);
            if (ends) {
                if (i - from >= RUN && steps[i - 1] != 0) {
                    Arrays.fill(marked, from, i, steps[i - 1]);
                }
                from = i - 1;
            }
        }
        return marked;
    }

    /** Marks runs of seven on one side of the mean; a point on the mean breaks a run. */
    private static int[] runs(int[] sides) {
        int[] marked = new int[sides.length];
        int from = 0;
        for (int i = 1; i <= sides.length; i++) {
            if (i == sides.length || sides[i] != sides[from]) {
                if (i - from >= RUN) {
                    Arrays.fill(marked, from, i, sides[from]);
                }
                from = i;
            }
        }
        return marked;
    }

    private boolean[] twosOfThree() {
        boolean[] marked = new boolean[values.length];
        for (int i = 2; i < values.length; i++) {
            int near = 0;
            int sides = 0;
            for (int j = i - 2; j <= i; j++) {
                near += isNear(j) ? 1 : 0;
                sides += side(j);
            }
            if (near >= 2 && Math.abs(sides) == 3) {
                for (int j = i - 2; j <= i; j++) {
                    marked[j] |= isNear(j);
                }
            }
        }
        return marked;
    }

    private int side(int i) {
        return (int) Math.signum(values[i] - limits.mean());
    }

    private boolean isOutside(int i) {
        return values[i] > limits.upper() || values[i] < limits.lower();
    }

    /** A point outside the limits is not near them: it has a rule of its own. */
    private boolean isNear(int i) {
        return !isOutside(i) && (values[i] > limits.nearUpper() || values[i] < limits.nearLower());
    }
}
