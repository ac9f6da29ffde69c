package london.loti.evaluation.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/**
 * The Kaplan-Meier curves of all groups, and what can be read off them. Terms of estimates end in the group's name where
 * there are several groups. Immutable and thread-safe.
 */
public final class SurvivalCurves {
    private final TimeToEvent data;
    private final List<SurvivalCurve> curves;
    private final CurveInterval interval;
    private final double level;
    private final double z;

    SurvivalCurves(TimeToEvent data, List<SurvivalCurve> curves, CurveInterval interval, double level, double z) {
        this.data = data;
        this.curves = List.copyOf(curves);
        this.interval = interval;
        this.level = level;
        this.z = z;
    }

    /** {@return the curves in the order of the groups} */
    public List<SurvivalCurve> curves() {
        return curves;
    }

    /**
     * {@return the curve of a group}
     *
     * @param group the group's name
     * @throws IllegalArgumentException if there is none
     */
    public SurvivalCurve curve(String group) {
        return curves.stream()
                .filter(c -> c.group().equals(group))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there must be a curve of the group, but it is none of the "
                                + data.groups().size()));
    }

    /** {@return the median time to the event of each group, with interval} */
    public Effect medians() {
        return quantiles(0.5);
    }

    /**
     * {@return the time by which a share of each group had the event, with interval; an end that the curve's band does
     * not reach is infinite, and a time that the curve does not reach is {@code NaN}}
     *
     * @param share above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public Effect quantiles(double share) {
        String term = share == 0.5 ? "median time" : String.format(Locale.ROOT, "time of %s", share);
        Effect.Builder effect = start("kaplan-meier");
        for (SurvivalCurve curve : curves) {
            double lower = curve.quantile(share, -1);
            double upper = curve.quantile(share, 1);
            effect.estimate(Estimate.of(data.term(term, curve.group()), curve.quantile(share))
                    .withInterval(orNull(lower, Double.isNaN(upper) ? Double.POSITIVE_INFINITY : upper)));
        }
        return effect.build();
    }

    /**
     * {@return the share of each group that still waits after each time, with standard error and interval; {@code NaN}
     * beyond what was seen}
     *
     * @param times times, one or more, each 0 or more
     * @throws IllegalArgumentException if there is none, or one is below 0
     */
    public Effect survivalAt(double... times) {
        Effect.Builder effect = start("kaplan-meier");
        for (SurvivalCurve curve : curves) {
            for (double time : times) {
                String term = data.term(String.format(Locale.ROOT, "survival at %s", time), curve.group());
                effect.estimate(survival(curve, time, term));
            }
        }
        return effect.build();
    }

    private Estimate survival(SurvivalCurve curve, double time, String term) {
        Estimate estimate = Estimate.of(term, curve.survivalAt(time));
        int step = curve.step(time);
        if (Double.isNaN(estimate.value())) {
            return estimate;
        }
        if (step < 0) {
            return estimate.withStandardError(0);
        }
        SurvivalPoint point = curve.point(step);
        return estimate.withStandardError(point.standardError()).withInterval(orNull(point.lower(), point.upper()));
    }

    /**
     * {@return the cumulative hazard of each group after each time, by Nelson and Aalen, with standard error and an
     * interval on the log scale; {@code NaN} beyond what was seen}
     *
     * @param times times, one or more, each 0 or more
     * @throws IllegalArgumentException if there is none, or one is below 0
     */
    public Effect cumulativeHazardAt(double... times) {
        Effect.Builder effect = data.effect("nelson-aalen").convention("interval", "log");
        for (SurvivalCurve curve : curves) {
            for (double time : times) {
                String term = data.term(String.format(Locale.ROOT, "cumulative hazard at %s", time), curve.group());
                int step = curve.step(time);
                if (curve.steps().times.areBefore(time)) {
                    effect.estimate(Estimate.of(term, Double.NaN));
                } else if (step < 0) {
                    effect.estimate(Estimate.of(term, 0).withStandardError(0));
                } else {
                    SurvivalPoint point = curve.point(step);
                    double hazard = point.cumulativeHazard();
                    double factor = Math.exp(z * point.cumulativeHazardError() / hazard);
                    effect.estimate(Estimate.of(term, hazard)
                            .withStandardError(point.cumulativeHazardError())
                            .withInterval(orNull(hazard / factor, hazard * factor)));
                }
            }
        }
        return effect.build();
    }

    /**
     * {@return the mean time to the event within a span (restricted mean survival time), with standard error and interval;
     * where there are several groups, first how much longer each waits than the first group}
     *
     * <p>The interval is symmetric, the test of a difference normal. The variance is that of R's {@code survfit}.
     *
     * @param until the end of the span, above 0
     * @throws IllegalArgumentException if it is not, or lies beyond what was seen of a group
     */
    public Effect restrictedMeans(double until) {
        if (!(until > 0 && until < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the end of a restricted mean must be above 0, but was " + until);
        }
        List<RestrictedMean> means = new ArrayList<>();
        for (SurvivalCurve curve : curves) {
            if (curve.steps().times.areBefore(until)) {
                throw new IllegalArgumentException("a restricted mean must end at a time at which every group was seen,"
                        + " but one was seen until " + curve.lastTime() + " only, and the end was " + until);
            }
            means.add(RestrictedMean.of(curve.steps(), until));
        }
        Effect.Builder effect =
                data.effect("rmst").convention("interval", "normal").diagnostic("until", until);
        for (int g = 1; g < means.size(); g++) {
            double difference = means.get(g).mean() - means.get(0).mean();
            double error = Math.sqrt(means.get(g).variance() + means.get(0).variance());
            double statistic = difference / error;
            double p = error == 0
                    ? Double.NaN
                    : Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(statistic)));
            String term = "mean time, " + curves.get(g).group() + " - "
                    + curves.get(0).group();
            effect.estimate(normal(term, difference, error).withTest(statistic, Double.NaN, p));
        }
        for (int g = 0; g < means.size(); g++) {
            effect.estimate(normal(
                    data.term("mean time", curves.get(g).group()),
                    means.get(g).mean(),
                    Math.sqrt(means.get(g).variance())));
        }
        return effect.build();
    }

    private Estimate normal(String term, double value, double error) {
        return Estimate.of(term, value)
                .withStandardError(error)
                .withInterval(orNull(value - z * error, value + z * error));
    }

    private Effect.Builder start(String method) {
        return data.effect(method).convention("interval", interval.words()).convention("error", "greenwood");
    }

    private @Nullable Interval orNull(double lower, double upper) {
        return lower <= upper ? new Interval(lower, upper, level) : null;
    }
}
