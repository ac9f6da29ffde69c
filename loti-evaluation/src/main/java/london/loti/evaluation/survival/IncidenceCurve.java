package london.loti.evaluation.survival;

import java.util.AbstractList;
import java.util.List;

/**
 * The share of one group that had an event of one cause, as it rises in steps. It is 0 before the first step. Immutable
 * and thread-safe.
 */
public final class IncidenceCurve {
    private final String group;
    private final String cause;
    private final CompetingRisks steps;
    private final int index;
    private final CurveInterval interval;
    private final double z;

    IncidenceCurve(String group, String cause, CompetingRisks steps, int index, CurveInterval interval, double z) {
        this.group = group;
        this.cause = cause;
        this.steps = steps;
        this.index = index;
        this.interval = interval;
        this.z = z;
    }

    /** {@return the group's name} */
    public String group() {
        return group;
    }

    /** {@return the event's name} */
    public String cause() {
        return cause;
    }

    /** {@return the longest time that anybody was seen} */
    public double lastTime() {
        return steps.times.lastTime();
    }

    /** {@return the steps in the order of time; the list makes each when asked for it, and can't be changed} */
    public List<IncidencePoint> points() {
        return new AbstractList<>() {
            @Override
            public IncidencePoint get(int step) {
                return point(step);
            }

            @Override
            public int size() {
                return steps.times.count();
            }
        };
    }

    /**
     * {@return the share that had an event of this cause by a time; {@code NaN} beyond what was seen}
     *
     * @param time a time, 0 or more
     * @throws IllegalArgumentException if it is not
     */
    public double incidenceAt(double time) {
        int step = step(time);
        return steps.times.areBefore(time) ? Double.NaN : step < 0 ? 0 : steps.incidence[index][step];
    }

    /** The last step at or before a time, -1 where there is none. */
    int step(double time) {
        return steps.times.upTo(time);
    }

    IncidencePoint point(int step) {
        double share = steps.incidence[index][step];
        // rounding may leave a hair below nought where nobody is left to vary
        double error = Math.sqrt(Math.max(0, steps.variance[index][step]));
        return new IncidencePoint(
                steps.times.at(step),
                steps.atRisk[step],
                steps.events[index][step],
                share,
                error,
                interval.end(share, error / share, -z),
                interval.end(share, error / share, z));
    }
}
