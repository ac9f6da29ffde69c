package london.loti.referral.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/** The bank holidays of one nation by rule, year by year, as they are first asked for. Thread-safe. */
final class BankHolidays {
    /** The first year in which New Year's Day was a bank holiday in all nations. */
    static final int FIRST_YEAR = 1974;

    /** Nobody counts further ahead. */
    static final int LAST_YEAR = 2199;

    private static final Map<Nation, BankHolidays> ALL = new ConcurrentHashMap<>();

    /**
     * The days of a year.
     *
     * @param bankHolidays the bank holidays, a substitute in place of the day itself
     * @param substituted the days themselves where a substitute took their place: a Christmas Day on a Saturday
     */
    record Days(Map<LocalDate, String> bankHolidays, Map<LocalDate, String> substituted) {}

    private final Nation nation;
    private final HolidayManager manager;
    private final Map<Integer, Days> years = new ConcurrentHashMap<>();

    private BankHolidays(Nation nation) {
        this.nation = nation;
        this.manager = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    }

    static BankHolidays of(Nation nation) {
        return ALL.computeIfAbsent(nation, BankHolidays::new);
    }

    Days year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "bank holidays are known from " + FIRST_YEAR + " to " + LAST_YEAR + ", but were asked for " + year);
        }
        Days known = years.get(year);
        return known != null ? known : years.computeIfAbsent(year, this::work);
    }

    private Days work(int year) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        Map<LocalDate, String> substituted = new TreeMap<>();
        for (Holiday holiday : manager.getHolidays(Year.of(year), nation.part())) {
            String name = holiday.getDescription(Locale.ENGLISH);
            boolean moved = !holiday.getDate().equals(holiday.getActualDate());
            holidays.merge(
                    holiday.getDate(),
                    moved ? name + " (substitute day)" : name,
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
            if (moved) {
                substituted.put(holiday.getActualDate(), name);
            }
        }
        substituted.keySet().removeAll(holidays.keySet());
        return new Days(Map.copyOf(new HashMap<>(holidays)), Map.copyOf(new HashMap<>(substituted)));
    }
}
