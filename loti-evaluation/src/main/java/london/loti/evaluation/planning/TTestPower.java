package london.loti.evaluation.planning;

import org.apache.commons.statistics.distribution.TDistribution;

import london.loti.evaluation.numeric.NoncentralT;

/**
 * The power of Student's t test by the noncentral t distribution. An effect is a mean difference over the standard
 * deviation: that of the outcome for two groups or one, that of the differences for pairs. Sizes are units in the first
 * group, or pairs; they are not rounded, so round up.
 *
 * <p>The same as R's {@code power.t.test}, and as its {@code strict = TRUE} with {@link #countingBothTails()}; with
 * both the same as {@code pwr.t.test} and, for unequal groups, {@code pwr.t2n.test}. Immutable.
 */
public final class TTestPower {
    private static final double LEAST_UNITS = 2;

    private final boolean twoGroups;
    private final Planned planned;

    private TTestPower(boolean twoGroups, Planned planned) {
        this.twoGroups = twoGroups;
        this.planned = planned;
    }

    /** {@return the power of a test of two groups of the same size, two-sided at 0.05, the far tail left out} */
    public static TTestPower twoSample() {
        return new TTestPower(true, Planned.USUAL);
    }

    /** {@return the power of a test of pairs, two-sided at 0.05, the far tail left out} */
    public static TTestPower paired() {
        return new TTestPower(false, Planned.USUAL);
    }

    /** {@return the power of a test of one group against a value, two-sided at 0.05, the far tail left out} */
    public static TTestPower oneSample() {
        return paired();
    }

    /**
     * {@return the same at another level of significance}
     *
     * @param alpha above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public TTestPower withAlpha(double alpha) {
        return new TTestPower(twoGroups, planned.withAlpha(alpha));
    }

    /** {@return the same for a test on the side of the effect} */
    public TTestPower oneSided() {
        return new TTestPower(twoGroups, planned.oneSided());
    }

    /** {@return the same, a two-sided test's significant results on the wrong side counted too} */
    public TTestPower countingBothTails() {
        return new TTestPower(twoGroups, planned.countingBothTails());
    }

    /**
     * {@return the same with groups of unequal size}
     *
     * @param ratio how many units the second group has for one of the first, above 0
     * @throws IllegalArgumentException if it is not above 0
     * @throws IllegalStateException if there are not two groups
     */
    public TTestPower withRatio(double ratio) {
        if (!twoGroups) {
            throw new IllegalStateException("a ratio needs two groups, but the test has one");
        }
        return new TTestPower(true, planned.withRatio(ratio));
    }

    /**
     * {@return the power}
     *
     * @param units units in the first group, or pairs; at least 2
     * @param effect the standardised effect, 0 or above
     * @throws IllegalArgumentException if there are fewer units or the effect is below 0
     */
    public double power(double units, double effect) {
        if (!(units >= LEAST_UNITS)) {
            throw new IllegalArgumentException("a t test needs 2 units or more, but had " + units);
        }
        requireEffect(effect);
        double second = planned.ratio() * units;
        double freedom = Math.max(1e-7, twoGroups ? units + second - 2 : units - 1);
        double noncentrality = effect * Math.sqrt(twoGroups ? 1 / (1 / units + 1 / second) : units);
        double critical = TDistribution.of(freedom).inverseSurvivalProbability(planned.tail());
        double power = NoncentralT.cumulative(-critical, freedom, -noncentrality);
        return planned.bothTails() ? power + NoncentralT.cumulative(-critical, freedom, noncentrality) : power;
    }

    /**
     * {@return how many units the first group needs, or how many pairs; not rounded, at least 2}
     *
     * @param power the power that is wanted, above 0 and below 1
     * @param effect the standardised effect, above 0
     * @throws IllegalArgumentException if the power is none or out of reach, or the effect is not above 0
     */
    public double units(double power, double effect) {
        Planned.requireShare("power", power);
        requireEffect(effect);
        return Planned.requireReached(
                Solve.rising(units -> power(units, effect), power, LEAST_UNITS, Planned.MOST_UNITS), power);
    }

    /**
     * {@return the least standardised effect that is found with a power; 0 where chance alone has it}
     *
     * @param units units in the first group, or pairs; at least 2
     * @param power the power that is wanted, above 0 and below 1
     * @throws IllegalArgumentException if there are fewer units or the power is none
     */
    public double effect(double units, double power) {
        Planned.requireShare("power", power);
        return Solve.rising(effect -> power(units, effect), power, 0, Planned.MOST_UNITS);
    }

    private static void requireEffect(double effect) {
        if (!(effect >= 0) || Double.isInfinite(effect)) {
            throw new IllegalArgumentException("a standardised effect must be 0 or above, but was " + effect
                    + "\nMaybe give its size without its sign.");
        }
    }
}
