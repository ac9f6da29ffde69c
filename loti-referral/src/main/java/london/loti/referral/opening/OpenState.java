package london.loti.referral.opening;

/** Whether something is open at a time. Not known is neither open nor closed, and is never left out. */
public enum OpenState {
    /** It is open, as far as its publisher says. */
    OPEN,
    /** It is closed, as far as its publisher says. */
    CLOSED,
    /** Nobody can tell from what is published. */
    UNKNOWN
}
