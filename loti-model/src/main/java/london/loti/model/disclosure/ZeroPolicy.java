package london.loti.model.disclosure;

/** What a count of nought may say. */
public enum ZeroPolicy {
    /** Noughts may be shown: that nobody in an area has a property is no secret. */
    SHOW,
    /** Noughts are suppressed like other small counts: that nobody has a property may be news about everybody. */
    SUPPRESS
}
