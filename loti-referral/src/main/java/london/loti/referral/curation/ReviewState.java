package london.loti.referral.curation;

/** How far a record has come on its way to readers. */
public enum ReviewState {
    /** Somebody is writing it. */
    DRAFT,
    /** It waits for a reviewer. */
    AWAITING_REVIEW,
    /** Readers see it. */
    PUBLISHED,
    /** A reviewer sent it back, with a reason. */
    REJECTED,
    /** Readers see it, marked as old, and its provider is asked to check it. */
    AWAITING_REVERIFICATION,
    /** Readers see it no more; it is kept. */
    RETIRED;

    /** {@return whether readers see a record in this state} */
    public boolean isShown() {
        return this == PUBLISHED || this == AWAITING_REVERIFICATION;
    }
}
