package london.loti.referral.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import london.loti.referral.journey.Referrals;

/**
 * The days that a report is about. What happened later is not known to it.
 *
 * @param first the first day
 * @param last the last day, which counts
 */
public record Period(LocalDate first, LocalDate last) {
    /**
     * Checks the order.
     *
     * @param first the first day
     * @param last the last day
     * @throws IllegalArgumentException if the last is before the first
     */
    public Period {
        Objects.requireNonNull(first, "a period needs its 'first' day");
        Objects.requireNonNull(last, "a period needs its 'last' day");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period must not end before it begins");
        }
    }

    /** When the period is over. */
    Instant end() {
        return last.plusDays(1).atStartOfDay(Referrals.LONDON).toInstant();
    }

    boolean contains(Instant instant) {
        return contains(LocalDate.ofInstant(instant, Referrals.LONDON));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
