package london.loti.referral.opening;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import london.loti.model.service.Schedule;
import london.loti.referral.calendar.WorkingDays;

/** Opening hours the slow and obvious way: day by day, straight from the parts of the rule as RFC 5545 words them. */
final class SlowHours {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String[] FREQUENCIES = {"DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"};

    final String freq;
    final int interval;
    final DayOfWeek weekStart;
    final List<int[]> weekdays = new ArrayList<>();
    final List<Integer> monthDays = new ArrayList<>();
    final List<Integer> yearDays = new ArrayList<>();
    final List<Integer> weekNumbers = new ArrayList<>();
    final LocalDate start;
    final LocalDate until;
    final int count;
    final LocalDate validFrom;
    final LocalDate validTo;
    final int opens;
    final int closes;
    final int offset;

    SlowHours(SplittableRandom random) {
        freq = FREQUENCIES[random.nextInt(FREQUENCIES.length)];
        interval = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(4);
        weekStart = random.nextInt(3) > 0 ? DayOfWeek.MONDAY : DayOfWeek.of(1 + random.nextInt(7));
        start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
        until = random.nextInt(4) > 0 ? null : start.plusDays(random.nextInt(900));
        count = random.nextInt(6) > 0 ? 0 : 1 + random.nextInt(120);
        validFrom = random.nextInt(4) > 0 ? null : LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
        validTo = random.nextInt(4) > 0 ? null : LocalDate.of(2025, 6, 1).plusDays(600 + random.nextInt(500));
        int parts = random.nextInt(5);
        boolean ordinals = freq.equals("MONTHLY") && random.nextBoolean();
        if (parts < 3 || (freq.equals("YEARLY") && parts == 3)) {
            int days = 1 + random.nextInt(4);
            for (int i = 0; i < days; i++) {
                int ordinal = !ordinals ? 0 : random.nextInt(3) == 0 ? -1 - random.nextInt(3) : 1 + random.nextInt(5);
                weekdays.add(new int[] {ordinal, 1 + random.nextInt(7)});
            }
        }
        if (parts == 2 || (parts == 3 && !freq.equals("YEARLY"))) {
            numbers(random, monthDays, 31);
        }
        if ((freq.equals("YEARLY") && parts >= 2) || random.nextInt(12) == 0) {
            numbers(random, random.nextBoolean() ? yearDays : weekNumbers, 53);
        }
        if (freq.equals("YEARLY")
                && weekdays.isEmpty()
                && monthDays.isEmpty()
                && yearDays.isEmpty()
                && weekNumbers.isEmpty()) {
            weekdays.add(new int[] {0, 3});
        }
        opens = 5 * random.nextInt(288);
        int length = random.nextInt(5) > 0 ? 60 + 5 * random.nextInt(100) : 5 + 5 * random.nextInt(280);
        closes = (opens + length) % 1_440 == opens ? (opens + 60) % 1_440 : (opens + length) % 1_440;
        offset = random.nextInt(4) > 0 ? -1 : random.nextInt(3);
    }

    private static void numbers(SplittableRandom random, List<Integer> into, int most) {
        int numbers = 1 + random.nextInt(4);
        for (int i = 0; i < numbers; i++) {
            int number = 1 + random.nextInt(most);
            into.add(random.nextInt(4) == 0 ? -number : number);
        }
    }

