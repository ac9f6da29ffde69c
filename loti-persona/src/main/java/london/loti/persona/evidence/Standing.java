package london.loti.persona.evidence;

/** How an insight stands in the light of what its bank holds. */
public enum Standing {
    /** Facts speak for it, and none against it. */
    SUPPORTED,
    /** Facts speak for it, and others against it. */
    CONTESTED,
    /** Facts speak against it, and none for it. */
    REFUTED,
    /** No fact speaks for it or against it. */
    UNSUPPORTED
}
