package london.loti.persona.attribute;

import java.util.Arrays;
import java.util.Optional;

/** What the values of an attribute are, and so how two of them are compared. */
public enum AttributeKind {
    /** Numbers: the difference over the range. */
    INTERVAL("interval"),
    /** Levels in an order: the difference of their places over the range of places. */
    ORDINAL("ordinal"),
    /** Names without an order: the same or not. */
    NOMINAL("nominal"),
    /** Yes or no, where both say as much: the same or not. */
    SYMMETRIC_BINARY("symmetric binary"),
    /** Yes or no, where two noes say nothing in common: they are left out of the comparison. */
    ASYMMETRIC_BINARY("asymmetric binary");

    private static final String NUMERIC = "numeric";

    private final String words;

    AttributeKind(String words) {
        this.words = words;
    }

    /** {@return the field's words for it, as in a table of types; R's {@code numeric} is {@link #INTERVAL}} */
    public String words() {
        return words;
    }

    /** {@return whether it is yes or no} */
    public boolean isBinary() {
        return this == SYMMETRIC_BINARY || this == ASYMMETRIC_BINARY;
    }

    /**
     * {@return the kind with these words; empty where there is none}
     *
     * @param words for example {@code symmetric binary}; case does not count
     */
    public static Optional<AttributeKind> of(String words) {
        return NUMERIC.equalsIgnoreCase(words)
                ? Optional.of(INTERVAL)
                : Arrays.stream(values())
                        .filter(kind -> kind.words.equalsIgnoreCase(words))
                        .findFirst();
    }
}
