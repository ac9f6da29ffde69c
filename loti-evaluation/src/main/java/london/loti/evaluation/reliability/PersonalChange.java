package london.loti.evaluation.reliability;

/** What became of one person. */
public enum PersonalChange {
    /** Reliably better, and from one side of the cut-off to the other. */
    RECOVERED,
    /** Reliably better, but not across the cut-off, or none was told. */
    IMPROVED,
    /** The change is no larger than chance. */
    UNCHANGED,
    /** Reliably worse. */
    DETERIORATED
}
