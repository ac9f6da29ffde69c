package london.loti.referral.opening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days on which an alert in words puts the usual hours in doubt. Software can't understand prose: an alert never makes
 * anything closed, it only takes away that it is surely open.
 */
final class AlertDates {
    private static final Pattern CLOSES =
            Pattern.compile("\\b(clos|cancel|suspend|not open|no session|unavailable)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})"
                    + "|([0-9]{1,2})(?:st|nd|rd|th)?\\s+([A-Za-z]{3,9})\\.?,?\\s+([0-9]{4})");
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(until|till|up to|to|reopen\\w*|re-open\\w*)\\W*(on )?\\w*\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("\\b(from|since|after|starting)\\W*\\w*\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> MONTHS = months();

    static final LocalDate FIRST = LocalDate.of(Recurrence.FIRST_YEAR, 1, 1);
    static final LocalDate LAST = LocalDate.of(Recurrence.LAST_YEAR, 12, 31);

    private AlertDates() {}

    /** The days in doubt: none where the alert doesn't speak of closing, all of them where it names no day. */
    static List<Closure> doubts(@Nullable String alert) {
        if (alert == null || alert.isBlank() || !CLOSES.matcher(alert).find()) {
            return List.of();
        }
        List<LocalDate> dates = new ArrayList<>();
        boolean openStart = false;
        boolean openEnd = false;
        Matcher found = DATE.matcher(alert);
        while (found.find()) {
            LocalDate date = date(found);
            if (date == null) {
                continue;
            }
            String before = alert.substring(0, found.start());
            openStart |= dates.isEmpty() && UNTIL.matcher(before).find();
            openEnd |= dates.isEmpty() && FROM.matcher(before).find();
            dates.add(date);
        }
        if (dates.isEmpty()) {
            return List.of(new Closure(FIRST, LAST, alert));
        }
        LocalDate from = dates.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate to = dates.stream().max(LocalDate::compareTo).orElseThrow();
        if (dates.size() == 1) {
            from = openStart ? FIRST : from;
            to = openEnd ? LAST : to;
        }
        return List.of(new Closure(from, to, alert));
    }

    private static @Nullable LocalDate date(Matcher found) {
        try {
            if (found.group(1) != null) {
                return LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
            }
            if (found.group(4) != null) {
                return LocalDate.of(number(found.group(6)), number(found.group(5)), number(found.group(4)));
            }
            String name = found.group(8).toLowerCase(Locale.ROOT);
            Integer month = MONTHS.get(name.substring(0, 3));
            return month == null ? null : LocalDate.of(number(found.group(9)), month, number(found.group(7)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new TreeMap<>();
        String[] names = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        for (int i = 0; i < names.length; i++) {
            months.put(names[i], i + 1);
        }
        return Map.copyOf(months);
    }
}
