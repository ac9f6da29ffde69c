package london.loti.model.need;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * A concept by its codelist and code, written {@code barriers:no-device}.
 *
 * @param codelist the id of the codelist
 * @param code the concept's code in it
 */
public record ConceptRef(String codelist, String code) implements Comparable<ConceptRef> {
    /**
     * Checks the form of both.
     *
     * @param codelist the id of the codelist
     * @param code the concept's code in it
     * @throws IllegalArgumentException if one has another form than a code
     */
    public ConceptRef {
        Require.code("a reference", "codelist", codelist);
        Require.code("a reference", code);
    }

    /**
     * {@return the concept that a text names}
     *
     * @param text for example {@code barriers:no-device}
     * @throws IllegalArgumentException if it is not two codes with a colon between them
     */
    public static ConceptRef parse(String text) {
        Objects.requireNonNull(text, "a reference to a concept needs a text");
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "a concept must be written as its codelist, a colon and its code, for example barriers:no-device");
        }
        return new ConceptRef(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(ConceptRef other) {
        int byList = codelist.compareTo(other.codelist);
        return byList == 0 ? code.compareTo(other.code) : byList;
    }

    /** For example {@code barriers:no-device}. */
    @Override
    public String toString() {
        return codelist + ":" + code;
    }
}
