package london.loti.evaluation.survival;

import java.util.Arrays;

/** The times at which a curve steps, and how far anything is known of it. */
final class StepTimes {
    private final double[] times;
    private final double lastTime;
    private final boolean isComplete;

    /** {@code isComplete} where nobody is left after the last step, so that the curve is known for ever. */
    StepTimes(double[] times, double lastTime, boolean isComplete) {
        this.times = times;
        this.lastTime = lastTime;
        this.isComplete = isComplete;
    }

    int count() {
        return times.length;
    }

    double at(int step) {
        return times[step];
    }

    double lastTime() {
        return lastTime;
    }

    /** The last step at or before a time, -1 where there is none. */
    int upTo(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("a time must be 0 or more, but was " + time);
        }
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }

    /** Whether nothing is known of a time: it is after the last one seen, and somebody was left then. */
    boolean areBefore(double time) {
        return time > lastTime && !isComplete;
    }
}
