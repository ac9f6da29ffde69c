package london.loti.evaluation.planning;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The power of comparing two shares. Sizes are units in the first group; they are not rounded, so round up. By the normal
 * approximation it is the same as R's {@code power.prop.test}; by the arcsine the same as {@code pwr.2p.test} and
 * {@code pwr.2p2n.test}, which count both tails. Immutable.
 */
public final class ProportionsPower {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final boolean arcsine;
    private final Planned planned;

    private ProportionsPower(boolean arcsine, Planned planned) {
        this.arcsine = arcsine;
        this.planned = planned;
    }

    /**
     * {@return the power by the normal approximation, the shares pooled under the null hypothesis; two-sided at 0.05,
     * groups of the same size, the far tail left out}
     */
    public static ProportionsPower normal() {
        return new ProportionsPower(false, Planned.USUAL);
    }

    /**
     * {@return the power by Cohen's h, the difference of 2 asin √p; two-sided at 0.05, groups of the same size, both
     * tails counted}
     */
    public static ProportionsPower arcsine() {
        return new ProportionsPower(true, Planned.USUAL.countingBothTails());
    }

    /**
     * {@return the same at another level of significance}
     *
     * @param alpha above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public ProportionsPower withAlpha(double alpha) {
        return new ProportionsPower(arcsine, planned.withAlpha(alpha));
    }

    /** {@return the same for a test on the side of the effect} */
    public ProportionsPower oneSided() {
        return new ProportionsPower(arcsine, planned.oneSided());
    }

    /** {@return the same, a two-sided test's significant results on the wrong side counted too} */
    public ProportionsPower countingBothTails() {
        return new ProportionsPower(arcsine, planned.countingBothTails());
    }

    /**
     * {@return the same with groups of unequal size}
     *
     * @param ratio how many units the second group has for one of the first, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public ProportionsPower withRatio(double ratio) {
        return new ProportionsPower(arcsine, planned.withRatio(ratio));
    }

    /**
     * {@return the power}
     *
     * @param units units in the first group, above 0
     * @param first the share in the first group, from 0 to 1
     * @param second the share in the second group, from 0 to 1
     * @throws IllegalArgumentException if there are no units or a share is none
     */
    public double power(double units, double first, double second) {
        if (!(units > 0)) {
            throw new IllegalArgumentException("a comparison of shares needs units, but had " + units);
        }
        requireProportion(first);
        requireProportion(second);
        double critical = NORMAL.inverseSurvivalProbability(planned.tail());
        double others = planned.ratio() * units;
        double distance;
        double null0;
        double scale;
        if (arcsine) {
            distance = Math.abs(2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second)));
            scale = Math.sqrt(1 / units + 1 / others);
            null0 = scale;
        } else {
            distance = Math.abs(first - second);
            double pooled = (first + planned.ratio() * second) / (1 + planned.ratio());
            null0 = Math.sqrt(pooled * (1 - pooled) * (1 / units + 1 / others));
            scale = Math.sqrt(first * (1 - first) / units + second * (1 - second) / others);
        }
        double near = certain((distance - critical * null0) / scale);
        return planned.bothTails() ? near + certain((-distance - critical * null0) / scale) : near;
    }

    /** Shares of 0 and 1 have no error, so that the test is certain: the argument is infinite. */
    private static double certain(double argument) {
        return Double.isNaN(argument) ? 0 : NORMAL.cumulativeProbability(argument);
    }

    /**
     * {@return how many units the first group needs; not rounded}
     *
     * @param power the power that is wanted, above 0 and below 1
     * @param first the share in the first group, from 0 to 1
     * @param second the share in the second group, from 0 to 1
     * @throws IllegalArgumentException if the power is none or out of reach, or a share is none
     */
    public double units(double power, double first, double second) {
        Planned.requireShare("power", power);
        return Planned.requireReached(
                Solve.rising(units -> power(units, first, second), power, 1, Planned.MOST_UNITS), power);
    }

    /**
     * {@return the least share above that of the first group that is found with a power}
     *
     * @param units units in the first group, above 0
     * @param power the power that is wanted, above 0 and below 1
     * @param first the share in the first group, from 0 to 1
     * @throws IllegalArgumentException if the power is none or out of reach, or the share is none
     */
    public double second(double units, double power, double first) {
        Planned.requireShare("power", power);
        requireProportion(first);
        double found = Solve.rising(second -> power(units, first, second), power, first, 1);
        if (power(units, first, found) < power) {
            throw new IllegalArgumentException(
                    "a power of " + power + " must be within reach, but even a share of 1 has " + power(units, first, 1)
                            + "\nMaybe plan for more units.");
        }
        return found;
    }

    private static void requireProportion(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be from 0 to 1, but was " + share);
        }
    }
}
