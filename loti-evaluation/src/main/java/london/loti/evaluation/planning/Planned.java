package london.loti.evaluation.planning;

/**
 * How a planned test will be done.
 *
 * @param alpha the level of significance, above 0 and below 1
 * @param twoSided whether it looks for an effect on both sides; if not, on the side of the effect that is supposed
 * @param strict whether a significant result on the wrong side counts towards the power of a two-sided test; R's
 *     {@code power.t.test} leaves it out unless told {@code strict = TRUE}, the package pwr counts it
 * @param ratio how many units the second group has for one of the first
 */
record Planned(double alpha, boolean twoSided, boolean strict, double ratio) {
    static final double MOST_UNITS = 1e9;

    static final Planned USUAL = new Planned(0.05, true, false, 1);

    Planned {
        requireShare("alpha", alpha);
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("the ratio of the groups must be above 0, but was " + ratio);
        }
    }

    Planned withAlpha(double newAlpha) {
        return new Planned(newAlpha, twoSided, strict, ratio);
    }

    Planned oneSided() {
        return new Planned(alpha, false, strict, ratio);
    }

    Planned countingBothTails() {
        return new Planned(alpha, twoSided, true, ratio);
    }

    Planned withRatio(double newRatio) {
        return new Planned(alpha, twoSided, strict, newRatio);
    }

    /** What the test leaves to each side that it looks at. */
    double tail() {
        return twoSided ? alpha / 2 : alpha;
    }

    boolean bothTails() {
        return twoSided && strict;
    }

    static double requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, but was " + value);
        }
        return value;
    }

    static double requireReached(double units, double power) {
        if (units >= MOST_UNITS) {
            throw new IllegalArgumentException(
                    "a power of " + power + " must be within reach, but a thousand million units do not give it"
                            + "\nMaybe suppose a larger effect.");
        }
        return units;
    }
}
