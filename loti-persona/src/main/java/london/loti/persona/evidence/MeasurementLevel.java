package london.loti.persona.evidence;

/** What ratings can be compared by; it decides how much a disagreement counts. */
public enum MeasurementLevel {
    /** Names only, such as personas or codes of a codebook: every disagreement counts the same. */
    NOMINAL,
    /** An order, such as low, medium, high: a disagreement counts by how many ratings lie between. */
    ORDINAL,
    /** Numbers with equal steps: a disagreement counts by the square of the difference. */
    INTERVAL,
    /** Numbers with a true nought, none below it: a disagreement counts by the difference relative to the sum. */
    RATIO
}
