package london.loti.evaluation.proposal;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

import london.loti.model.finding.Require;

/**
 * The place in a document that a proposal is about.
 *
 * @param target the kind of document
 * @param id the document's id
 * @param version the document's version
 * @param pointer the place as a JSON Pointer (RFC 6901); empty for the whole document
 */
public record Subject(Target target, String id, String version, String pointer) implements Comparable<Subject> {
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::target)
            .thenComparing(Subject::id)
            .thenComparing(Subject::version)
            .thenComparing(Subject::pointer);

    /**
     * Checks the pointer.
     *
     * @param target the kind of document
     * @param id the document's id
     * @param version the document's version
     * @param pointer the place as a JSON Pointer
     * @throws IllegalArgumentException if the pointer is none, or the id or version is blank
     */
    public Subject {
        Objects.requireNonNull(target, "a subject needs a 'target'");
        Require.text(id, "a subject needs the document's 'id'");
        Require.text(version, "a subject needs the document's 'version'");
        Objects.requireNonNull(pointer, "a subject needs a 'pointer'");
        if (!POINTER.matcher(pointer).matches()) {
            throw new IllegalArgumentException(
                    "a pointer must be empty, or begin with '/' and write '~' as '~0' and '/' as"
                            + " '~1' in a name\nMaybe use at(), which writes them so.");
        }
    }

    /**
     * {@return a whole document}
     *
     * @param target its kind
     * @param id its id
     * @param version its version
     */
    public static Subject of(Target target, String id, String version) {
        return new Subject(target, id, version, "");
    }

    /**
     * {@return a place below this one}
     *
     * @param steps the names of fields, or the places in lists counted from 0, as they are: {@code ~} and {@code /} are
     *     escaped here
     */
    public Subject at(String... steps) {
        StringBuilder below = new StringBuilder(pointer);
        for (String step : steps) {
            // In this order: escaping '/' first would escape the '~' of its '~1' again.
            below.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return new Subject(target, id, version, below.toString());
    }

    /** Whether another place lies in the same version of the same document. */
    boolean isInDocumentOf(Subject other) {
        return target == other.target && id.equals(other.id) && version.equals(other.version);
    }

    /** By kind, id, version and pointer. */
    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
