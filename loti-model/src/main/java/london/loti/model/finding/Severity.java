package london.loti.model.finding;

/** How much a finding matters. */
public enum Severity {
    /** The input can't be used as it is. */
    ERROR,
    /** The input was used; somebody should look. */
    WARNING
}
