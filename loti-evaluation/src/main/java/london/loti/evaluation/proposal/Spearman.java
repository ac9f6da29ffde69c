package london.loti.evaluation.proposal;

import java.util.Arrays;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/**
 * Spearman's correlation of ranks, equal values with the mean of theirs. The test is by t with n - 2 degrees of freedom, as
 * R's {@code cor.test(exact = FALSE)}; the interval is Fisher's with the standard error of Bonett and Wright 2000,
 * doi:10.1007/BF02294183.
 */
final class Spearman {
    private static final String TERM = "rank correlation";
    private static final int FEWEST = 4;

    private Spearman() {}

    /** Not defined for fewer than four pairs, and where one side does not vary. */
    static Estimate of(double[] x, double[] y, double level) {
        int n = x.length;
        double[] rankX = ranks(x);
        double[] rankY = ranks(y);
        double r = n < FEWEST ? Double.NaN : Sums.correlation(rankX, rankY);
        if (Double.isNaN(r)) {
            return Estimate.of(TERM, r);
        }
        double error = Math.sqrt((1 + r * r / 2) / (n - 3.0));
        double reach = Inference.usual().withLevel(level).normalReach() * error;
        double centre = Math.log((1 + r) / (1 - r)) / 2;
        Estimate test = Inference.usual().student(TERM, r, Math.sqrt((1 - r * r) / (n - 2.0)), n - 2.0);
        return Estimate.of(TERM, r)
                .withTest(test.statistic(), test.degreesOfFreedom(), test.pValue())
                .withInterval(new Interval(Math.tanh(centre - reach), Math.tanh(centre + reach), level));
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .map(value -> (first(sorted, value) + first(sorted, Math.nextUp(value)) + 1) / 2.0)
                .toArray();
    }

    /** How many are smaller. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
