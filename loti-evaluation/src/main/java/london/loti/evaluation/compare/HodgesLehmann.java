package london.loti.evaluation.compare;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The median of all means of two changes, or of all differences between two groups, and the interval between two of
 * them, counted in from both ends (Hodges and Lehmann 1963, doi:10.1214/aoms/1177704172; Hollander and Wolfe 1999,
 * sections 3.3 and 4.3). None of them is ever written down: one in a place is found by halving and counting.
 */
final class HodgesLehmann {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Chances are sums, so one that should be met is met to so much. */
    private static final double ROUNDING = 1e-14;

    private interface Count {
        /** How many values are no larger. */
        long upTo(double value);
    }

    /** An interval, and how often such intervals hold the truth if nothing is tied. */
    record Achieved(Interval interval, double level) {}

    private final Count count;
    private final long size;
    private final double least;
    private final double most;

    private HodgesLehmann(Count count, long size, double least, double most) {
        this.count = count;
        this.size = size;
        this.least = least;
        this.most = most;
    }

    /** Of the means of every two changes, and of each with itself. */
    static HodgesLehmann ofMeans(double[] changes) {
        double[] x = changes.clone();
        Arrays.sort(x);
        int n = x.length;
        Count count = value -> {
            long found = 0;
            int j = n - 1;
            for (int i = 0; i < n; i++) {
                while (j >= i && (x[i] + x[j]) / 2 > value) {
                    j--;
                }
                if (j < i) {
                    break;
                }
                found += j - i + 1;
            }
            return found;
        };
        return new HodgesLehmann(count, n * (n + 1L) / 2, x[0], x[n - 1]);
    }

    /** Of every value of one group less every value of the other. */
    static HodgesLehmann ofDifferences(double[] group, double[] other) {
        double[] x = group.clone();
        double[] y = other.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        Count count = value -> {
            long found = 0;
            int j = 0;
            for (double xi : x) {
                while (j < y.length && xi - y[j] > value) {
                    j++;
                }
                found += y.length - j;
            }
            return found;
        };
        return new HodgesLehmann(count, (long) x.length * y.length, x[0] - y[y.length - 1], x[x.length - 1] - y[0]);
    }

    double estimate() {
        return size % 2 == 1 ? inPlace(size / 2 + 1) : (inPlace(size / 2) + inPlace(size / 2 + 1)) / 2;
    }

    /** With the exact distribution, without ties, of how many values are below nought; none of a single value. */
    @Nullable
    Achieved exact(double[] mass, Inference inference) {
        double outside = outside(inference);
        int place = 0;
        double below = 0;
        while (below + mass[place] < outside - ROUNDING) {
            below += mass[place];
            place++;
        }
        if (place == 0) {
            place = 1;
            below = mass[0];
        }
        return between(place, below, inference);
    }

    /**
     * With a normal distribution of how many values are below nought; none where even the widest says nothing.
     *
     * @param deviation its standard deviation
     * @param correction half a step, or nought
     */
    @Nullable
    Achieved normal(double deviation, double correction, Inference inference) {
        double half = size / 2.0 - correction;
        if (!(deviation > 0) || half <= 0) {
            return null;
        }
        long place = (long) Math.floor(half - inference.normalReach() * deviation) + 1;
        double below = place < 1 ? NORMAL.survivalProbability(half / deviation) : outside(inference);
        return between(Math.max(1, place), below, inference);
    }

    private @Nullable Achieved between(long place, double below, Inference inference) {
        double achieved = 1 - (inference.alternative() == Alternative.TWO_SIDED ? 2 : 1) * below;
        if (achieved <= ROUNDING) {
            return null;
        }
        double level = below <= outside(inference) + ROUNDING ? inference.level() : achieved;
        Inference honest = inference.withLevel(level);
        double lower = inPlace(Math.min(place, size));
        double upper = inPlace(Math.max(1, size + 1 - place));
        return new Achieved(honest.open(Math.min(lower, upper), Math.max(lower, upper)), achieved);
    }

    private static double outside(Inference inference) {
        double outside = 1 - inference.level();
        return inference.alternative() == Alternative.TWO_SIDED ? outside / 2 : outside;
    }

    /** The value in a place, from 1 for the smallest: the smallest number that so many values do not exceed. */
    private double inPlace(long place) {
        long low = ordered(least);
        long high = ordered(most);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (count.upTo(value(middle)) >= place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low);
    }

    /** Doubles as whole numbers in the same order. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double value(long ordered) {
        return Double.longBitsToDouble(ordered ^ ((ordered >> 63) & Long.MAX_VALUE)) + 0.0;
    }
}
