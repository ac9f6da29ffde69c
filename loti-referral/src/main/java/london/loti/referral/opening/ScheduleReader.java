package london.loti.referral.opening;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.service.Schedule;
import london.loti.referral.opening.Recurrence.Frequency;
import london.loti.referral.opening.Recurrence.Weekday;

/** Turns a published schedule into a rule. What can't be read makes a rule that never knows, and a finding. */
final class ScheduleReader {
    private static final List<String> DAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final int ALMOST_MIDNIGHT = 23 * 3600 + 59 * 60;
    private static final int MOST_OCCURRENCES = 20_000;
    private static final int MOST_INTERVAL = 1_000;

    private final Schedule schedule;
    private final Where where;
    private final Findings findings;
    private boolean readable = true;
    private boolean certain = true;

    private ScheduleReader(Schedule schedule, int index, Findings findings) {
        this.schedule = schedule;
        this.where = Where.file("schedule " + (index + 1));
        this.findings = findings;
    }

    static HoursRule read(Schedule schedule, int index, Findings findings) {
        return new ScheduleReader(schedule, index, findings).read();
    }

    private HoursRule read() {
        long validFrom = day("valid_from", schedule.validFrom(), Long.MIN_VALUE);
        long validTo = day("valid_to", schedule.validTo(), Long.MAX_VALUE);
        if (validFrom > validTo) {
            problem("a schedule must not end before it begins, but 'valid_to' is before 'valid_from'");
            validFrom = Long.MIN_VALUE;
            validTo = Long.MAX_VALUE;
        }
        long start = day("dtstart", schedule.dtstart(), Long.MIN_VALUE);
        long until = day("until", schedule.until(), Long.MAX_VALUE);
        Optional<Clock24> opens = time("opens_at", schedule.opensAt());
        Optional<Clock24> closes = time("closes_at", schedule.closesAt());
        Optional<Recurrence.Parts> parts = parts(start);
        if (!readable || isTextOnly()) {
            return never(validFrom, validTo);
        }
        int first = opens.map(Clock24::second).orElse(0);
        int last = closes.map(Clock24::second).orElse(Clock24.DAY);
        if (last >= ALMOST_MIDNIGHT && last < Clock24.DAY) {
            last = Clock24.DAY;
        }
        if (first == Clock24.DAY) {
            first = 0;
        }
        if (last == first && first != 0) {
            problem("a schedule must not close when it opens, but does");
            return never(validFrom, validTo);
        }
        if (last <= first) {
            last += Clock24.DAY;
        }
        certain &= opens.isPresent() && closes.isPresent();
        return rule(parts, new long[] {start, until, validFrom, validTo}, first, last, offset(opens, closes));
    }

    private HoursRule rule(
            Optional<Recurrence.Parts> parts, long[] bounds, int first, int last, @Nullable ZoneOffset offset) {
        long start = bounds[0];
        long until = bounds[1];
        int days = HoursRule.EVERY_DAY;
        Recurrence recurrence = null;
        if (parts.isEmpty()) {
            if (start != Long.MIN_VALUE) {
                until = start; // without a rule, the first day is the only one
            } else if (bounds[2] != bounds[3]) {
                certain = false; // hours without a day
            }
        } else if (parts.get().isPlainWeekly() && schedule.count() == null) {
            days = parts.get().weekdays().stream()
                    .mapToInt(weekday -> 1 << (weekday.day().getValue() - 1))
                    .reduce(0, (one, other) -> one | other);
        } else {
            LocalDate anchor = start == Long.MIN_VALUE
                    ? LocalDate.of(Recurrence.FIRST_YEAR - 1, 1, 1)
                    : LocalDate.ofEpochDay(start);
            Integer count = schedule.count();
            recurrence = new Recurrence(parts.get(), anchor, count == null || start == Long.MIN_VALUE ? 0 : count);
        }
        return new HoursRule(
                days, recurrence, start, until, bounds[2], bounds[3], first, last, certain, offset, words());
    }

