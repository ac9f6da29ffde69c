package london.loti.evaluation.survival;

import java.util.ArrayList;
import java.util.List;

import london.loti.evaluation.estimate.Interval;

/**
 * The Aalen-Johansen estimate: how many people had each of several competing events by each time, for example attended,
 * withdrew or were closed. The shares and the share that still waits sum to 1.
 *
 * <pre>{@code
 * Effect within30Days = AalenJohansen.withDefaults().of(ends).incidenceAt(30);
 * }</pre>
 *
 * <p>Standard errors are those of R's {@code survfit} for several states (the infinitesimal jackknife), intervals are
 * pointwise and on the log scale unless another is asked for. Source: Aalen and Johansen 1978, Scandinavian Journal of
 * Statistics 5, 141–150. Immutable and thread-safe.
 */
public final class AalenJohansen {
    private final CurveInterval interval;
    private final double level;

    private AalenJohansen(CurveInterval interval, double level) {
        this.interval = interval;
        this.level = level;
    }

    /** {@return a calculator with intervals of 95 per cent on the log scale} */
    public static AalenJohansen withDefaults() {
        return new AalenJohansen(CurveInterval.LOG, Interval.USUAL_LEVEL);
    }

    /**
     * {@return the same with intervals on another scale}
     *
     * @param newInterval the scale
     */
    public AalenJohansen withInterval(CurveInterval newInterval) {
        return new AalenJohansen(newInterval, level);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param newLevel above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public AalenJohansen withLevel(double newLevel) {
        return new AalenJohansen(interval, Interval.requireLevel(newLevel));
    }

    /**
     * {@return the incidence of every cause in every group}
     *
     * @param data the times to an event, and its cause
     */
    public IncidenceCurves of(TimeToEvent data) {
        double z = KaplanMeier.criticalValue(level);
        int causes = data.causes().size();
        RiskSet[] waiting = RiskSet.byGroup(data, causes);
        List<IncidenceCurve> curves = new ArrayList<>(waiting.length * causes);
        for (int g = 0; g < waiting.length; g++) {
            CompetingRisks steps = new CompetingRisks(waiting[g], causes);
            for (int k = 0; k < causes; k++) {
                curves.add(
                        new IncidenceCurve(data.groups().get(g), data.causes().get(k), steps, k, interval, z));
            }
        }
        return new IncidenceCurves(data, curves, interval, level);
    }
}
