package london.loti.evaluation.survival;

import java.util.Arrays;

/**
 * The steps of the Aalen-Johansen estimate of one group. A step moves people from waiting to the causes; the covariance
 * of the shares is carried along with them: what was is moved as the people are, and each step adds the multinomial
 * spread of its own. That is the sum over people of squared influences (the infinitesimal jackknife), since all who still
 * wait have the same influence so far.
 */
final class CompetingRisks {
    final StepTimes times;
    final int[] atRisk;
    /** The share still waiting after each step. */
    final double[] waiting;

    final int[][] events;
    final double[][] incidence;
    final double[][] variance;

    CompetingRisks(RiskSet set, int causes) {
        int most = set.mostSteps();
        double[] stepTimes = new double[most];
        int[] stepRisk = new int[most];
        int[][] stepEvents = new int[causes][most];
        double last = 0;
        int steps = 0;
        for (double time = set.next(); time < Double.POSITIVE_INFINITY; time = set.next()) {
            int n = set.atRisk();
            set.leave(time);
            last = time;
            int total = 0;
            for (int cause = 0; cause < causes; cause++) {
                total += set.left(cause + 1);
            }
            if (total > 0) {
                stepTimes[steps] = time;
                stepRisk[steps] = n;
                for (int cause = 0; cause < causes; cause++) {
                    stepEvents[cause][steps] = set.left(cause + 1);
                }
                steps++;
            }
        }
        int length = steps;
        atRisk = Arrays.copyOf(stepRisk, length);
        events = Arrays.stream(stepEvents).map(e -> Arrays.copyOf(e, length)).toArray(int[][]::new);
        waiting = new double[length];
        incidence = new double[causes][length];
        variance = new double[causes][length];
        sumUp();
        times = new StepTimes(Arrays.copyOf(stepTimes, length), last, length > 0 && waiting[length - 1] == 0);
    }

    private void sumUp() {
        int causes = events.length;
        double still = 1;
        double stillVariance = 0;
        double[] share = new double[causes];
        double[] shareVariance = new double[causes];
        double[] covariance = new double[causes]; // of the share with the share still waiting
        for (int step = 0; step < waiting.length; step++) {
            double n = atRisk[step];
            int total = 0;
            for (int[] of : events) {
                total += of[step];
            }
            double leave = total / n;
            double stay = (n - total) / n;
            double spread = still * still / n;
            for (int k = 0; k < causes; k++) {
                double h = events[k][step] / n;
                share[k] += still * h;
                shareVariance[k] += 2 * h * covariance[k] + h * h * stillVariance + spread * h * (1 - h);
                covariance[k] = stay * (covariance[k] + h * stillVariance) - spread * h * stay;
                incidence[k][step] = share[k];
                variance[k][step] = shareVariance[k];
            }
            stillVariance = stay * stay * stillVariance + spread * leave * stay;
            still *= stay;
            waiting[step] = still;
        }
    }
}
