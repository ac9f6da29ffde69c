package london.loti.evaluation.bootstrap;

/**
 * What is estimated, as a function of the rows that a replicate drew. It must be safe for threads and depend on nothing
 * else. A result that is not finite (a ratio whose denominators sum to nought) leaves the replicate out, which is told.
 *
 * <p>The three that are made here are functions of sums and hence fast; any other is written over the view:
 *
 * <pre>{@code
 * Statistic share = rows -> {
 *     int above = 0;
 *     for (int i = 0; i < rows.size(); i++) {
 *         above += score[rows.row(i)] > 20 ? 1 : 0;
 *     }
 *     return (double) above / rows.size();
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Statistic {
    /**
     * {@return the statistic of a resample}
     *
     * @param rows the rows drawn
     */
    double of(Resample rows);

    /**
     * {@return the mean}
     *
     * @param values a value a row; none is missing
     * @throws IllegalArgumentException if a value is missing or infinite
     */
    static Statistic mean(double[] values) {
        return SumStatistic.mean(values);
    }

    /**
     * {@return the mean of the treated less the mean of the others} Draw within the two groups
     * ({@link Resampling#strata}) where their sizes were fixed by the design.
     *
     * @param values a value a row; none is missing
     * @param treated whether the row is of the treated group, as many
     * @throws IllegalArgumentException if a value is missing or infinite, or the lengths differ
     */
    static Statistic differenceOfMeans(double[] values, boolean[] treated) {
        return SumStatistic.differenceOfMeans(values, treated);
    }

    /**
     * {@return the sum of the numerators over the sum of the denominators}
     *
     * @param numerators a numerator a row; none is missing
     * @param denominators a denominator a row, as many; none is missing
     * @throws IllegalArgumentException if a value is missing or infinite, or the lengths differ
     */
    static Statistic ratio(double[] numerators, double[] denominators) {
        return SumStatistic.ratio(numerators, denominators);
    }
}
