package london.loti.evaluation.economics;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Interval;

/**
 * How fast a benefit fades, fitted to follow-ups in place of a share that is assumed: the effect in year t is that of the
 * first follow-up times exp(−rate·(t − first)), so that 1 − exp(−rate) is lost each year.
 *
 * <p>The fit is by nonlinear least squares, weighted by 1 / standard error². Least squares of the logarithm would be
 * simpler, but has no place for a late effect that is nought or below, and gives an effect more weight because it came
 * out larger, which makes decay look slower. Standard errors are taken as known and follow-ups as independent; effects on
 * the same people vary together, which makes the interval too wide rather than too narrow.
 *
 * @param followUps how many follow-ups there were
 * @param rate the rate of decay a year; negative for growth
 * @param standardError its standard error
 * @param interval its normal interval of 95 per cent
 * @param yearly the share that is lost each year, 1 − exp(−rate); negative for growth
 * @param yearlyInterval its interval, from that of the rate
 * @param firstEffect the effect at the first follow-up, as fitted, in the unit of the effects
 * @param misfit the weighted sum of squared residuals: with {@code followUps} − 2 degrees of freedom chi-squared where
 *     decay is exponential; 0 for two follow-ups, which fit any curve
 * @param words what a reader must know, in plain words
 */
public record DropOff(
        int followUps,
        double rate,
        double standardError,
        Interval interval,
        double yearly,
        Interval yearlyInterval,
        double firstEffect,
        double misfit,
        List<String> words) {
    private static final int QUANTILES = 1_000;

    /**
     * Copies the words.
     *
     * @param followUps how many follow-ups there were
     * @param rate the rate of decay a year
     * @param standardError its standard error
     * @param interval its interval
     * @param yearly the share that is lost each year
     * @param yearlyInterval its interval
     * @param firstEffect the effect at the first follow-up, as fitted
     * @param misfit the weighted sum of squared residuals
     * @param words what a reader must know
     */
    public DropOff {
        words = List.copyOf(words);
    }

    /**
     * Fits the decay.
     *
     * @param years when each follow-up was, in years from any one day, each once, in any order
     * @param effects the effect at each, or the share of it that was kept; all in one unit
     * @param standardErrors their standard errors, above 0
     * @return the decay, or growth, which its words then tell
     * @throws IllegalArgumentException if there are fewer than two follow-ups, the lengths differ or a number is none
     * @throws london.loti.model.finding.FindingsException if no exponential curve fits, because the effect vanishes or
     *     turns
     */
    public static DropOff fitted(double[] years, double[] effects, double[] standardErrors) {
        return new DropOffFit(years, effects, standardErrors).fit();
    }

    /** {@return whether the effect grew from follow-up to follow-up} */
    public boolean grows() {
        return rate < 0;
    }

    /**
     * {@return the yearly drop-off as an uncertain quantity, for {@link Line.Builder#dropOffInput}} It is 1,000 equally
     * likely values: 1 − exp(−rate) at the quantiles of the normal rate, those below nought set to nought, so that a
     * benefit is never taken to grow.
     *
     * @throws IllegalStateException if the effect grew: what then comes is a judgement, and no drop-off
     */
    public Uncertain quantity() {
        if (grows()) {
            throw new IllegalStateException("a drop-off must be a loss, but the effect grew between follow-ups"
                    + "\nMaybe state a drop-off of 0, or one from elsewhere, with its source.");
        }
        NormalDistribution normal = NormalDistribution.of(rate, standardError);
        return Uncertain.empirical(IntStream.range(0, QUANTILES)
                .mapToDouble(i -> Math.max(0, lost(normal.inverseCumulativeProbability((i + 0.5) / QUANTILES))))
                .toArray());
    }

    static double lost(double rate) {
        return -Math.expm1(-rate);
    }
}
