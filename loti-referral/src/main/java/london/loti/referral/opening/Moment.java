package london.loti.referral.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import london.loti.referral.calendar.WorkingDays;

/**
 * A time, worked out once for asking many services: what the clock on the wall shows, and whether the day is a bank
 * holiday. Immutable and thread-safe.
 */
public final class Moment {
    private static final int MINUTES_A_DAY = 24 * 60;

    private final Instant instant;
    private final WorkingDays calendar;
    private final LocalDateTime local;
    private final long epochDay;
    private final int secondOfDay;
    private final boolean holidayToday;
    private final boolean holidayYesterday;

    private Moment(Instant instant, ZoneId zone, WorkingDays calendar) {
        this.instant = instant;
        this.calendar = calendar;
        this.local = LocalDateTime.ofInstant(instant, zone);
        this.epochDay = local.toLocalDate().toEpochDay();
        this.secondOfDay = local.toLocalTime().toSecondOfDay();
        this.holidayToday = lookUp(calendar, epochDay);
        this.holidayYesterday = lookUp(calendar, epochDay - 1);
    }

    /**
     * {@return a time, worked out}
     *
     * @param instant the time, in the years 1975 to 2198
     * @param policy where the doors are
     * @param calendar whose bank holidays count
     * @throws IllegalArgumentException if the time is outside these years
     */
    public static Moment of(Instant instant, OpeningPolicy policy, WorkingDays calendar) {
        Objects.requireNonNull(instant, "a moment needs a time");
        return new Moment(instant, ZoneId.of(policy.zone()), calendar);
    }

    static Moment of(Instant instant, ZoneId zone, WorkingDays calendar) {
        return new Moment(instant, zone, calendar);
    }

    /** {@return the time} */
    public Instant instant() {
        return instant;
    }

    /** {@return what the calendar and the clock on the wall show} */
    public LocalDateTime local() {
        return local;
    }

    /** {@return whether the day is a bank holiday, or one that has a substitute, such as a Christmas Day on a Sunday} */
    public boolean isHoliday() {
        return holidayToday;
    }

    /** {@return minutes since Monday 00:00 on the clock on the wall, 0 to 10,079, for {@link WeeklyHours}} */
    public int minuteOfWeek() {
        return minuteOfWeek(local);
    }

    static int minuteOfWeek(LocalDateTime local) {
        int day = local.getDayOfWeek().getValue() - 1;
        return day * MINUTES_A_DAY + local.toLocalTime().toSecondOfDay() / 60;
    }

    long epochDay() {
        return epochDay;
    }

    int secondOfDay() {
        return secondOfDay;
    }

    LocalDateTime at(ZoneOffset offset) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
    }

    boolean isHoliday(long day) {
        if (day == epochDay) {
            return holidayToday;
        }
        return day == epochDay - 1 ? holidayYesterday : lookUp(calendar, day);
    }

    /** Monday is 0. The first of January 1970 was a Thursday. */
    static int dayOfWeek(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }

    private static boolean lookUp(WorkingDays calendar, long day) {
        return calendar.holidayName(LocalDate.ofEpochDay(day)).isPresent();
    }

    @Override
    public String toString() {
        return local.toString();
    }
}
