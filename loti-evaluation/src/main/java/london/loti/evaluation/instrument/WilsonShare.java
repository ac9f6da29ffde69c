package london.loti.evaluation.instrument;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/**
 * A share with Wilson's interval, which holds its level also for few people and for shares near 0 or 1. Source: Wilson
 * 1927, <a href="https://doi.org/10.1080/01621459.1927.10502953">doi:10.1080/01621459.1927.10502953</a>; without
 * correction for continuity.
 */
public final class WilsonShare {
    private WilsonShare() {}

    /**
     * {@return the share, from 0 to 1, with its interval and without a standard error; {@code NaN} and no interval
     * where there is nobody}
     *
     * @param term what it is the share of
     * @param count how many people it is true of
     * @param n how many people there are
     * @param level the level of the interval
     * @throws IllegalArgumentException if the count does not lie between 0 and {@code n}
     */
    public static Estimate of(String term, long count, long n, double level) {
        Interval.requireLevel(level);
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("a count must lie between 0 and " + n + ", but was " + count);
        }
        if (n == 0) {
            return Estimate.of(term, Double.NaN);
        }
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
        double p = (double) count / n;
        double weight = z * z / n;
        double centre = (p + weight / 2) / (1 + weight);
        double half = Math.sqrt(weight * (p * (1 - p) + weight / 4)) / (1 + weight);
        double lower = count == 0 ? 0 : centre - half;
        double upper = count == n ? 1 : centre + half;
        return Estimate.of(term, p).withInterval(new Interval(lower, upper, level));
    }
}
