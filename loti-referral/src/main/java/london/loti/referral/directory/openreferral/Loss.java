package london.loti.referral.directory.openreferral;

import java.util.Objects;

/**
 * What a writer left out, and how often.
 *
 * @param kind the kind of record, as the written standard calls it, for example {@code service_at_location}
 * @param field the field
 * @param reason why
 * @param count in how many records
 */
public record Loss(String kind, String field, Reason reason, long count) {

    /** Why something was left out. */
    public enum Reason {
        /** The written standard has no place for it. */
        NO_PLACE,
        /** It lets a confidential location be found. */
        CONFIDENTIAL,
        /** Two records with one id say different things, and a table holds only one of them. */
        SAME_ID,
        /** A text holds a character that a table can't. */
        CHARACTER
    }

    /**
     * Checks that something was left out.
     *
     * @param kind the kind of record
     * @param field the field
     * @param reason why
     * @param count in how many records
     * @throws IllegalArgumentException if the count is below one
     */
    public Loss {
        Objects.requireNonNull(kind, "a loss needs a 'kind'");
        Objects.requireNonNull(field, "a loss needs a 'field'");
        Objects.requireNonNull(reason, "a loss needs a 'reason'");
        if (count < 1) {
            throw new IllegalArgumentException("a loss must be of at least one record, but was of " + count);
        }
    }

    /** For example {@code service.program: 12 left out, as the standard has no place for it}. */
    @Override
    public String toString() {
        String why = switch (reason) {
            case NO_PLACE -> "as the standard has no place for it";
            case CONFIDENTIAL -> "as it lets a confidential location be found";
            case SAME_ID -> "as another record has the same id";
            case CHARACTER -> "as a table can't hold the character";
        };
        return kind + "." + field + ": " + count + " left out, " + why;
    }
}
