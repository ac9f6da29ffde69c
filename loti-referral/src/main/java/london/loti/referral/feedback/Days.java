package london.loti.referral.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.WorkingTime;

/** Counts days between two times. */
final class Days {
    private static final int MOST = 4_096;

    private Days() {}

    /** Midnights in between, in London. */
    static int calendar(Instant from, Instant to) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(day(from), day(to)));
    }

    /** In how many working days it was done: 0 on the same day, else the fewest that {@code time} grants for it. */
    static int working(WorkingTime time, Instant from, Instant to) {
        if (!day(to).isAfter(day(from))) {
            return 0;
        }
        int enough = 1;
        while (enough < MOST && time.after(from, enough).isBefore(to)) {
            enough *= 2;
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int middle = (enough + tooFew) / 2;
            if (time.after(from, middle).isBefore(to)) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Referrals.LONDON);
    }
}
