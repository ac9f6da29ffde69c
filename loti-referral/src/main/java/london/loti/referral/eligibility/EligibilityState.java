package london.loti.referral.eligibility;

/** Whether a service is for a resident. Unknown is neither yes nor no, and is never left out. */
public enum EligibilityState {
    /** As far as is published and known, yes. */
    ELIGIBLE,
    /** It can't be told from what is published and known. */
    UNKNOWN,
    /** By something that is published and known, no. */
    NOT_ELIGIBLE
}
