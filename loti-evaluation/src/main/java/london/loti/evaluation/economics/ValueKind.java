package london.loti.evaluation.economics;

/** What kind of value an amount is. */
public enum ValueKind {
    /** Money that a budget holder can take out of a budget, or must pay. */
    CASHABLE,
    /** Capacity of a public service that is freed or used, such as staff time, without money changing hands. */
    NON_CASHABLE,
    /** Worth to people and to society that no budget holds, such as better lives. */
    SOCIAL
}
