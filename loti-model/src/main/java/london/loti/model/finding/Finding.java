package london.loti.model.finding;

/**
 * One problem in an input, or one thing worth knowing about it.
 *
 * @param severity whether the input could be used
 * @param code the rule, from the closed list of the reader that found it
 * @param message what is wrong in plain words, and on a new line what may help; never personal data
 * @param where the place
 */
public record Finding(Severity severity, Code code, String message, Where where) {

    /** A rule that an input can break; each reader lists its own in an enum. */
    public interface Code {
        /** {@return the rule's name, for example {@code UNKNOWN_COLUMN}} */
        String name();
    }

    /**
     * {@return a finding that makes the input unusable}
     *
     * @param code the rule that is broken
     * @param message what is wrong in plain words; never personal data
     * @param where the place
     */
    public static Finding error(Code code, String message, Where where) {
        return new Finding(Severity.ERROR, code, message, where);
    }

    /**
     * {@return a finding that leaves the input usable}
     *
     * @param code the rule that is broken
     * @param message what somebody should look at, in plain words; never personal data
     * @param where the place
     */
    public static Finding warning(Code code, String message, Where where) {
        return new Finding(Severity.WARNING, code, message, where);
    }

    /** {@return whether the input can't be used} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** For example {@code table.csv, line 12, pct_disabled: a number is wanted, but the cell holds text}. */
    @Override
    public String toString() {
        return where + ": " + message;
    }
}
