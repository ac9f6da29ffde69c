package london.loti.evaluation.instrument;

/** How well a fact about an instrument is known. */
public enum Verification {
    /** Read at the source that is named. */
    VERIFIED,
    /** General knowledge, or said differently by different authors: check it before a decision hangs on it. */
    UNVERIFIED
}
