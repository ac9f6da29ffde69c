package london.loti.model.metric;

/** The unit of a metric. */
public enum MetricUnit {
    /** A count of people. */
    PEOPLE,
    /** A count of households. */
    HOUSEHOLDS,
    /** A share from 0 to 100. */
    PERCENT,
    /** A share from 0 to 1. */
    PROPORTION,
    /** Events, people or amounts for each of something else; the definition says for each what, 1,000 residents if not. */
    RATE,
    /** A number on a scale of its own, from its publisher or from an index. */
    SCORE,
    /** A place in an order; the definition says what the first place means. */
    RANK;

    /** {@return whether a value counts people or households, so that a small one may point at somebody} */
    public boolean countsPeople() {
        return this == PEOPLE || this == HOUSEHOLDS;
    }

    /** {@return whether a value is a share, from which a small count may be worked out} */
    public boolean isShare() {
        return this == PERCENT || this == PROPORTION;
    }
}
