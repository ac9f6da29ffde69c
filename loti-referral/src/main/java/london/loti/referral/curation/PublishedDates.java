package london.loti.referral.curation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;

/** Days as feeds publish them, and how long ago they are in words. */
final class PublishedDates {
    private PublishedDates() {}

    /** The day, or null where there is none, or it can't be read or lies ahead, which is a finding. */
    static @Nullable LocalDate read(
            @Nullable String text, String field, String record, LocalDate today, Findings findings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String day = text.strip();
        if (day.length() > 10 && (day.charAt(10) == 'T' || day.charAt(10) == ' ')) {
            day = day.substring(0, 10);
        }
        try {
            LocalDate date = LocalDate.parse(day);
            if (date.isAfter(today)) {
                findings.warning(
                        Freshness.Code.FUTURE_DATE,
                        "a day in the past is wanted, but this lies ahead; it is not used",
                        Where.column(record, field));
                return null;
            }
            return date;
        } catch (DateTimeParseException e) {
            findings.warning(
                    Freshness.Code.UNREADABLE_DATE,
                    "a day like 2026-11-25 is wanted, but this is none; it is not used",
                    Where.column(record, field));
            return null;
        }
    }

    /** {@code today}, {@code 12 days ago}, {@code 14 months ago}, {@code 3 years ago}. */
    static String ago(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(date, today);
        if (days < 60) {
            return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
        }
        long months = ChronoUnit.MONTHS.between(date, today);
        return months < 36 ? months + " months ago" : ChronoUnit.YEARS.between(date, today) + " years ago";
    }

    static double decay(LocalDate date, LocalDate today, double halfLifeDays) {
        return StrictMath.pow(0.5, ChronoUnit.DAYS.between(date, today) / halfLifeDays);
    }
}
