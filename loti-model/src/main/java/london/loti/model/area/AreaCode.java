package london.loti.model.area;

import java.util.regex.Pattern;

/**
 * A nine-character code of the Government Statistical Service (GSS), for example {@code E01000001}.
 *
 * @param value a letter E, K, N, S or W and eight digits
 */
public record AreaCode(String value) implements Comparable<AreaCode> {
    private static final Pattern GSS = Pattern.compile("[EKNSW][0-9]{8}");

    /**
     * Checks the shape, not whether such an area exists.
     *
     * @param value a letter E, K, N, S or W and eight digits
     * @throws IllegalArgumentException if the text has another shape
     */
    public AreaCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(
                    "area code must be a letter E, K, N, S or W and eight digits, but is not");
        }
    }

    /**
     * {@return whether the text has the shape of a code}
     *
     * @param text any text
     */
    public static boolean isCode(String text) {
        return GSS.matcher(text).matches();
    }

    /** {@return the kind of area, from the code's first three characters} */
    public AreaType type() {
        return AreaType.ofPrefix(value.substring(0, 3));
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
