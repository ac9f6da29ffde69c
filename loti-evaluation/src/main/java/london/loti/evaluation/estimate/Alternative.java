package london.loti.evaluation.estimate;

/** On which side of the value under test the truth is asked to lie; an interval is open on the other side. */
public enum Alternative {
    /** On either side: the p value is two-sided, the interval closed. */
    TWO_SIDED,
    /** Above: the interval has no upper end. */
    GREATER,
    /** Below: the interval has no lower end. */
    LESS
}
