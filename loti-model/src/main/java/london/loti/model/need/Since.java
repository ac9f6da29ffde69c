package london.loti.model.need;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * Since when something is so, as exactly as the resident says it: a month, {@code 2026-03}, or a day,
 * {@code 2026-03-14}. A month is not the first day of it. It is text in JSON.
 *
 * @param month the month
 * @param day the day of the month; null where only the month is known
 */
public record Since(
        @Classified(DataClass.PERSONAL) YearMonth month,
        @Classified(DataClass.PERSONAL) @Nullable Integer day) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final String WANTED = "a 'since' must be a month or a day, for example 2026-03 or 2026-03-14";

    /**
     * Checks that the month has the day.
     *
     * @param month the month
     * @param day the day of the month; null where only the month is known
     * @throws IllegalArgumentException if the month does not have the day
     */
    public Since {
        Objects.requireNonNull(month, "a 'since' needs its month");
        if (day != null && !month.isValidDay(day)) {
            throw new IllegalArgumentException(WANTED);
        }
    }

    /**
     * {@return since a day}
     *
     * @param day the day
     */
    public static Since on(LocalDate day) {
        return new Since(YearMonth.from(day), day.getDayOfMonth());
    }

    /**
     * {@return since some day of a month}
     *
     * @param month the month
     */
    public static Since in(YearMonth month) {
        return new Since(month, null);
    }

    /**
     * {@return since the month or day that a text names}
     *
     * @param text {@code 2026-03} or {@code 2026-03-14}
     * @throws IllegalArgumentException if it is neither; the message does not repeat it
     */
    public static Since parse(String text) {
        Objects.requireNonNull(text, WANTED);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(WANTED);
        }
        try {
            YearMonth month = YearMonth.parse(text.substring(0, 7));
            return new Since(month, text.length() == 7 ? null : Integer.valueOf(text.substring(8)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(WANTED, e);
        }
    }

    /** {@return the month or the day, as {@link #parse} reads it} */
    public String text() {
        return day == null ? month.toString() : month.atDay(day).toString();
    }

    /** {@return the first day that it may mean} */
    public LocalDate earliest() {
        return month.atDay(day == null ? 1 : day);
    }

    /** {@return the last day that it may mean} */
    public LocalDate latest() {
        return day == null ? month.atEndOfMonth() : month.atDay(day);
    }

    /** Never shows when. */
    @Override
    public String toString() {
        return "Since[redacted]";
    }
}
