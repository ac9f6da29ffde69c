package london.loti.evaluation.survival;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Those who still wait, walked through in the order of time. Times are kept apart by what ended them and sorted as plain
 * numbers, so that ordering makes no object for a row and takes no more memory than the times themselves.
 */
final class RiskSet {
    private final double[][] byCode;
    private final int[] done;
    private final int[] counts;
    private int atRisk;

    private RiskSet(double[][] byCode) {
        this.byCode = byCode;
        done = new int[byCode.length];
        counts = new int[byCode.length];
        for (double[] times : byCode) {
            Arrays.sort(times);
            atRisk += times.length;
        }
    }

    /** One set for each group; {@code codes} is 1 where every event is alike, else the number of causes. */
    static RiskSet[] byGroup(TimeToEvent data, int codes) {
        return of(data, data.groups().size(), row -> data.groupLabels().codes().of(row), codes);
    }

    /** One set for each group in each stratum, the groups of the first stratum first; every event is alike. */
    static RiskSet[] byStratum(TimeToEvent data) {
        int groups = data.groups().size();
        return of(
                data,
                groups * data.strata().size(),
                row -> data.stratumLabels().codes().of(row) * groups
                        + data.groupLabels().codes().of(row),
                1);
    }

    private static RiskSet[] of(TimeToEvent data, int cells, IntUnaryOperator cellOf, int codes) {
        int[][] sizes = new int[cells][codes + 1];
        for (int row = 0; row < data.size(); row++) {
            sizes[cellOf.applyAsInt(row)][Math.min(data.event(row), codes)]++;
        }
        double[][][] times = new double[cells][codes + 1][];
        for (int cell = 0; cell < cells; cell++) {
            for (int code = 0; code <= codes; code++) {
                times[cell][code] = new double[sizes[cell][code]];
            }
        }
        for (int row = 0; row < data.size(); row++) {
            int cell = cellOf.applyAsInt(row);
            int code = Math.min(data.event(row), codes);
            times[cell][code][--sizes[cell][code]] = data.time(row);
        }
        return Arrays.stream(times).map(RiskSet::new).toArray(RiskSet[]::new);
    }

    /** The next time at which somebody leaves, or infinity where nobody is left. */
    double next() {
        double next = Double.POSITIVE_INFINITY;
        for (int code = 0; code < byCode.length; code++) {
            if (done[code] < byCode[code].length) {
                next = Math.min(next, byCode[code][done[code]]);
            }
        }
        return next;
    }

    /** How many are left before that time. */
    int atRisk() {
        return atRisk;
    }

    /** Lets go of all who leave at the next time. */
    void leave(double time) {
        for (int code = 0; code < byCode.length; code++) {
            double[] times = byCode[code];
            int from = done[code];
            int to = from;
            while (to < times.length && times[to] == time) {
                to++;
            }
            done[code] = to;
            counts[code] = to - from;
            atRisk -= to - from;
        }
    }

    /** How many of those who left last did so for this code; 0 for censored. */
    int left(int code) {
        return counts[code];
    }

    /** At most so many times with an event. */
    int mostSteps() {
        int events = 0;
        for (int code = 1; code < byCode.length; code++) {
            events += byCode[code].length;
        }
        return events;
    }
}
