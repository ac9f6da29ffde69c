package london.loti.evaluation.reliability;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/**
 * Cronbach's alpha: how far the items of a scale go together. It rises with the number of items, and says nothing about
 * whether they measure one thing or the right thing. Sources: Cronbach 1951,
 * <a href="https://doi.org/10.1007/BF02310555">doi:10.1007/BF02310555</a>; the interval Feldt 1965,
 * <a href="https://doi.org/10.1007/BF02289499">doi:10.1007/BF02289499</a>. Agrees with {@code psych::alpha}.
 */
public final class CronbachAlpha {
    private final double level;

    private CronbachAlpha(double level) {
        this.level = level;
    }

    /** {@return alpha with an interval of 95 per cent} */
    public static CronbachAlpha withDefaults() {
        return new CronbachAlpha(Interval.USUAL_LEVEL);
    }

    /**
     * {@return alpha with an interval of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public CronbachAlpha withLevel(double newLevel) {
        return new CronbachAlpha(Interval.requireLevel(newLevel));
    }

    /**
     * {@return {@code alpha} with Feldt's interval, {@code standardised alpha}, {@code average correlation}, and for each
     * item {@code alpha without} it and {@code item-rest correlation of} it} Each is {@code NaN} where an item that it
     * needs, or the sum, does not vary; and alpha without an item of two.
     *
     * @param items the items' names, two or more
     * @param columns the answers to each item, turned round where it is reversed; rows with a {@code NaN} are left out
     * @throws IllegalArgumentException if names and columns differ in number, columns in length, or fewer than two rows
     *     are without a gap
     */
    public Effect estimate(List<String> items, double[]... columns) {
        if (items.size() != columns.length) {
            throw new IllegalArgumentException(
                    "names must be as many as columns, " + columns.length + ", but were " + items.size());
        }
        CompleteCases cases = CompleteCases.of("items", 2, columns);
        int k = cases.width();
        double alpha = alpha(cases, -1);
        double r = averageCorrelation(cases);
        Effect.Builder effect = Effect.builder("cronbach-alpha", cases.n())
                .convention("cases", "complete")
                .convention("alternative", "two-sided")
                .convention("interval", "feldt")
                .dataHash(cases.hash())
                .diagnostic("items", k)
                .diagnostic("rows left out", cases.leftOut())
                .assumes("People are independent of each other.")
                .assumes("All items measure one thing, each equally well.")
                .assumes("Items are turned round where a high answer means little.")
                .estimate(Estimate.of("alpha", alpha).withInterval(feldt(alpha, cases.n(), k)))
                .estimate(Estimate.of("standardised alpha", k * r / (1 + (k - 1) * r)))
                .estimate(Estimate.of("average correlation", r));
        for (int i = 0; i < k; i++) {
            effect.estimate(Estimate.of("alpha without " + items.get(i), k == 2 ? Double.NaN : alpha(cases, i)));
        }
        for (int i = 0; i < k; i++) {
            effect.estimate(Estimate.of(
                    "item-rest correlation of " + items.get(i), correlation(cases.column(i), cases.totalsWithout(i))));
        }
        return effect.build();
    }

    private static double alpha(CompleteCases cases, int dropped) {
        double[] totals = cases.totalsWithout(dropped);
        double[] variances = IntStream.range(0, cases.width())
                .filter(i -> i != dropped)
                .mapToDouble(i -> Sums.covariance(cases.column(i), cases.column(i)))
                .toArray();
        double ofItems = Sums.sum(variances);
        double ofTotal = Sums.covariance(totals, totals);
        int k = variances.length;
        return ofTotal == 0 ? Double.NaN : Math.min(1, k / (k - 1.0) * (1 - ofItems / ofTotal));
    }

    private static double averageCorrelation(CompleteCases cases) {
        int k = cases.width();
        double[] correlations = new double[k * (k - 1) / 2];
        int at = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                correlations[at++] = correlation(cases.column(i), cases.column(j));
            }
        }
        return Sums.mean(correlations);
    }

    private static double correlation(double[] x, double[] y) {
        return Sums.covariance(x, y) / Math.sqrt(Sums.covariance(x, x) * Sums.covariance(y, y));
    }

    private @Nullable Interval feldt(double alpha, int n, int k) {
        if (Double.isNaN(alpha)) {
            return null;
        }
        FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (k - 1.0));
        double tail = (1 - level) / 2;
        return new Interval(
                1 - (1 - alpha) * f.inverseSurvivalProbability(tail),
                1 - (1 - alpha) * f.inverseCumulativeProbability(tail),
                level);
    }
}
