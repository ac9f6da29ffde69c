package london.loti.referral.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import net.fortuna.ical4j.model.Recur;

/**
 * The days of a recurrence rule. ical4j works out the parts that it was seen to get right for a frequency; the others
 * narrow its days down here. Days are kept a year at a time, as they are first asked for. Thread-safe.
 */
final class Recurrence {
    static final int FIRST_YEAR = 1975;
    static final int LAST_YEAR = 2198;

    private static final String[] NAMES = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final String ALL_DAYS = String.join(",", NAMES);

    /** How often. */
    enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /**
     * One entry of {@code byday}.
     *
     * @param ordinal which one of the month or year, from its end where negative; 0 for every one
     * @param day the day
     */
    record Weekday(int ordinal, DayOfWeek day) {
        private String text() {
            return (ordinal == 0 ? "" : Integer.toString(ordinal)) + NAMES[day.getValue() - 1];
        }
    }

    /** The parts of a rule, with nothing left to be taken from a first day. */
    record Parts(
            Frequency frequency,
            int interval,
            DayOfWeek weekStart,
            List<Weekday> weekdays,
            List<Integer> monthDays,
            List<Integer> yearDays,
            List<Integer> weekNumbers) {
        boolean hasOrdinals() {
            return weekdays.stream().anyMatch(weekday -> weekday.ordinal() != 0);
        }

        /** Whether every week is the same. */
        boolean isPlainWeekly() {
            return frequency == Frequency.WEEKLY
                    && interval == 1
                    && !hasOrdinals()
                    && monthDays.isEmpty()
                    && yearDays.isEmpty()
                    && weekNumbers.isEmpty();
        }
    }

    private final Parts parts;
    private final LocalDate start;
    private final int count;
    private final Recur<LocalDate> rule;
    private final WeekFields weeks;
    private final boolean filtersMonthDays;
    private final Map<Integer, BitSet> years = new ConcurrentHashMap<>();

    /** A count of nought is no limit. */
    Recurrence(Parts parts, LocalDate start, int count) {
        this.parts = parts;
        this.start = start;
        this.count = count;
        this.weeks = WeekFields.of(parts.weekStart(), 4);
        this.filtersMonthDays = parts.frequency() != Frequency.MONTHLY || parts.hasOrdinals();
        StringBuilder text = new StringBuilder("FREQ=" + parts.frequency() + ";INTERVAL=" + parts.interval() + ";WKST="
                + NAMES[parts.weekStart().getValue() - 1]);
        boolean givesMonthDays = !filtersMonthDays && !parts.monthDays().isEmpty();
        if (!parts.weekdays().isEmpty()) {
            text.append(";BYDAY=")
                    .append(parts.weekdays().stream().map(Weekday::text).collect(Collectors.joining(",")));
        } else if (!givesMonthDays) {
            text.append(";BYDAY=").append(ALL_DAYS);
        }
        if (givesMonthDays) {
            text.append(";BYMONTHDAY=").append(list(parts.monthDays()));
        }
        this.rule = new Recur<>(text.toString());
    }

    boolean occurs(LocalDate date) {
        int year = date.getYear();
        if (date.isBefore(start) || year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        BitSet days = days(year);
        if (!days.get(date.getDayOfYear())) {
            return false;
        }
        return count == 0 || before(year) + days.get(0, date.getDayOfYear() + 1).cardinality() <= count;
    }

    /** How often it takes place before a year. */
    private int before(int year) {
        int occurrences = 0;
        for (int y = Math.max(start.getYear(), FIRST_YEAR); y < year && occurrences <= count; y++) {
            occurrences += days(y).cardinality();
        }
        return occurrences;
    }

    private BitSet days(int year) {
        BitSet days = years.get(year);
        return days != null ? days : years.computeIfAbsent(year, this::work);
    }

    private BitSet work(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate anchor = anchor(first);
        BitSet days = new BitSet(367);
        for (LocalDate date : new ArrayList<>(rule.getDates(anchor, first, LocalDate.of(year, 12, 31)))) {
            if (date.getYear() == year && !date.isBefore(start) && passes(date)) {
                days.set(date.getDayOfYear());
            }
        }
        return days;
    }

    /** A first day of the same rhythm, not long before a year, so that ical4j need not walk there from the start. */
    private LocalDate anchor(LocalDate first) {
        LocalDate near = first.minusYears(1);
        int interval = parts.interval();
        LocalDate begin = switch (parts.frequency()) {
            case DAILY -> start;
            case WEEKLY -> start.with(TemporalAdjusters.previousOrSame(parts.weekStart()));
            case MONTHLY -> start.withDayOfMonth(1);
            case YEARLY -> start.withDayOfYear(1);
        };
        ChronoUnit unit = switch (parts.frequency()) {
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case YEARLY -> ChronoUnit.YEARS;
        };
        long rounds = Math.max(0, unit.between(begin, near) / interval);
        return begin.plus(rounds * interval, unit);
    }

    private boolean passes(LocalDate date) {
        return (!filtersMonthDays || holds(parts.monthDays(), date.getDayOfMonth(), date.lengthOfMonth()))
                && holds(parts.yearDays(), date.getDayOfYear(), date.lengthOfYear())
                && (parts.weekNumbers().isEmpty() || holds(parts.weekNumbers(), weekOf(date), lastWeekOf(date)));
    }

    private int weekOf(LocalDate date) {
        return date.get(weeks.weekOfWeekBasedYear());
    }

    /** The 28th of December is always in the last week of its year, whatever day begins a week. */
    private int lastWeekOf(LocalDate date) {
        return LocalDate.of(date.get(weeks.weekBasedYear()), 12, 28).get(weeks.weekOfWeekBasedYear());
    }

    private static boolean holds(List<Integer> wanted, int value, int last) {
        return wanted.isEmpty() || wanted.contains(value) || wanted.contains(value - last - 1);
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
