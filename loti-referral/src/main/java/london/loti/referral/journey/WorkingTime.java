package london.loti.referral.journey;

import java.time.Instant;

import london.loti.referral.calendar.WorkingDays;

/** Counts working days, so that a deadline does not run out over a bank holiday. */
@FunctionalInterface
public interface WorkingTime {
    /**
     * {@return the end of the working day that is so many working days later}
     *
     * @param from when it begins; the day itself does not count
     * @param workingDays how many, at least 1
     */
    Instant after(Instant from, int workingDays);

    /**
     * {@return working days by a calendar, in London's time}
     *
     * @param calendar whose bank holidays, closures and end of the day count
     */
    static WorkingTime of(WorkingDays calendar) {
        return (from, workingDays) -> calendar.deadline(from, workingDays, Referrals.LONDON);
    }
}
