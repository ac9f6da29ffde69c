package london.loti.evaluation.estimate;

/**
 * A confidence interval.
 *
 * @param lower its lower end, in the unit of the estimate; negative infinity where it is open below
 * @param upper its upper end, no less than the lower; infinity where it is open above
 * @param level how often such intervals hold the truth, above 0 and below 1: 0.95 for 95 per cent
 */
public record Interval(double lower, double upper, double level) {
    /** The level that a method uses unless it is told another. */
    public static final double USUAL_LEVEL = 0.95;

    /**
     * Checks the order of the ends.
     *
     * @param lower its lower end; not {@code NaN}
     * @param upper its upper end; not {@code NaN}
     * @param level above 0 and below 1
     * @throws IllegalArgumentException if the ends are missing or in the wrong order, or the level is none
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval's lower end must not be above its upper end, but they were "
                    + lower + " and " + upper);
        }
        requireLevel(level);
    }

    /**
     * {@return a level, if it is one}
     *
     * @param level above 0 and below 1
     * @throws IllegalArgumentException if it is none
     */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "a level must lie between 0 and 1, but was " + level + "\nMaybe 0.95 was meant for 95 per cent.");
        }
        return level;
    }

    /**
     * {@return whether a value lies in the interval, its ends included}
     *
     * @param value the value
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
