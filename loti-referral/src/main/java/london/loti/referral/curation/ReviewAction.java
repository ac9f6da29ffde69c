package london.loti.referral.curation;

/** What somebody does to a record on its way to readers. */
public enum ReviewAction {
    /** Hands it to a reviewer. */
    SUBMIT,
    /** Takes it back to write on. */
    WITHDRAW,
    /** Lets readers see it. */
    PUBLISH,
    /** Sends it back, with a reason. */
    REJECT,
    /** Asks that it be checked again. */
    ASK_TO_REVERIFY,
    /** Says that it is still true. */
    CONFIRM,
    /** Hands in a change of what readers see, which a reviewer must see first. */
    CHANGE,
    /** Takes it from readers for good. */
    RETIRE,
    /** Starts a retired or rejected record again as a draft. */
    REVIVE
}
