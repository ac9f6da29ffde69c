package london.loti.evaluation.balance;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How alike two groups are, a row a covariate.
 *
 * @param scale over which standard deviation differences are told
 * @param threshold the size of a difference from which on a covariate counts as unbalanced
 * @param rows the covariates, in the order of the design
 */
public record BalanceTable(Balance.Scale scale, double threshold, List<Covariate> rows) {
    /**
     * Copies the rows.
     *
     * @param scale over which standard deviation differences are told
     * @param threshold from which on a covariate counts as unbalanced
     * @param rows the covariates
     */
    public BalanceTable {
        rows = List.copyOf(rows);
    }

    /**
     * One covariate.
     *
     * @param name its name
     * @param before how alike the groups are as they are
     * @param after how alike they are with weights, or null where none were given
     */
    public record Covariate(
            String name, Likeness before, @Nullable Likeness after) {
        /** {@return how alike the groups are in the end: after weighting where there were weights} */
        public Likeness last() {
            return after == null ? before : after;
        }
    }

    /**
     * How alike two groups are in a covariate. A number is {@code NaN} or infinite where a group does not vary.
     *
     * @param treatedMean the mean of the treated
     * @param controlMean the mean of the controls
     * @param difference the standardised mean difference: positive where the treated have more
     * @param varianceRatio the variance of the treated over that of the controls
     * @param distance the largest distance of the distribution functions (Kolmogorov and Smirnov), from 0 to 1
     */
    public record Likeness(
            double treatedMean, double controlMean, double difference, double varianceRatio, double distance) {}

    /**
     * {@return the row of a covariate}
     *
     * @param name its name
     * @throws IllegalArgumentException if there is none
     */
    public Covariate row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table must have a covariate '" + name
                        + "', but has " + rows.stream().map(Covariate::name).toList()));
    }

    /** {@return the size of the largest standardised mean difference, after weighting where there were weights} */
    public double largest() {
        return rows.stream()
                .mapToDouble(row -> Math.abs(row.last().difference()))
                .max()
                .orElse(0);
    }

    /** {@return the size of the largest standardised mean difference before weighting} */
    public double largestBefore() {
        return rows.stream()
                .mapToDouble(row -> Math.abs(row.before().difference()))
                .max()
                .orElse(0);
    }

    /** {@return the names of the covariates whose difference is not below the threshold} */
    public List<String> unbalanced() {
        return rows.stream()
                .filter(row -> !(Math.abs(row.last().difference()) < threshold))
                .map(Covariate::name)
                .toList();
    }
}
