package london.loti.model.outcome;

/** Which way of a measure is better for people. */
public enum Direction {
    /** A higher value is better. */
    HIGHER_IS_BETTER,
    /** A lower value is better. */
    LOWER_IS_BETTER,
    /** Neither way is better by itself: reach, for example, or time spent online. */
    NEITHER
}
