package london.loti.model.need;

/**
 * What is known of a yes-or-no question. Not known is never no: only {@link #YES} and {@link #NO} say something about
 * a resident.
 */
public enum Answer {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** The question was asked, and the answer is not known, or was not given. */
    UNKNOWN,
    /** Nobody asked. */
    NOT_ASKED;

    /** {@return whether it says something about the resident} */
    public boolean isKnown() {
        return this == YES || this == NO;
    }
}