    /** The parts of the rule; none where the schedule has none. */
    private Optional<Recurrence.Parts> parts(long start) {
        List<Weekday> weekdays = weekdays();
        List<Integer> monthDays = numbers("bymonthday", schedule.bymonthday(), 31);
        List<Integer> yearDays = numbers("byyearday", schedule.byyearday(), 366);
        List<Integer> weekNumbers = numbers("byweekno", schedule.byweekno(), 53);
        boolean ordinals = weekdays.stream().anyMatch(weekday -> weekday.ordinal() != 0);
        boolean noPart = weekdays.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty() && weekNumbers.isEmpty();
        int interval = schedule.interval() == null ? 1 : schedule.interval();
        if (interval < 1 || interval > MOST_INTERVAL) {
            problem("'interval' must be a number from 1 to " + MOST_INTERVAL + ", but is not");
            interval = 1;
        }
        if (schedule.count() != null && (schedule.count() < 1 || schedule.count() > MOST_OCCURRENCES)) {
            problem("'count' must be a number from 1 to " + MOST_OCCURRENCES + ", but is not");
        }
        Frequency frequency = frequency(weekdays, monthDays, ordinals);
        if (frequency == null || !readable) {
            return Optional.empty();
        }
        if (noPart && frequency != Frequency.DAILY) {
            if (start == Long.MIN_VALUE) {
                certain = false;
                return Optional.empty();
            }
            LocalDate first = LocalDate.ofEpochDay(start);
            switch (frequency) {
                case WEEKLY -> weekdays = List.of(new Weekday(0, first.getDayOfWeek()));
                case MONTHLY -> monthDays = List.of(first.getDayOfMonth());
                default -> {
                    problem("a yearly schedule needs a part that says which days, but has none");
                    return Optional.empty();
                }
            }
        }
        if (ordinals && (frequency == Frequency.WEEKLY || frequency == Frequency.DAILY)) {
            problem("'byday' must not count days like 2TU in a weekly schedule, but does");
        }
        if (ordinals && frequency == Frequency.YEARLY && !weekNumbers.isEmpty()) {
            problem("'byday' must not count days like 2TU beside 'byweekno', but does");
        }
        if (!weekNumbers.isEmpty() && frequency == Frequency.YEARLY && weekdays.isEmpty()) {
            weekdays = weekdaysOfStart(start);
        }
        warnOfForeignParts(frequency, monthDays, yearDays, weekNumbers);
        if (start == Long.MIN_VALUE && (interval > 1 || schedule.count() != null)) {
            warning("'interval' and 'count' need a 'dtstart' to count from, but there is none");
            certain = false;
            interval = 1;
        }
        DayOfWeek weekStart = schedule.wkst() == null
                ? DayOfWeek.MONDAY
                : dayOfWeek(schedule.wkst()).orElseGet(() -> {
                    problem("'wkst' must be a day like MO, but is not");
                    return DayOfWeek.MONDAY;
                });
        if (frequency == Frequency.WEEKLY && weekdays.isEmpty()) {
            weekdays = weekdaysOfStart(start);
        }
        return readable
                ? Optional.of(new Recurrence.Parts(
                        frequency, interval, weekStart, weekdays, monthDays, yearDays, weekNumbers))
                : Optional.empty();
    }

    private List<Weekday> weekdaysOfStart(long start) {
        return start == Long.MIN_VALUE
                ? Stream.of(DayOfWeek.values()).map(day -> new Weekday(0, day)).toList()
                : List.of(new Weekday(0, LocalDate.ofEpochDay(start).getDayOfWeek()));
    }

    private @Nullable Frequency frequency(List<Weekday> weekdays, List<Integer> monthDays, boolean ordinals) {
        String text = schedule.freq();
        if (text == null || text.isBlank()) {
            if (ordinals || !monthDays.isEmpty()) {
                warning("a schedule with days of the month needs a 'freq', but has none; taken as MONTHLY");
                return Frequency.MONTHLY;
            }
            if (!weekdays.isEmpty()) {
                warning("a schedule with days needs a 'freq', but has none; taken as WEEKLY");
                return Frequency.WEEKLY;
            }
            return null;
        }
        try {
            return Frequency.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problem("'freq' must be DAILY, WEEKLY, MONTHLY or YEARLY, but is not");
            return null;
        }
    }

    private void warnOfForeignParts(
            Frequency frequency, List<Integer> monthDays, List<Integer> yearDays, List<Integer> weekNumbers) {
        if (frequency == Frequency.WEEKLY && !monthDays.isEmpty()) {
            warning("'bymonthday' has no meaning in a weekly schedule; taken to narrow its days down");
        }
        if (frequency != Frequency.YEARLY && !(yearDays.isEmpty() && weekNumbers.isEmpty())) {
            warning("'byyearday' and 'byweekno' have a meaning in a yearly schedule only;"
                    + " taken to narrow the days down");
        }
    }

