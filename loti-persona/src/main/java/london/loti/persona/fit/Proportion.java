package london.loti.persona.fit;

import java.util.Locale;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share of people with its interval: how many of how many, and what other samples of this size might have given.
 *
 * <p><b>Interval:</b> Wilson's score interval, without continuity correction, which stays within 0 and 1 and does not
 * shrink to nothing where nobody or everybody counts (Wilson 1927,
 * <a href="https://doi.org/10.1080/01621459.1927.10502953">doi:10.1080/01621459.1927.10502953</a>). It tells of
 * sampling only: not of who was left out of the sample. <b>No estimate:</b> of nobody there is no share; then estimate,
 * low and high are {@code NaN}, never 0.
 *
 * @param count how many people count, from 0 to the total
 * @param total out of how many people
 * @param estimate count over total, from 0 to 1; {@code NaN} where the total is 0
 * @param low the lower end of the interval, from 0 to 1; {@code NaN} where the total is 0
 * @param high the upper end of the interval, from 0 to 1; {@code NaN} where the total is 0
 * @param confidence the level of the interval, for example 0.95
 */
public record Proportion(int count, int total, double estimate, double low, double high, double confidence) {
    /** The level where nobody asks for another. */
    static final double CONFIDENCE = 0.95;

    /**
     * Checks that the parts belong together; {@link #of(int, int)} makes them.
     *
     * @param count how many people count, from 0 to the total
     * @param total out of how many people
     * @param estimate count over total; {@code NaN} where the total is 0
     * @param low the lower end of the interval; {@code NaN} where the total is 0
     * @param high the upper end of the interval; {@code NaN} where the total is 0
     * @param confidence the level of the interval
     * @throws IllegalArgumentException if they do not
     */
    public Proportion {
        requireCounts(count, total);
        requireConfidence(confidence);
        boolean right = total == 0
                ? Double.isNaN(estimate) && Double.isNaN(low) && Double.isNaN(high)
                : estimate == count / (double) total && low >= 0 && low <= estimate && estimate <= high && high <= 1;
        if (!right) {
            throw new IllegalArgumentException("a proportion's estimate must be its count over its total and lie in its"
                    + " interval, but does not\nMaybe call Proportion.of(count, total).");
        }
    }

    /**
     * {@return a share with its interval of 95 per cent}
     *
     * @param count how many people count
     * @param total out of how many people; 0 for no estimate
     * @throws IllegalArgumentException if the count is not from 0 to the total
     */
    public static Proportion of(int count, int total) {
        return of(count, total, CONFIDENCE);
    }

    /**
     * {@return a share with its interval}
     *
     * @param count how many people count
     * @param total out of how many people; 0 for no estimate
     * @param confidence the level of the interval, above 0 and below 1
     * @throws IllegalArgumentException if the count is not from 0 to the total, or the confidence not between 0 and 1
     */
    public static Proportion of(int count, int total, double confidence) {
        requireCounts(count, total);
        requireConfidence(confidence);
        if (total == 0) {
            return new Proportion(0, 0, Double.NaN, Double.NaN, Double.NaN, confidence);
        }
        double estimate = count / (double) total;
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(total, count, 1 - confidence);
        // At either end the interval touches the estimate, but for the last bit.
        double low = Math.min(estimate, Math.max(0, interval.getLowerBound()));
        double high = Math.max(estimate, Math.min(1, interval.getUpperBound()));
        return new Proportion(count, total, estimate, low, high, confidence);
    }

    /** {@return whether there is an estimate, so that nothing is {@code NaN}} */
    public boolean hasEstimate() {
        return total > 0;
    }

    /** {@return for example {@code 3 of 10: 30 % (95 % interval 10.8 to 60.3 %)}} */
    public String words() {
        return hasEstimate()
                ? String.format(
                        Locale.ROOT,
                        "%d of %d: %s %% (%s %% interval %s to %s %%)",
                        count,
                        total,
                        Percent.of(estimate),
                        Percent.of(confidence),
                        Percent.of(low),
                        Percent.of(high))
                : "0 of 0: no estimate";
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0 and below 1, but was " + confidence);
        }
    }

    private static void requireCounts(int count, int total) {
        if (count < 0 || count > total) {
            throw new IllegalArgumentException(
                    "a count must be from 0 to its total, but was " + count + " of " + total);
        }
    }
}
