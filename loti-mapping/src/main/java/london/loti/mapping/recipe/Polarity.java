package london.loti.mapping.recipe;

/** Which way an indicator points. It belongs to a recipe: a table has none. */
public enum Polarity {
    /** The higher the value, the higher the estimated need. */
    HIGHER_IS_MORE_NEED,
    /** The lower the value, the higher the estimated need: a download speed, for example, or a rank. */
    LOWER_IS_MORE_NEED
}
