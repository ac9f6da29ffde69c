package london.loti.evaluation.survival;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Interval;

/**
 * The Kaplan-Meier curve: the share of people who still wait after each time, one curve a group.
 *
 * <pre>{@code
 * SurvivalCurves curves = KaplanMeier.withDefaults().of(waits);
 * Effect medians = curves.medians();
 * }</pre>
 *
 * <p>Standard errors are Greenwood's, intervals are pointwise and on the log scale as in R's {@code survfit}, unless
 * another is asked for. The cumulative hazard beside it is the Nelson-Aalen estimate. Every event is alike: where people
 * can withdraw instead of being seen, 1 − the curve overstates how many will be seen; take {@link AalenJohansen} then.
 * Strata of the data are not looked at; give them as groups to see their curves. Sources: Kaplan and Meier 1958,
 * <a href="https://doi.org/10.1080/01621459.1958.10501452">doi:10.1080/01621459.1958.10501452</a>; Aalen 1978,
 * <a href="https://doi.org/10.1214/aos/1176344247">doi:10.1214/aos/1176344247</a>. Immutable and thread-safe.
 */
public final class KaplanMeier {
    private final CurveInterval interval;
    private final double level;

    private KaplanMeier(CurveInterval interval, double level) {
        this.interval = interval;
        this.level = level;
    }

    /** {@return a calculator with intervals of 95 per cent on the log scale} */
    public static KaplanMeier withDefaults() {
        return new KaplanMeier(CurveInterval.LOG, Interval.USUAL_LEVEL);
    }

    /**
     * {@return the same with intervals on another scale}
     *
     * @param newInterval the scale
     */
    public KaplanMeier withInterval(CurveInterval newInterval) {
        return new KaplanMeier(newInterval, level);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param newLevel above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public KaplanMeier withLevel(double newLevel) {
        return new KaplanMeier(interval, Interval.requireLevel(newLevel));
    }

    /**
     * {@return the curves, one a group in the order of the groups}
     *
     * @param data the times to an event
     */
    public SurvivalCurves of(TimeToEvent data) {
        double z = criticalValue(level);
        RiskSet[] waiting = RiskSet.byGroup(data, 1);
        List<SurvivalCurve> curves = new ArrayList<>(waiting.length);
        for (int g = 0; g < waiting.length; g++) {
            curves.add(new SurvivalCurve(data.groups().get(g), new ProductLimit(waiting[g]), interval, z));
        }
        return new SurvivalCurves(data, curves, interval, level, z);
    }

    static double criticalValue(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
