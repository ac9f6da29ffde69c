package london.loti.model.area;

/**
 * A nine-character code of the Government Statistical Service (GSS), for example {@code E01000001}.
 *
 * @param value a letter E, K, N, S or W and eight digits
 */
public record AreaCode(String value) implements Comparable<AreaCode> {
    private static final String COUNTRIES = "EKNSW";
    private static final int LENGTH = 9;

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
        if (text.length() != LENGTH || COUNTRIES.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
