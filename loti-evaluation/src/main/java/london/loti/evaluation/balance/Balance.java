package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;

/**
 * How alike two groups are in each covariate, before and after weighting.
 *
 * <p>The standardised mean difference is the treated's mean less the controls', over a standard deviation that is always
 * that of the groups before weighting, so that weighting cannot shrink the yardstick (Stuart 2010,
 * doi:10.1214/09-STS313). Categories show every label. Variances have the divisor n - 1 for columns of two values too, where
 * MatchIt divides by n. Immutable.
 */
public final class Balance {
    /** The difference from which on groups are called unbalanced: a convention, not a law. */
    public static final double USUAL_THRESHOLD = 0.1;

    /** Over which standard deviation a difference is told. */
    public enum Scale {
        /** That of the treated, as MatchIt does for effects on the treated. */
        TREATED,
        /** The root of the mean of both variances. */
        POOLED,
        /** The root of the variance within groups, each weighted by its degrees of freedom, as in Cohen's d. */
        WITHIN
    }

    private final Comparison comparison;
    private final Scale scale;
    private final double threshold;
    private final Map<String, double[]> columns;

    private Balance(Comparison comparison, Scale scale, double threshold, Map<String, double[]> columns) {
        this.comparison = comparison;
        this.scale = scale;
        this.threshold = threshold;
        this.columns = columns;
    }

    /**
     * {@return the balance of a comparison, over the standard deviation of the treated, with the threshold
     * {@value #USUAL_THRESHOLD}}
     *
     * @param comparison the groups and their covariates
     */
    public static Balance of(Comparison comparison) {
        return new Balance(comparison, Scale.TREATED, USUAL_THRESHOLD, comparison.everyLevel());
    }

    /**
     * {@return the same over another standard deviation}
     *
     * @param newScale which
     */
    public Balance withScale(Scale newScale) {
        return new Balance(comparison, newScale, threshold, columns);
    }

    /**
     * {@return the same with another threshold}
     *
     * @param newThreshold above 0
     */
    public Balance withThreshold(double newThreshold) {
        if (!(newThreshold > 0)) {
            throw new IllegalArgumentException("a threshold must be above 0, but was " + newThreshold);
        }
        return new Balance(comparison, scale, newThreshold, columns);
    }

    /**
     * {@return the same with one more column, for example the propensity score or a square}
     *
     * @param name its name
     * @param values a number a row
     */
    public Balance with(String name, double[] values) {
        Map<String, double[]> more = new LinkedHashMap<>(columns);
        if (more.put(name, comparison.requireRows(name, values.clone())) != null) {
            throw new IllegalArgumentException("a column's name must come once, but '" + name + "' comes twice");
        }
        return new Balance(comparison, scale, threshold, more);
    }

    /** {@return the balance as the groups are} */
    public BalanceTable before() {
        return table(null);
    }

    /**
     * {@return the balance as the groups are, and with weights}
     *
     * @param weights nought or more a row; nought takes no part
     * @throws IllegalArgumentException if a group's weights are all nought
     */
    public BalanceTable after(double[] weights) {
        return table(comparison.requireRows("weights", weights));
    }

    private BalanceTable table(double @Nullable [] weights) {
        int[] treated = comparison.treatedRows();
        int[] controls = comparison.controlRows();
        List<BalanceTable.Covariate> rows = new ArrayList<>();
        columns.forEach((name, column) -> {
            Group ones = new Group(comparison.pick(column, treated), ones(treated.length));
            Group noughts = new Group(comparison.pick(column, controls), ones(controls.length));
            double unit = unit(ones, noughts);
            rows.add(new BalanceTable.Covariate(
                    name,
                    compare(ones, noughts, unit),
                    weights == null
                            ? null
                            : compare(
                                    new Group(comparison.pick(column, treated), comparison.pick(weights, treated)),
                                    new Group(comparison.pick(column, controls), comparison.pick(weights, controls)),
                                    unit)));
        });
        return new BalanceTable(scale, threshold, rows);
    }

    private double unit(Group treated, Group controls) {
        double one = treated.variance();
        double nought = controls.variance();
        return Math.sqrt(
                switch (scale) {
                    case TREATED -> one;
                    case POOLED -> (one + nought) / 2;
                    case WITHIN -> {
                        int n1 = treated.values.length;
                        int n0 = controls.values.length;
                        yield ((n1 > 1 ? (n1 - 1) * one : 0) + (n0 > 1 ? (n0 - 1) * nought : 0)) / (n1 + n0 - 2);
                    }
                });
    }

    private static BalanceTable.Likeness compare(Group treated, Group controls, double unit) {
        double difference = treated.mean() - controls.mean();
        return new BalanceTable.Likeness(
                treated.mean(),
                controls.mean(),
                difference == 0 ? 0 : difference / unit,
                treated.variance() / controls.variance(),
                distance(treated, controls));
    }

    /** The largest distance between the two weighted distribution functions. */
    private static double distance(Group a, Group b) {
        int[] orderA = a.order();
        int[] orderB = b.order();
        double sumA = 0;
        double sumB = 0;
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < orderA.length && j < orderB.length) {
            double value = Math.min(a.values[orderA[i]], b.values[orderB[j]]);
            while (i < orderA.length && a.values[orderA[i]] == value) {
                sumA += a.weights[orderA[i++]] / a.total;
            }
            while (j < orderB.length && b.values[orderB[j]] == value) {
                sumB += b.weights[orderB[j++]] / b.total;
            }
            largest = Math.max(largest, Math.abs(sumA - sumB));
        }
        return largest;
    }

    private static double[] ones(int length) {
        return IntStream.range(0, length).mapToDouble(i -> 1).toArray();
    }

    /** One group's values of a covariate with their weights. */
    private static final class Group {
        private final double[] values;
        private final double[] weights;
        private final double total;
        private final double mean;

        Group(double[] values, double[] weights) {
            this.values = values;
            this.weights = weights;
            this.total = Sums.sum(weights);
            if (!(total > 0)) {
                throw new IllegalArgumentException(
                        "a group's weights must not all be nought, but their sum is " + total);
            }
            this.mean = Sums.dot(values, weights) / total;
        }

        double mean() {
            return mean;
        }

        /** With the divisor 1 - Σw² of weights that sum to 1, which for equal weights is n - 1 over n. */
        double variance() {
            DoubleDouble squares = new DoubleDouble();
            DoubleDouble shares = new DoubleDouble();
            for (int i = 0; i < values.length; i++) {
                double share = weights[i] / total;
                squares.add(share * (values[i] - mean) * (values[i] - mean));
                shares.addProduct(share, share);
            }
            return squares.value() / (1 - shares.value());
        }

        int[] order() {
            return IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .mapToInt(i -> i)
                    .toArray();
        }
    }
}
