package london.loti.evaluation.bootstrap;

import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/** The replicates of a statistic, and what can be read off them. Those that are not finite are left out and counted. */
public final class BootstrapDistribution {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double estimate;
    private final double[] drawn;
    private final double[] sorted;
    private final double acceleration;
    private final Setting setting;

    /** How the replicates were drawn. */
    record Setting(
            Resampling resampling,
            Draws draws,
            Quantiles quantiles,
            Acceleration acceleration,
            @Nullable String hash) {}

    BootstrapDistribution(double estimate, double[] drawn, double acceleration, Setting setting) {
        this.estimate = estimate;
        this.drawn = drawn;
        this.sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        this.acceleration = acceleration;
        this.setting = setting;
        if (sorted.length < 2) {
            throw new IllegalArgumentException(
                    "at least two replicates must be finite, but of " + drawn.length + " were " + sorted.length);
        }
    }

    /** {@return the statistic of the data} */
    public double estimate() {
        return estimate;
    }

    /** {@return the replicates in the order in which they were drawn; some may not be finite} */
    public double[] replicates() {
        return drawn.clone();
    }

    /** {@return how far the mean of the replicates lies above the estimate} */
    public double bias() {
        return Sums.mean(sorted) - estimate;
    }

    /**
     * {@return the standard deviation of the replicates, with the divisor R - 1; with R where every resample was
     * enumerated}
     */
    public double standardError() {
        int divisor = setting.draws() instanceof Draws.All ? sorted.length : sorted.length - 1;
        return Math.sqrt(Sums.squaredDeviations(sorted) / divisor);
    }

    /**
     * {@return the normal quantile of the share of replicates strictly below the estimate; infinite where none or all
     * are} Replicates that differ from the estimate by rounding only are equal to it.
     */
    public double biasCorrection() {
        double spread = Math.max(sorted[sorted.length - 1] - estimate, estimate - sorted[0]);
        double within = 64 * Math.ulp(estimate) + 1e-12 * spread;
        long below = Arrays.stream(sorted).filter(t -> t < estimate - within).count();
        return NORMAL.inverseCumulativeProbability((double) below / sorted.length);
    }

    /** {@return the acceleration of a BCa interval; {@code NaN} where no unit moves the estimate} */
    public double acceleration() {
        return acceleration;
    }

    /**
     * {@return the level at which a BCa interval takes a quantile of the replicates}
     *
     * @param level the level that is aimed at, for example 0.025
     * @throws IllegalArgumentException if the level is none, or the replicates give no correction
     */
    public double correctedLevel(double level) {
        Interval.requireLevel(level);
        double correction = biasCorrection();
        if (!Double.isFinite(correction) || !Double.isFinite(acceleration)) {
            throw new IllegalArgumentException("a BCa interval needs replicates on both sides of the estimate and units"
                    + " that move it, but the corrections were " + correction + " and " + acceleration
                    + "\nMaybe the data do not vary, or a percentile interval will do.");
        }
        double moved = correction + NORMAL.inverseCumulativeProbability(level);
        if (acceleration * moved >= 1) {
            throw new IllegalArgumentException("a BCa interval needs an acceleration that moves the level " + level
                    + " less far, but it was " + acceleration + "\nMaybe a percentile interval will do.");
        }
        return NORMAL.cumulativeProbability(correction + moved / (1 - acceleration * moved));
    }

    /**
     * {@return an interval}
     *
     * @param method how it is read off the replicates
     * @param level its level, above 0 and below 1
     * @throws IllegalArgumentException if the level is none, or a BCa interval has no corrections
     */
    public Interval interval(IntervalMethod method, double level) {
        double below = (1 - Interval.requireLevel(level)) / 2;
        double above = (1 + level) / 2;
        return switch (method) {
            case NORMAL -> {
                double centre = estimate - bias();
                double reach = NORMAL.inverseCumulativeProbability(above) * standardError();
                yield new Interval(centre - reach, centre + reach, level);
            }
            case BASIC -> new Interval(2 * estimate - quantile(above), 2 * estimate - quantile(below), level);
            case PERCENTILE -> new Interval(quantile(below), quantile(above), level);
            case BCA -> new Interval(quantile(correctedLevel(below)), quantile(correctedLevel(above)), level);
        };
    }

    private double quantile(double p) {
        return setting.quantiles().of(sorted, p);
    }

    /**
     * {@return the estimate with its bootstrap standard error and an interval}
     *
     * @param method how the interval is read off the replicates
     * @param level its level, above 0 and below 1
     * @throws IllegalArgumentException if the level is none, or a BCa interval has no corrections
     */
    public Effect effect(IntervalMethod method, double level) {
        Effect.Builder effect = Effect.builder("bootstrap", setting.resampling().rowCount())
                .estimate(Estimate.of("statistic", estimate)
                        .withStandardError(standardError())
                        .withInterval(interval(method, level)))
                .dataHash(setting.hash())
                .convention("interval", word(method))
                .convention("quantiles", word(setting.quantiles()))
                .convention("units", setting.resampling().name())
                .diagnostic("bias", bias())
                .diagnostic("replicates", sorted.length)
                .diagnostic("replicates left out", drawn.length - sorted.length)
                .assumes("Units were drawn independently, as the resampling draws them.");
        if (setting.resampling().isClustered()) {
            effect.clusters(setting.resampling().units());
        }
        if (method == IntervalMethod.BCA) {
            effect.convention("acceleration", word(setting.acceleration()))
                    .diagnostic("acceleration", acceleration)
                    .diagnostic("bias correction", biasCorrection());
        }
        if (setting.draws() instanceof Draws.Random random) {
            effect.seed(random.seed()).convention("draws", "by chance");
        } else {
            effect.convention("draws", setting.draws() instanceof Draws.All ? "every resample" : "as told");
        }
        return effect.build();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