    Schedule schedule(String id) {
        return Schedule.builder(id)
                .freq(freq)
                .interval(interval)
                .wkst(name(weekStart))
                .byday(text(weekdays.stream()
                        .map(day -> (day[0] == 0 ? "" : "" + day[0]) + name(DayOfWeek.of(day[1])))
                        .collect(Collectors.joining(","))))
                .bymonthday(list(monthDays))
                .byyearday(list(yearDays))
                .byweekno(list(weekNumbers))
                .dtstart(start.toString())
                .until(until == null ? null : until.toString())
                .count(count == 0 ? null : count)
                .validFrom(validFrom == null ? null : validFrom.toString())
                .validTo(validTo == null ? null : validTo.toString())
                .opensAt(time(opens))
                .closesAt(time(closes))
                .build();
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String list(List<Integer> numbers) {
        return text(numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60)
                + (offset < 0 ? "" : offset == 0 ? "Z" : ":00+0" + offset + ":00");
    }

    /** −1 not in force, 0 closed, 1 nobody knows, 2 open. */
    int at(Instant instant, WorkingDays calendar, List<Closure> closures) {
        LocalDateTime wall = LocalDateTime.ofInstant(instant, LONDON);
        int state = at(wall, calendar, closures);
        if (offset >= 0) {
            int written = at(LocalDateTime.ofInstant(instant, ZoneOffset.ofHours(offset)), calendar, closures);
            state = state == written ? state : 1;
        }
        LocalDate today = wall.toLocalDate();
        boolean inForce =
                !((validFrom != null && today.isBefore(validFrom)) || (validTo != null && today.isAfter(validTo)));
        return state == 0 && !inForce ? -1 : state;
    }

    private int at(LocalDateTime local, WorkingDays calendar, List<Closure> closures) {
        LocalDate today = local.toLocalDate();
        int minute = local.getHour() * 60 + local.getMinute();
        boolean night = closes <= opens;
        int state = 0;
        if (minute >= opens && (night || minute < closes)) {
            state = worth(today, calendar, closures);
        }
        if (night && minute < closes) {
            state = Math.max(state, worth(today.minusDays(1), calendar, closures));
        }
        return state;
    }

    private int worth(LocalDate day, WorkingDays calendar, List<Closure> closures) {
        if (!takesPlace(day) || closures.stream().anyMatch(c -> !day.isBefore(c.from()) && !day.isAfter(c.to()))) {
            return 0;
        }
        boolean single = (until != null && until.equals(start)) || (validFrom != null && validFrom.equals(validTo));
        return calendar.holidayName(day).isPresent() && !single ? 1 : 2;
    }

    private boolean takesPlace(LocalDate day) {
        if ((validFrom != null && day.isBefore(validFrom))
                || (validTo != null && day.isAfter(validTo))
                || (until != null && day.isAfter(until))
                || !matches(day)) {
            return false;
        }
        return count == 0
                || start.datesUntil(day.plusDays(1))
                                .filter(this::matches)
                                .limit(count + 1L)
                                .count()
                        <= count;
    }

    private boolean matches(LocalDate day) {
        if (day.isBefore(start) || period(day) % interval != 0) {
            return false;
        }
        WeekFields weeks = WeekFields.of(weekStart, 4);
        int week = day.get(weeks.weekOfWeekBasedYear());
        int year = day.get(weeks.weekBasedYear());
        int lastWeek = 0;
        for (int d = 1; d <= 31 && !weekNumbers.isEmpty(); d++) {
            LocalDate december = LocalDate.of(year, 12, d);
            if (december.get(weeks.weekBasedYear()) == year) {
                lastWeek = Math.max(lastWeek, december.get(weeks.weekOfWeekBasedYear()));
            }
        }
        boolean noPart = weekdays.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty() && weekNumbers.isEmpty();
        if (noPart && freq.equals("MONTHLY") && day.getDayOfMonth() != start.getDayOfMonth()) {
            return false;
        }
        boolean startsDay =
                weekdays.isEmpty() && (freq.equals("WEEKLY") || (freq.equals("YEARLY") && !weekNumbers.isEmpty()));
        if (startsDay && day.getDayOfWeek() != start.getDayOfWeek()) {
            return false;
        }
        return holds(weekNumbers, week, lastWeek)
                && holds(yearDays, day.getDayOfYear(), day.lengthOfYear())
                && holds(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> is(weekday, day)));
    }

    private long period(LocalDate day) {
        return switch (freq) {
            case "DAILY" -> ChronoUnit.DAYS.between(start, day);
            case "WEEKLY" ->
                ChronoUnit.WEEKS.between(
                        start.with(TemporalAdjusters.previousOrSame(weekStart)),
                        day.with(TemporalAdjusters.previousOrSame(weekStart)));
            case "MONTHLY" -> (day.getYear() - start.getYear()) * 12L + day.getMonthValue() - start.getMonthValue();
            default -> day.getYear() - start.getYear();
        };
    }

    private static boolean is(int[] weekday, LocalDate day) {
        int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = (day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1;
        return day.getDayOfWeek().getValue() == weekday[1]
                && (weekday[0] == 0 || weekday[0] == fromStart || weekday[0] == -fromEnd);
    }

    private static boolean holds(List<Integer> wanted, int value, int last) {
        return wanted.isEmpty() || wanted.contains(value) || wanted.contains(value - last - 1);
    }
}
