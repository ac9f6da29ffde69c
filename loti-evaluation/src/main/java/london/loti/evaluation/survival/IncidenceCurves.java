package london.loti.evaluation.survival;

import java.util.List;
import java.util.Locale;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** The incidence of every cause in every group, and what can be read off. Immutable and thread-safe. */
public final class IncidenceCurves {
    private final TimeToEvent data;
    private final List<IncidenceCurve> curves;
    private final CurveInterval interval;
    private final double level;

    IncidenceCurves(TimeToEvent data, List<IncidenceCurve> curves, CurveInterval interval, double level) {
        this.data = data;
        this.curves = List.copyOf(curves);
        this.interval = interval;
        this.level = level;
    }

    /** {@return the curves in the order of the groups, and within a group of the causes} */
    public List<IncidenceCurve> curves() {
        return curves;
    }

    /**
     * {@return the curve of a group and cause}
     *
     * @param group the group's name; {@code all} where the data have no groups
     * @param cause the event's name
     * @throws IllegalArgumentException if there is none
     */
    public IncidenceCurve curve(String group, String cause) {
        return curves.stream()
                .filter(c -> c.group().equals(group) && c.cause().equals(cause))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there must be a curve of the group and event, but there"
                                + " are groups " + data.groups() + " and events " + data.causes()));
    }

    /**
     * {@return the share of each group that had each event by each time, with standard error and interval; {@code NaN}
     * beyond what was seen. Terms are like {@code attended at 30.0}, with the group's name at the end where there are
     * several}
     *
     * @param times times, one or more, each 0 or more
     * @throws IllegalArgumentException if there is none, or one is below 0
     */
    public Effect incidenceAt(double... times) {
        Effect.Builder effect = data.effect("aalen-johansen")
                .convention("interval", interval.words())
                .convention("error", "infinitesimal jackknife");
        for (IncidenceCurve curve : curves) {
            for (double time : times) {
                String term = String.format(Locale.ROOT, "%s at %s", curve.cause(), time);
                effect.estimate(estimate(curve, time, data.term(term, curve.group())));
            }
        }
        return effect.build();
    }

    private Estimate estimate(IncidenceCurve curve, double time, String term) {
        Estimate estimate = Estimate.of(term, curve.incidenceAt(time));
        int step = curve.step(time);
        if (Double.isNaN(estimate.value())) {
            return estimate;
        }
        if (step < 0) {
            return estimate.withStandardError(0);
        }
        IncidencePoint point = curve.point(step);
        Estimate known = estimate.withStandardError(point.standardError());
        return point.lower() <= point.upper()
                ? known.withInterval(new Interval(point.lower(), point.upper(), level))
                : known;
    }
}
