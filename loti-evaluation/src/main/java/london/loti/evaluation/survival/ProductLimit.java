package london.loti.evaluation.survival;

import java.util.Arrays;

/** The steps of the product-limit (Kaplan-Meier) and Nelson-Aalen estimates: one a time with an event. */
final class ProductLimit {
    final int size;
    final StepTimes times;
    final int[] atRisk;
    final int[] events;
    final double[] survival;
    /** Greenwood's sum, the variance of the logarithm of the survival; infinite once the survival is 0. */
    final double[] logVariance;

    final double[] hazard;
    final double[] hazardVariance;

    ProductLimit(RiskSet waiting) {
        size = waiting.atRisk();
        int most = waiting.mostSteps();
        double[] stepTimes = new double[most];
        int[] stepRisk = new int[most];
        int[] stepEvents = new int[most];
        double last = 0;
        int steps = 0;
        for (double time = waiting.next(); time < Double.POSITIVE_INFINITY; time = waiting.next()) {
            int n = waiting.atRisk();
            waiting.leave(time);
            last = time;
            if (waiting.left(1) > 0) {
                stepTimes[steps] = time;
                stepRisk[steps] = n;
                stepEvents[steps++] = waiting.left(1);
            }
        }
        atRisk = Arrays.copyOf(stepRisk, steps);
        events = Arrays.copyOf(stepEvents, steps);
        survival = new double[steps];
        logVariance = new double[steps];
        hazard = new double[steps];
        hazardVariance = new double[steps];
        sumUp();
        times = new StepTimes(Arrays.copyOf(stepTimes, steps), last, steps > 0 && survival[steps - 1] == 0);
    }

    private void sumUp() {
        double share = 1;
        double variance = 0;
        double sum = 0;
        double sumVariance = 0;
        for (int step = 0; step < survival.length; step++) {
            double n = atRisk[step];
            double d = events[step];
            share *= (n - d) / n;
            variance += d / (n * (n - d));
            sum += d / n;
            sumVariance += d / (n * n);
            survival[step] = share;
            logVariance[step] = variance;
            hazard[step] = sum;
            hazardVariance[step] = sumVariance;
        }
    }
}
