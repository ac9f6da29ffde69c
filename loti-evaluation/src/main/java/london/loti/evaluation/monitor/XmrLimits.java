package london.loti.evaluation.monitor;

/** The mean and limits of one phase, from the mean distance of neighbours. */
record XmrLimits(double mean, double movingRange) {
    private static final double LIMIT = 2.66;
    private static final double NEAR = LIMIT * 2 / 3;
    private static final double SCREEN = 3.267;

    /** The limits of the first {@code used} of these values, two or more. */
    static XmrLimits of(double[] values, int used, boolean screened) {
        double sum = 0;
        for (int i = 0; i < used; i++) {
            sum += values[i] - values[0];
        }
        double range = meanRange(values, used, Double.POSITIVE_INFINITY);
        if (screened && range > 0) {
            range = meanRange(values, used, SCREEN * range);
        }
        return new XmrLimits(values[0] + sum / used, range);
    }

    /** The mean of the moving ranges below a bound; one at least is, as the bound is above their mean. */
    private static double meanRange(double[] values, int used, double below) {
        double sum = 0;
        int kept = 0;
        for (int i = 1; i < used; i++) {
            double range = Math.abs(values[i] - values[i - 1]);
            if (range < below) {
                sum += range;
                kept++;
            }
        }
        return sum / kept;
    }

    double upper() {
        return mean + LIMIT * movingRange;
    }

    double lower() {
        return mean - LIMIT * movingRange;
    }

    double nearUpper() {
        return mean + NEAR * movingRange;
    }

    double nearLower() {
        return mean - NEAR * movingRange;
    }
}