    private List<Weekday> weekdays() {
        List<Weekday> weekdays = new ArrayList<>();
        for (String entry : entries(schedule.byday())) {
            int letters = 0;
            while (letters < entry.length() && !Character.isLetter(entry.charAt(letters))) {
                letters++;
            }
            Optional<DayOfWeek> day = dayOfWeek(entry.substring(letters));
            Optional<Integer> ordinal = letters == 0 ? Optional.of(0) : number(entry.substring(0, letters), 53);
            if (day.isEmpty() || ordinal.isEmpty()) {
                problem("'byday' must hold days like MO or 2TU, but does not");
                return List.of();
            }
            Weekday weekday = new Weekday(ordinal.get(), day.get());
            if (!weekdays.contains(weekday)) {
                weekdays.add(weekday);
            }
        }
        return List.copyOf(weekdays);
    }

    private List<Integer> numbers(String field, @Nullable String text, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String entry : entries(text)) {
            Optional<Integer> number = number(entry, most);
            if (number.isEmpty()) {
                problem("'" + field + "' must hold numbers from 1 to " + most + " or -" + most
                        + " to -1, but does not");
                return List.of();
            }
            if (!numbers.contains(number.get())) {
                numbers.add(number.get());
            }
        }
        return List.copyOf(numbers);
    }

    private static Optional<Integer> number(String text, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            return number != 0 && Math.abs(number) <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<String> entries(@Nullable String text) {
        return text == null
                ? List.of()
                : SEPARATOR
                        .splitAsStream(text)
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    private static Optional<DayOfWeek> dayOfWeek(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.length() < 2) {
            return Optional.empty();
        }
        return DAYS.stream().filter(day -> day.startsWith(name)).findFirst().map(DayOfWeek::valueOf);
    }

    private long day(String field, @Nullable String text, long absent) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            String stripped = text.strip();
            LocalDate date = LocalDate.parse(
                    stripped.length() > 10 && stripped.charAt(10) == 'T' ? stripped.substring(0, 10) : stripped);
            return date.toEpochDay();
        } catch (DateTimeParseException e) {
            problem("'" + field + "' must be a day like 2026-11-25, but is not");
            return absent;
        }
    }

    private Optional<Clock24> time(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<Clock24> time = Clock24.read(text);
        if (time.isEmpty()) {
            problem("'" + field + "' must be a time like 10:00, but is not");
        }
        return time;
    }

    private @Nullable ZoneOffset offset(Optional<Clock24> opens, Optional<Clock24> closes) {
        Optional<ZoneOffset> written = opens.map(Clock24::offset).or(() -> closes.map(Clock24::offset));
        if (written.isPresent()) {
            return written.get();
        }
        BigDecimal hours = schedule.timezone();
        if (hours == null) {
            return null;
        }
        BigDecimal minutes = hours.multiply(BigDecimal.valueOf(60));
        if (minutes.abs().compareTo(BigDecimal.valueOf(18 * 60L)) > 0) {
            warning("'timezone' must be hours from UTC, but is not; left out");
            return null;
        }
        return ZoneOffset.ofTotalSeconds(minutes.intValue() * 60);
    }

    private boolean isTextOnly() {
        return blank(schedule.opensAt())
                && blank(schedule.closesAt())
                && blank(schedule.freq())
                && blank(schedule.byday())
                && blank(schedule.bymonthday())
                && blank(schedule.byyearday())
                && blank(schedule.byweekno())
                && blank(schedule.dtstart());
    }

    private HoursRule never(long validFrom, long validTo) {
        return new HoursRule(
                HoursRule.EVERY_DAY,
                null,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                validFrom,
                validTo,
                0,
                Clock24.DAY,
                false,
                null,
                words());
    }

    private @Nullable String words() {
        String text = Stream.of(schedule.description(), schedule.notes(), schedule.scheduleLink())
                .filter(part -> !blank(part))
                .map(String::strip)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return text.isEmpty() ? null : text;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void problem(String message) {
        readable = false;
        findings.error(OpeningHours.Code.UNREADABLE_SCHEDULE, message, where);
    }

    private void warning(String message) {
        findings.add(Finding.warning(OpeningHours.Code.UNCLEAR_SCHEDULE, message, where));
    }
}
