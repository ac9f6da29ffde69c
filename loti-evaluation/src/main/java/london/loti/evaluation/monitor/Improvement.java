package london.loti.evaluation.monitor;

/** In which direction a figure gets better. */
public enum Improvement {
    /** More is better. */
    INCREASE,
    /** Less is better. */
    DECREASE,
    /** Neither: a change is worth knowing, but it is not good or bad. */
    NEUTRAL
}
