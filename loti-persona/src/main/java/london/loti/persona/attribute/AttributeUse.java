package london.loti.persona.attribute;

/** What an attribute may be used for. Every calculator keeps to it; it is not a remark. */
public enum AttributeUse {
    /** Anything: matching, segments, reports. */
    ANY,
    /**
     * Matching, but only as a need that calls for an adjustment: a disability, say, never as a reason to put somebody
     * last. Such an attribute is asymmetric binary and names its need.
     */
    NEED_ONLY,
    /** To check afterwards whether groups fare alike. It never enters a distance, a persona or a segment. */
    AUDIT_ONLY,
    /** Nothing: a file with such a column is refused. */
    FORBIDDEN;

    /** {@return whether it may take part in a comparison of people} */
    public boolean mayMatch() {
        return this == ANY || this == NEED_ONLY;
    }
}
