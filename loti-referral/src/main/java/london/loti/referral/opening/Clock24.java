package london.loti.referral.opening;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time of day as feeds write it: {@code 9:30}, {@code 09:30:00}, {@code 09:30Z}, {@code 09:30:00+01:00}, {@code 24:00}.
 *
 * @param second seconds since midnight; 86,400 for 24:00
 * @param offset what is written after the time; null for nothing
 */
record Clock24(int second, @Nullable ZoneOffset offset) {
    static final int DAY = 24 * 60 * 60;

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]+)?)?\\s?(Z|z|[+-][0-9]{2}:?[0-9]{2})?");

    static Optional<Clock24> read(String text) {
        Matcher time = FORM.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            int hour = Integer.parseInt(time.group(1));
            int minute = Integer.parseInt(time.group(2));
            int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            String offset = time.group(4);
            int total = hour == 24 && minute == 0 && second == 0
                    ? DAY
                    : LocalTime.of(hour, minute, second).toSecondOfDay();
            return Optional.of(new Clock24(total, offset == null ? null : ZoneOffset.of(withColon(offset))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String withColon(String offset) {
        if (offset.equalsIgnoreCase("Z")) {
            return "Z";
        }
        return offset.contains(":") ? offset : offset.substring(0, 3) + ":" + offset.substring(3);
    }
}
