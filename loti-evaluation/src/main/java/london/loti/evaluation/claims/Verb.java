package london.loti.evaluation.claims;

/** How strongly a claim may be put, the weakest first. */
public enum Verb {
    /** The two go together; why, the study can't tell. */
    IS_ASSOCIATED_WITH("is associated with"),
    /** What was seen is what one would see if the programme helped; other reasons are not ruled out. */
    IS_CONSISTENT_WITH("is consistent with"),
    /** The programme made the difference. */
    CAUSED("caused");

    private final String words;

    Verb(String words) {
        this.words = words;
    }

    /** {@return the verb in words} */
    public String words() {
        return words;
    }

    /**
     * {@return the weaker of two}
     *
     * @param other another verb
     */
    public Verb atMost(Verb other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
