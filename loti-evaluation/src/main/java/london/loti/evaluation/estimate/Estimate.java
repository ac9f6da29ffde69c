package london.loti.evaluation.estimate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One estimated number, with what is known of its error. {@code NaN} stands for what does not apply: an exact test has
 * no standard error, a normal test no degrees of freedom.
 *
 * @param term what is estimated, for example {@code mean difference} or the name of a coefficient
 * @param value the estimate, in the unit that the method says; {@code NaN} where the data leave it undefined
 * @param standardError its standard error
 * @param statistic the test statistic
 * @param degreesOfFreedom the degrees of freedom of the statistic, not always whole
 * @param pValue the p value, from 0 to 1
 * @param interval its confidence interval, or null where the method gives none
 */
public record Estimate(
        String term,
        double value,
        double standardError,
        double statistic,
        double degreesOfFreedom,
        double pValue,
        @Nullable Interval interval) {

    /**
     * Checks the name and the p value.
     *
     * @param term what is estimated
     * @param value the estimate, or {@code NaN}
     * @param standardError its standard error, or {@code NaN}
     * @param statistic the test statistic, or {@code NaN}
     * @param degreesOfFreedom the degrees of freedom, or {@code NaN}
     * @param pValue the p value, or {@code NaN}
     * @param interval its confidence interval, or null
     * @throws IllegalArgumentException if the name is blank or the p value not from 0 to 1
     */
    public Estimate {
        Require.text(term, "an estimate needs a 'term'");
        if (pValue < 0 || pValue > 1) {
            throw new IllegalArgumentException("a p value must be from 0 to 1, but was " + pValue);
        }
    }

    /**
     * {@return an estimate of which only the value is known}
     *
     * @param term what is estimated
     * @param value the estimate
     */
    public static Estimate of(String term, double value) {
        return new Estimate(term, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);
    }

    /**
     * {@return this estimate with a standard error}
     *
     * @param error the standard error
     */
    public Estimate withStandardError(double error) {
        return new Estimate(term, value, error, statistic, degreesOfFreedom, pValue, interval);
    }

    /**
     * {@return this estimate with a test}
     *
     * @param newStatistic the test statistic, or {@code NaN}
     * @param newDegreesOfFreedom its degrees of freedom, or {@code NaN}
     * @param newPValue the p value
     */
    public Estimate withTest(double newStatistic, double newDegreesOfFreedom, double newPValue) {
        return new Estimate(term, value, standardError, newStatistic, newDegreesOfFreedom, newPValue, interval);
    }

    /**
     * {@return this estimate with an interval}
     *
     * @param newInterval the confidence interval, or null
     */
    public Estimate withInterval(@Nullable Interval newInterval) {
        return new Estimate(term, value, standardError, statistic, degreesOfFreedom, pValue, newInterval);
    }

    /**
     * {@return this estimate under another name}
     *
     * @param newTerm what is estimated
     */
    public Estimate as(String newTerm) {
        return new Estimate(newTerm, value, standardError, statistic, degreesOfFreedom, pValue, interval);
    }
}
