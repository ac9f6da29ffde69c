package london.loti.evaluation.survival;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The share of one group that still waits, as it falls in steps. It is 1 before the first step. Immutable and
 * thread-safe.
 */
public final class SurvivalCurve {
    /** As near as R takes a share to be the one that a quantile asks for: the root of the machine's precision. */
    private static final double SAME = 1.0 / (1 << 26);

    private final String group;
    private final ProductLimit steps;
    private final CurveInterval interval;
    private final double z;

    SurvivalCurve(String group, ProductLimit steps, CurveInterval interval, double z) {
        this.group = group;
        this.steps = steps;
        this.interval = interval;
        this.z = z;
    }

    /** {@return the group's name} */
    public String group() {
        return group;
    }

    /** {@return how many people the group has} */
    public int size() {
        return steps.size;
    }

    /** {@return how many of them had the event} */
    public int events() {
        return Arrays.stream(steps.events).sum();
    }

    /** {@return the longest time that anybody was seen; the curve says nothing beyond it unless it has reached 0} */
    public double lastTime() {
        return steps.times.lastTime();
    }

    /** {@return the steps in the order of time; the list makes each when asked for it, and can't be changed} */
    public List<SurvivalPoint> points() {
        return new AbstractList<>() {
            @Override
            public SurvivalPoint get(int step) {
                return point(step);
            }

            @Override
            public int size() {
                return steps.times.count();
            }
        };
    }

    /**
     * {@return the share that still waits just after a time; {@code NaN} beyond what was seen}
     *
     * @param time a time, 0 or more
     * @throws IllegalArgumentException if it is not
     */
    public double survivalAt(double time) {
        int step = step(time);
        return steps.times.areBefore(time) ? Double.NaN : step < 0 ? 1 : steps.survival[step];
    }

    /**
     * {@return the time by which a share of people had the event; {@code NaN} where the curve never falls so far}
     *
     * <p>Where the curve is flat at just that share, it is the middle of the flat part, as in the table of R's
     * {@code survfit}; a flat part at the end counts from its beginning.
     *
     * @param share above 0 and below 1: 0.5 for the median
     * @throws IllegalArgumentException if it is not
     */
    public double quantile(double share) {
        return quantile(share, 0);
    }

    /** The quantile of the curve itself (0), of its lower ends (-1) or of its upper ends (1). */
    double quantile(double share, int direction) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a quantile's share must lie between 0 and 1, but was " + share);
        }
        StepTimes times = steps.times;
        double wanted = 1 - share;
        int from = nextBelow(0, wanted + SAME, direction);
        if (from == times.count()) {
            return Double.NaN;
        }
        double height = height(from, direction);
        if (Math.abs(height - wanted) < SAME) {
            int to = nextBelow(from + 1, height, direction);
            return to == times.count() ? times.at(from) : (times.at(from) + times.at(to)) / 2;
        }
        return times.at(from);
    }

    private int nextBelow(int from, double bound, int direction) {
        int step = from;
        while (step < steps.times.count() && !(height(step, direction) < bound)) {
            step++;
        }
        return step;
    }

    private double height(int step, int direction) {
        double share = steps.survival[step];
        return direction == 0 ? share : interval.end(share, Math.sqrt(steps.logVariance[step]), direction * z);
    }

    /** The last step at or before a time, -1 where there is none. */
    int step(double time) {
        return steps.times.upTo(time);
    }

    SurvivalPoint point(int step) {
        double share = steps.survival[step];
        return new SurvivalPoint(
                steps.times.at(step),
                steps.atRisk[step],
                steps.events[step],
                share,
                share * Math.sqrt(steps.logVariance[step]),
                height(step, -1),
                height(step, 1),
                steps.hazard[step],
                Math.sqrt(steps.hazardVariance[step]));
    }

    ProductLimit steps() {
        return steps;
    }
}
