package london.loti.evaluation.instrument;

/** Which way a score gets better. */
public enum Direction {
    /** A higher score is better, as with well-being. */
    HIGHER_IS_BETTER,
    /** A lower score is better, as with loneliness or anxiety. */
    LOWER_IS_BETTER,
    /** Neither. */
    NEITHER
}
