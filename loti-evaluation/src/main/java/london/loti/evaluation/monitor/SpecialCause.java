package london.loti.evaluation.monitor;

/**
 * The rule by which a point shows a special cause. A point of which several rules are true has the first of them in this
 * order: limits, trend, two of three, seven on one side.
 */
public enum SpecialCause {
    /** None of the rules: common cause. */
    NONE("common cause", false),
    /** The point lies above the upper limit. */
    ABOVE_LIMIT("above the upper limit", true),
    /** The point lies below the lower limit. */
    BELOW_LIMIT("below the lower limit", false),
    /** One of seven or more points in a row, each above the one before. */
    TREND_UP("seven points rising", true),
    /** One of seven or more points in a row, each below the one before. */
    TREND_DOWN("seven points falling", false),
    /** Near the upper limit, as is another one of three points in a row that all lie above the mean. */
    TWO_OF_THREE_ABOVE("two of three near the upper limit", true),
    /** Near the lower limit, as is another one of three points in a row that all lie below the mean. */
    TWO_OF_THREE_BELOW("two of three near the lower limit", false),
    /** One of seven or more points in a row that all lie above the mean. */
    SEVEN_ABOVE("seven points above the mean", true),
    /** One of seven or more points in a row that all lie below the mean. */
    SEVEN_BELOW("seven points below the mean", false);

    private final String words;
    private final boolean upwards;

    SpecialCause(String words, boolean upwards) {
        this.words = words;
        this.upwards = upwards;
    }

    /** {@return the rule in plain words, for a table} */
    public String words() {
        return words;
    }

    /** {@return whether the sign is of more than usual; false for one of less, and for {@link #NONE}} */
    public boolean isUpwards() {
        return upwards;
    }
}
