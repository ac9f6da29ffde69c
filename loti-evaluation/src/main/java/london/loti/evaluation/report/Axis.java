package london.loti.evaluation.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A scale from numbers to places, with round numbers to read it by. */
final class Axis {
    private static final int TICKS = 5;

    private final long first;
    private final double step;
    private final int steps;
    private final double from;
    private final double to;

    private Axis(long first, double step, int steps, double from, double to) {
        this.first = first;
        this.step = step;
        this.steps = steps;
        this.from = from;
        this.to = to;
    }

    /** A scale that holds all finite values, drawn between two places. */
    static Axis over(double[] values, double from, double to) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double range = most > least ? most - least : Math.max(1, Math.abs(most));
        double step = roundStep(range / TICKS);
        long first = (long) Math.floor(least / step);
        int steps = (int) Math.max(1, (long) Math.ceil(most / step) - first);
        return new Axis(first, step, steps, from, to);
    }

    /** The place of a value; an infinite one lies at the end. */
    double place(double value) {
        double part = (value / step - first) / steps;
        return from + (to - from) * Math.max(0, Math.min(1, part));
    }

    List<Double> ticks() {
        return IntStream.rangeClosed(0, steps).mapToObj(i -> (first + i) * step).toList();
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double first = rough / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }
}
