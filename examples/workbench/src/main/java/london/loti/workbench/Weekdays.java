package london.loti.workbench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.WorkingTime;

/** Every day but Saturday and Sunday; a bank holiday counts as a working day here. */
enum Weekdays implements WorkingTime {
    /** The only one. */
    INSTANCE;

    @Override
    public Instant after(Instant from, int workingDays) {
        LocalDate day = LocalDate.ofInstant(from, Referrals.LONDON);
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            boolean works = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            left -= works ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(Referrals.LONDON).toInstant();
    }
}
