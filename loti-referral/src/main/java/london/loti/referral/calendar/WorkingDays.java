package london.loti.referral.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Counts working days in one nation: Monday to Friday without bank holidays, and without the days on which the council
 * itself is closed.
 *
 * <p><b>Convention:</b> what arrives on a day, at whatever hour and also on a Sunday, has its first working day on the
 * next working day. So one working day after a Friday, a Saturday or a Sunday is the Monday. A deadline is the end of
 * the last day counted, 17:00 unless {@link #withEndOfDay} says otherwise.
 *
 * <p>Bank holidays are known from 1974 to 2199, in the future by the rules as they are today. Where a bank holiday
 * falls on a weekend, the substitute day is the bank holiday. Immutable and thread-safe.
 */
public final class WorkingDays {
    /** The longest count, some 40 years. */
    public static final int MOST = 10_000;

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Nation nation;
    private final BankHolidays rules;
    private final Map<LocalDate, String> proclaimed;
    private final Set<LocalDate> closures;
    private final LocalTime endOfDay;

    private WorkingDays(Nation nation, Map<LocalDate, String> proclaimed, Set<LocalDate> closures, LocalTime endOfDay) {
        this.nation = nation;
        this.rules = BankHolidays.of(nation);
        this.proclaimed = Map.copyOf(proclaimed);
        this.closures = Set.copyOf(closures);
        this.endOfDay = endOfDay;
    }

    /**
     * {@return the working days of a nation: bank holidays by rule and those that {@link ProclaimedHolidays#bundled()}
     * adds}
     *
     * @param nation whose bank holidays count
     */
    public static WorkingDays of(Nation nation) {
        Objects.requireNonNull(nation, "working days need a nation");
        return new WorkingDays(nation, Map.of(), Set.of(), END_OF_DAY).with(ProclaimedHolidays.bundled());
    }

    /**
     * {@return these working days without those that were appointed as bank holidays}
     *
     * @param holidays single days, of which those of other nations do not matter
     */
    public WorkingDays with(ProclaimedHolidays holidays) {
        Map<LocalDate, String> all = new HashMap<>(proclaimed);
        for (ProclaimedHolidays.Day day : holidays.days()) {
            if (day.nations().contains(nation)) {
                all.put(day.date(), day.name());
            }
        }
        return new WorkingDays(nation, all, closures, endOfDay);
    }

    /**
     * {@return these working days without those on which the council is closed}
     *
     * @param days the days, for example those between Christmas and New Year; they are no bank holidays
     */
    public WorkingDays withClosures(Set<LocalDate> days) {
        Set<LocalDate> all = new HashSet<>(closures);
        all.addAll(days);
        return new WorkingDays(nation, proclaimed, all, endOfDay);
    }

    /**
     * {@return the same days, which end at another time}
     *
     * @param time when a deadline's day ends; {@link LocalTime#MAX} for the end of the calendar day
     */
    public WorkingDays withEndOfDay(LocalTime time) {
        return new WorkingDays(nation, proclaimed, closures, Objects.requireNonNull(time, "a day needs an end"));
    }

    /** {@return whose bank holidays count} */
    public Nation nation() {
        return nation;
    }

    /** {@return when a deadline's day ends} */
    public LocalTime endOfDay() {
        return endOfDay;
    }

    /**
     * {@return whether the day is a bank holiday; a Christmas Day on a Saturday is none, its substitute is}
     *
     * @param date a day from 1974 to 2199
     * @throws IllegalArgumentException if the day is outside these years
     */
    public boolean isBankHoliday(LocalDate date) {
        return rules.year(date.getYear()).bankHolidays().containsKey(date) || proclaimed.containsKey(date);
    }

    /**
     * {@return the name of a bank holiday, or of the day that has a substitute: Christmas Day also on a Saturday. On all
     * of these, usual opening hours can't be relied on}
     *
     * @param date a day from 1974 to 2199
     * @throws IllegalArgumentException if the day is outside these years
     */
    public Optional<String> holidayName(LocalDate date) {
        BankHolidays.Days year = rules.year(date.getYear());
        String name = year.bankHolidays().get(date);
        if (name == null) {
            name = proclaimed.get(date);
        }
        return Optional.ofNullable(name == null ? substituted(year, date) : name);
    }

    private static @Nullable String substituted(BankHolidays.Days year, LocalDate date) {
        return year.substituted().get(date);
    }

    /**
     * {@return whether the council works on the day}
     *
     * @param date a day from 1974 to 2199
     * @throws IllegalArgumentException if the day is outside these years
     */
    public boolean isWorkingDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !isBankHoliday(date) && !closures.contains(date);
    }

    /**
     * Counts working days on, or back.
     *
     * @param from the day from which to count; it is not counted itself
     * @param workingDays how many; nought gives the day itself if it is a working day, else the next that is; a negative
     *     number counts back
     * @return the working day that is so many later
     * @throws IllegalArgumentException if it is more than {@value #MOST} either way, or leaves the years 1974 to 2199
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays > MOST || workingDays < -MOST) {
            throw new IllegalArgumentException(
                    "at most " + MOST + " working days can be counted, but were " + workingDays);
        }
        LocalDate date = from;
        if (workingDays == 0) {
            while (!isWorkingDay(date)) {
                date = date.plusDays(1);
            }
            return date;
        }
        int step = workingDays > 0 ? 1 : -1;
        int left = Math.abs(workingDays);
        while (left > 0) {
            date = date.plusDays(step);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }

    /**
     * Counts the working days after one day, up to and with another: {@code between(d, plus(d, n))} is n.
     *
     * @param from the day from which to count; it is not counted itself
     * @param to the last day counted
     * @return how many; negative where {@code to} is earlier, and then as many as from {@code to} to {@code from}
     * @throws IllegalArgumentException if a day is outside the years 1974 to 2199
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                count++;
            }
        }
        return count;
    }

    /**
     * {@return when something is due: the end of the working day that is so many working days later}
     *
     * @param from when it arrived
     * @param workingDays how many working days there are for it; nought is the end of the same day, or of the next
     *     working day where that is none
     * @param zone where the council is, {@code Europe/London}; it decides which day it arrived on
     * @throws IllegalArgumentException if the number is negative or more than {@value #MOST}, or the days leave the
     *     years 1974 to 2199
     */
    public Instant deadline(Instant from, int workingDays, ZoneId zone) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("a deadline must not be negative, but was " + workingDays);
        }
        LocalDate day = plus(from.atZone(zone).toLocalDate(), workingDays);
        return day.atTime(endOfDay).atZone(zone).toInstant();
    }

    /** For example {@code ENGLAND_AND_WALES, 2 closures, until 17:00}. */
    @Override
    public String toString() {
        return nation + ", " + closures.size() + " closures, until " + endOfDay;
    }
}
