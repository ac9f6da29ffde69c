package london.loti.evaluation.economics;

/**
 * How many councils take part from a year on.
 *
 * @param from the first year
 * @param councils how many there are, the one of the model among them
 * @param residents how many residents they have together
 */
public record Adoption(int from, int councils, long residents) {
    /**
     * Checks the counts.
     *
     * @param from the first year
     * @param councils 1 or more
     * @param residents 1 or more
     * @throws IllegalArgumentException if one is not
     */
    public Adoption {
        Amounts.year("'from'", from);
        if (councils < 1 || residents < 1) {
            throw new IllegalArgumentException(
                    "'councils' and 'residents' must be 1 or more, but were " + councils + " and " + residents);
        }
    }
}
