package london.loti.referral.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.ServiceStatus;

/** Puts an answer about opening hours into words. */
final class OpenWords {
    private static final Locale BRITISH = Locale.UK;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", BRITISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", BRITISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", BRITISH);
    private static final DateTimeFormatter FULL_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", BRITISH);
    private static final Duration WEEK = Duration.ofDays(8);
    private static final int LONGEST_QUOTE = 200;

    private final OpeningHours hours;
    private final Moment moment;

    OpenWords(OpeningHours hours, Moment moment) {
        this.hours = hours;
        this.moment = moment;
    }

    OpenAnswer answer() {
        OpenState state = hours.stateAt(moment);
        if (state == OpenState.OPEN) {
            Instant until =
                    hours.next(moment.instant(), WEEK, OpenState.OPEN, false).orElse(null);
            String words = until == null ? "open at all hours" : "open until " + time(until);
            return new OpenAnswer(state, words + remarks(), until, null);
        }
        ServiceStatus stopped = hours.stopped();
        if (stopped != null) {
            return new OpenAnswer(state, stopped(stopped) + remarks(), null, null);
        }
        Instant next = hours.next(moment.instant(), hours.horizon(), OpenState.OPEN, true)
                .orElse(null);
        String words = state == OpenState.CLOSED ? closed(next) : unknown(next);
        return new OpenAnswer(state, words + remarks(), null, next);
    }

    private static String stopped(ServiceStatus status) {
        return switch (status) {
            case TEMPORARILY_CLOSED -> "closed for the time being";
            case DEFUNCT -> "not given any more";
            default -> "not given at present";
        };
    }

    private String closed(@Nullable Instant next) {
        Optional<Closure> closure = hours.exceptions().closures().stream()
                .filter(c -> c.covers(moment.epochDay()))
                .findFirst();
        String why = closure.map(c -> ": " + c.reason()).orElse("");
        if (next == null) {
            Optional<Instant> perhaps = hours.next(moment.instant(), hours.horizon(), OpenState.UNKNOWN, true);
            return "closed now" + why + "; "
                    + perhaps.map(time -> "perhaps open " + time(time))
                            .orElse("no opening in the next " + hours.horizon().toDays() + " days");
        }
        boolean today = local(next).toLocalDate().equals(moment.local().toLocalDate());
        Duration wait = Duration.between(moment.instant(), next);
        Optional<Instant> perhaps =
                hours.next(moment.instant(), wait, OpenState.UNKNOWN, true).filter(time -> time.isBefore(next));
        return (today ? "closed now" : "closed today")
                + why
                + perhaps.map(time -> "; perhaps open " + time(time)).orElse("")
                + (today ? "; opens at " : perhaps.isPresent() ? "; surely open " : "; next open ")
                + time(next);
    }

    private String unknown(@Nullable Instant next) {
        String sure = next == null ? "" : "; surely open " + time(next);
        return "not known whether it is open: " + reason() + sure;
    }

    private String reason() {
        List<HoursRule> rules = hours.rules();
        if (rules.isEmpty()) {
            return "no hours are published";
        }
        HoursRule.Exceptions sure = new HoursRule.Exceptions(
                OpeningPolicy.BankHolidays.AS_USUAL, hours.exceptions().offsets(), List.of(), List.of());
        boolean usuallyOpen = rules.stream().anyMatch(rule -> rule.at(moment, sure) == HoursRule.OPEN);
        if (usuallyOpen) {
            LocalDate today = LocalDate.ofEpochDay(moment.epochDay());
            return hours.calendar()
                    .holidayName(today)
                    .or(() -> hours.calendar().holidayName(today.minusDays(1)))
                    .map(name -> "usual hours may not hold on a bank holiday (" + name + ")")
                    .orElse("an alert puts the usual hours in doubt");
        }
        Optional<HoursRule> inForce = rules.stream()
                .filter(rule -> rule.at(moment, sure) == HoursRule.MAYBE)
                .findFirst();
        if (inForce.isEmpty()) {
            return expired(rules);
        }
        HoursRule rule = inForce.get();
        if (rule.certain()) {
            return "it depends on how the publisher means the offset from UTC in its times";
        }
        return rule.words() == null
                ? "the published hours do not say all that is needed"
                : "the hours are published in words: \"" + quote(Objects.requireNonNull(rule.words())) + "\"";
    }

    private String expired(List<HoursRule> rules) {
        long lastDay = rules.stream()
                .filter(rule -> rule.validTo() < moment.epochDay())
                .mapToLong(HoursRule::validTo)
                .max()
                .orElse(Long.MIN_VALUE);
        return lastDay == Long.MIN_VALUE
                ? "the published hours do not hold yet"
                : "the published hours held until "
                        + LocalDate.ofEpochDay(lastDay).format(FULL_DATE);
    }

    /** What the publisher says in words beside the hours: it may be just what matters. */
    private String remarks() {
        StringBuilder remarks = new StringBuilder();
        if (hours.alert() != null) {
            remarks.append("; alert: \"").append(quote(hours.alert())).append('"');
        }
        hours.rules().stream()
                .filter(HoursRule::certain)
                .filter(rule -> moment.epochDay() >= rule.validFrom() && moment.epochDay() <= rule.validTo())
                .map(HoursRule::words)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(words ->
                        remarks.append("; note: \"").append(quote(words)).append('"'));
        return remarks.toString();
    }

    private static String quote(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE).strip() + " …";
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, hours.zone());
    }

    /** {@code 16:30} today, {@code Thursday 10:00} within a week, {@code Thursday 10 December 10:00} later. */
    private String time(Instant instant) {
        LocalDateTime there = local(instant);
        long days = ChronoUnit.DAYS.between(moment.local().toLocalDate(), there.toLocalDate());
        String time = there.format(TIME);
        if (days == 0) {
            return time;
        }
        if (days == 1 && there.toLocalTime().toSecondOfDay() == 0) {
            return "midnight";
        }
        return there.format(days < 7 ? DAY : DATE) + " " + time;
    }
}
