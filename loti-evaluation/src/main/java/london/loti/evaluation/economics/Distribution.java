package london.loti.evaluation.economics;

import java.util.Arrays;

import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/**
 * The results of a simulation in short. Quantiles are R's type 7.
 *
 * @param draws how many results there are
 * @param mean their mean
 * @param deviation their standard deviation, with n − 1
 * @param p025 the 2.5 per cent quantile
 * @param p05 the 5 per cent quantile
 * @param p25 the 25 per cent quantile
 * @param median the 50 per cent quantile
 * @param p75 the 75 per cent quantile
 * @param p95 the 95 per cent quantile
 * @param p975 the 97.5 per cent quantile
 */
public record Distribution(
        int draws,
        double mean,
        double deviation,
        double p025,
        double p05,
        double p25,
        double median,
        double p75,
        double p95,
        double p975) {

    /**
     * {@return the results in short}
     *
     * @param results the results of a simulation, two or more, all finite
     * @throws IllegalArgumentException if there are fewer, or one is not finite
     */
    public static Distribution of(double... results) {
        if (results.length < 2 || !Arrays.stream(results).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a distribution needs two results or more, all of them finite, but has "
                    + results.length + "\nMaybe costs are nought in some draws, so that there is no ratio.");
        }
        double[] sorted = results.clone();
        Arrays.sort(sorted);
        double mean = Sums.sum(sorted) / sorted.length;
        double[] squares =
                Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).toArray();
        return new Distribution(
                sorted.length,
                mean,
                Math.sqrt(Sums.sum(squares) / (sorted.length - 1)),
                quantile(sorted, 0.025),
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95),
                quantile(sorted, 0.975));
    }

    /** {@return the middle 95 per cent of the results} */
    public Interval interval() {
        return new Interval(p025, p975, Interval.USUAL_LEVEL);
    }

    private static double quantile(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
