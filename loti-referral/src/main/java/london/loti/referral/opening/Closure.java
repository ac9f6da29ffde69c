package london.loti.referral.opening;

import java.time.LocalDate;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * Days on which something is closed whatever its usual hours say.
 *
 * @param from the first day
 * @param to the last day
 * @param reason why, in a few words
 */
public record Closure(LocalDate from, LocalDate to, String reason) {
    /**
     * Checks that the days are in order.
     *
     * @param from the first day
     * @param to the last day
     * @param reason why, in a few words
     * @throws IllegalArgumentException if it ends before it begins, or the reason is blank
     */
    public Closure {
        Objects.requireNonNull(from, "a closure needs its first day");
        Objects.requireNonNull(to, "a closure needs its last day");
        Require.text(reason, "a closure needs a reason");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a closure must not end before it begins");
        }
    }

    boolean covers(long epochDay) {
        return epochDay >= from.toEpochDay() && epochDay <= to.toEpochDay();
    }
}
