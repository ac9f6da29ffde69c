package london.loti.examples.borough;

import java.util.SplittableRandom;

/**
 * Seeded chance. Only {@link SplittableRandom#nextLong()} is asked, and the rest is exact arithmetic: the numbers are
 * the same on every platform and Java version.
 */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The chance for one purpose: what is drawn for another never changes it. */
    static Dice of(long seed, String purpose) {
        return new Dice(new SplittableRandom(seed ^ (purpose.hashCode() * 0x9E3779B97F4A7C15L)));
    }

    /** Even between 0 and 1, without 1. */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    /** Even between two numbers. */
    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Bell-shaped about 0 with a standard deviation of 1, never beyond 6: a sum of twelve even draws. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }
}
