package london.loti.evaluation.proposal;

/** The kind of document that a proposal is about. */
public enum Target {
    /** The recipe of an index. */
    RECIPE,
    /** A bank of personas. */
    BANK,
    /** A directory of services. */
    DIRECTORY
}
