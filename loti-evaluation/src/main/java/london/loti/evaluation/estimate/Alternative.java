package london.loti.evaluation.estimate;

/** On which side of the value under test the truth is asked to lie; an interval is open on the other side. */
public enum Alternative {
    /** On either side: the p value is two-sided, the interval closed. */
    TWO_SIDED("two-sided"),
    /** Above: the interval has no upper end. */
    GREATER("greater"),
    /** Below: the interval has no lower end. */
    LESS("less");

    private final String words;

    Alternative(String words) {
        this.words = words;
    }

    /** {@return how a result tells it, for example {@code two-sided}} */
    public String words() {
        return words;
    }
}
