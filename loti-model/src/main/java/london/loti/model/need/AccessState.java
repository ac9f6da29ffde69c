package london.loti.model.need;

/** How things stand with one part of an access package. */
public enum AccessState {
    /** Nobody knows yet. It is neither needed nor not. */
    UNKNOWN,
    /** The resident does without it, and says so. */
    NOT_NEEDED,
    /** It is needed, and nothing has been offered. */
    NEEDED,
    /** Something has been offered, and nobody knows yet whether it met the need. */
    OFFERED,
    /** The resident has it. */
    MET
}
