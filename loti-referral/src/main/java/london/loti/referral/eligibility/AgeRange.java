package london.loti.referral.eligibility;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The ages that a service is for, under loti's one meaning: from the lowest age on, and up to the end of the year of life
 * that a whole highest age names. A service from 16 to 25 takes somebody of 16.0 and of 25.99, and not of 26.0. A highest
 * age with a fraction is meant to the day: up to 4.5 takes 4.5 and nothing above.
 *
 * <p>{@link LegacyAges} has what older software makes of the same two numbers.
 *
 * @param minimum the lowest age in years; null does not limit where a highest age is given
 * @param maximum the highest age in years; null does not limit where a lowest age is given
 */
public record AgeRange(
        @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {

    /** {@return whether nothing is known of the ages} */
    public boolean isUnknown() {
        return minimum == null && maximum == null;
    }

    /** {@return whether no age at all can be meant: bounds that are crossed, or a highest age below nought} */
    public boolean isContradictory() {
        return maximum != null && (maximum.signum() < 0 || (minimum != null && minimum.compareTo(maximum) > 0));
    }

    /**
     * {@return whether an age is in; only where something is known and not contradictory}
     *
     * @param age in years
     */
    public boolean contains(BigDecimal age) {
        return (minimum == null || age.compareTo(minimum) >= 0) && (maximum == null || isBelowEnd(age, maximum));
    }

    private static boolean isBelowEnd(BigDecimal age, BigDecimal maximum) {
        boolean whole = maximum.stripTrailingZeros().scale() <= 0;
        return whole ? age.compareTo(maximum.add(BigDecimal.ONE)) < 0 : age.compareTo(maximum) <= 0;
    }

    /** For example {@code 16 to 25}, {@code 16 and over}, {@code up to 25}, {@code not stated}. */
    @Override
    public String toString() {
        if (minimum != null && maximum != null) {
            return plain(minimum) + " to " + plain(maximum);
        }
        if (minimum != null) {
            return plain(minimum) + " and over";
        }
        return maximum == null ? "not stated" : "up to " + plain(maximum);
    }

    private static String plain(BigDecimal age) {
        return age.stripTrailingZeros().toPlainString();
    }
}
