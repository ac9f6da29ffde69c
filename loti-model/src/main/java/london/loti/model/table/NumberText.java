package london.loti.model.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them in tables: stricter than Java's own parser, which takes {@code 1d} and {@code NaN}. */
final class NumberText {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    private NumberText() {}

    /** The finite number that the whole text writes, if it writes one. */
    static OptionalDouble parse(String text) {
        String plain = text.indexOf(',') >= 0 && THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean allowed = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!allowed) {
                return OptionalDouble.empty();
            }
        }
        try {
            double number = Double.parseDouble(plain);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
