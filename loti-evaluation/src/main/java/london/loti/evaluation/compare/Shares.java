package london.loti.evaluation.compare;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/** Intervals of differences between shares and of ratios. */
final class Shares {
    private Shares() {}

    /**
     * Newcombe's interval from the Wilson intervals of both shares: of two groups, with a correlation of nought (Newcombe
     * 1998, Statistics in Medicine 17, pages 873 to 890, method 10), or of the same people, with theirs (pages 2635 to
     * 2650, method 10).
     */
    static Interval newcombe(int yes1, int n1, int yes2, int n2, double correlation, Inference inference) {
        Inference closed = new Inference(Alternative.TWO_SIDED, sideways(inference), 0);
        Interval first = ProportionInterval.WILSON.of(yes1, n1, closed);
        Interval second = ProportionInterval.WILSON.of(yes2, n2, closed);
        double p1 = (double) yes1 / n1;
        double p2 = (double) yes2 / n2;
        double down = joined(p1 - first.lower(), second.upper() - p2, correlation);
        double up = joined(first.upper() - p1, p2 - second.lower(), correlation);
        return difference(p1 - p2 - down, p1 - p2 + up, inference);
    }

    /** Opened where the alternative leaves it open, and never beyond what a difference between shares can be. */
    static Interval difference(double lower, double upper, Inference inference) {
        Interval open = inference.open(lower, upper);
        return new Interval(Math.max(-1, open.lower()), Math.min(1, open.upper()), inference.level());
    }

    /** Of a ratio that is normal on the logarithmic scale. */
    static Interval ratio(double log, double error, Inference inference) {
        double reach = inference.normalReach() * error;
        Interval open = inference.open(log - reach, log + reach);
        return new Interval(Math.exp(open.lower()), Math.exp(open.upper()), inference.level());
    }

    private static double joined(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }

    /** The two-sided level that goes out as far. */
    private static double sideways(Inference inference) {
        return inference.alternative() == Alternative.TWO_SIDED ? inference.level() : 2 * inference.level() - 1;
    }
}
