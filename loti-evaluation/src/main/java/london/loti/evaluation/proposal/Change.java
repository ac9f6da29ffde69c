package london.loti.evaluation.proposal;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One value of a document in place of another.
 *
 * @param from the value that was there: a text, a number, true or false; whole numbers are {@code Long}, others
 *     {@code Double}
 * @param to the value proposed, likewise
 */
public record Change(Object from, Object to) {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * Checks both values.
     *
     * @param from the value that was there; any kind of number
     * @param to the value proposed; any kind of number
     * @throws IllegalArgumentException if one is something else than a text, a finite number, true or false, or both are the
     *     same
     */
    public Change {
        from = value("from", from);
        to = value("to", to);
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "a change must have another value in 'to' than in 'from', but has the same");
        }
    }

    private static Object value(String field, Object value) {
        Objects.requireNonNull(value, () -> "a change needs a value in '" + field + "'");
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            BigDecimal exact = new BigDecimal(number.toString());
            boolean whole =
                    exact.stripTrailingZeros().scale() <= 0 && exact.abs().compareTo(MOST) <= 0;
            return whole ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
        }
        throw new IllegalArgumentException(
                "a change's '" + field + "' must be a text, a finite number, true or false, but is not");
    }
}
