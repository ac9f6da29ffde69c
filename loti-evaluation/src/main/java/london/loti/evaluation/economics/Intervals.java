package london.loti.evaluation.economics;

import java.util.List;
import java.util.Locale;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.economics.Uncertain.Shape;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** Makes a distribution of an estimate and its interval. */
final class Intervals {
    /** What rounding to published digits may leave of the difference of the two arms, as a part of both. */
    private static final double SYMMETRIC = 0.01;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private Intervals() {}

    static Uncertain quantity(Estimate estimate) {
        Interval interval = estimate.interval();
        boolean ratio = isRatio(estimate.term());
        if (interval == null || !Double.isFinite(interval.upper() - interval.lower())) {
            return fromError(estimate, ratio);
        }
        double value = estimate.value();
        double lower = interval.lower();
        double upper = interval.upper();
        requireOrder(estimate.term(), value, lower, upper);
        double plain = asymmetry(lower, value, upper);
        double log = lower > 0 ? asymmetry(Math.log(lower), Math.log(value), Math.log(upper)) : 1;
        if (log < plain && (ratio || log <= SYMMETRIC)) {
            return ratio(estimate.term(), value, lower, upper, interval.level());
        }
        double z = z(interval.level());
        if (plain <= SYMMETRIC) {
            return Uncertain.normal(value, (upper - lower) / (2 * z));
        }
        if (ratio) {
            return ratio(estimate.term(), value, lower, upper, interval.level());
        }
        return new Uncertain(Shape.TWO_PIECE_NORMAL, List.of(value, (value - lower) / z, (upper - value) / z));
    }

    static Uncertain ratio(String term, double value, double lower, double upper, double level) {
        Interval.requireLevel(level);
        requireOrder(term, value, lower, upper);
        if (!(lower > 0)) {
            throw new IllegalArgumentException("the interval of '" + term + "' must lie above 0, because it is a ratio,"
                    + " but does not\nMaybe use its bootstrap draws, or the difference in place of the ratio.");
        }
        double z = z(level);
        double middle = Math.log(value);
        double below = (middle - Math.log(lower)) / z;
        double above = (Math.log(upper) - middle) / z;
        return asymmetry(Math.log(lower), middle, Math.log(upper)) <= SYMMETRIC
                ? Uncertain.lognormal(middle, (below + above) / 2)
                : new Uncertain(Shape.TWO_PIECE_LOGNORMAL, List.of(middle, below, above));
    }

    private static Uncertain fromError(Estimate estimate, boolean ratio) {
        if (ratio || !(estimate.standardError() > 0) || !Double.isFinite(estimate.value())) {
            throw new IllegalArgumentException("the estimate of '" + estimate.term()
                    + "' must have a closed interval" + (ratio ? ", because it is a ratio" : " or a standard error")
                    + ", but has " + (ratio ? "none" : "neither") + "\nMaybe use its bootstrap draws.");
        }
        return Uncertain.normal(estimate.value(), estimate.standardError());
    }

    private static void requireOrder(String term, double value, double lower, double upper) {
        if (!(lower < value && value < upper && Double.isFinite(upper - lower))) {
            throw new IllegalArgumentException("the interval of '" + term + "' must have its estimate between its ends,"
                    + " but has not\nMaybe use its bootstrap draws.");
        }
    }

    /** From 0 for arms of one length to 1. */
    private static double asymmetry(double lower, double middle, double upper) {
        return Math.abs(upper - middle - (middle - lower)) / (upper - lower);
    }

    private static double z(double level) {
        return STANDARD_NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    private static boolean isRatio(String term) {
        String words = term.toLowerCase(Locale.ROOT);
        return words.contains("ratio") && !words.contains("log");
    }
}
