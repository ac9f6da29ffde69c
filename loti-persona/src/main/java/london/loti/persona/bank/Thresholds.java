package london.loti.persona.bank;

/**
 * When a match is no match. They belong to the bank, so that an answer means the same in every batch.
 *
 * @param tooCloseBelow the second nearest persona must be further than the nearest by at least this much
 * @param tooFarAbove the nearest persona must be no further than this
 * @param tooLittleKnownBelow at least this share of the weight of all attributes must be answered
 */
public record Thresholds(double tooCloseBelow, double tooFarAbove, double tooLittleKnownBelow) {
    /** A margin of 0.05, a distance of 0.5, half of the weight. */
    public static final Thresholds DEFAULTS = new Thresholds(0.05, 0.5, 0.5);

    /**
     * Checks that all are shares.
     *
     * @param tooCloseBelow the smallest margin, 0 to 1
     * @param tooFarAbove the largest distance, 0 to 1
     * @param tooLittleKnownBelow the smallest share of the weight that must be answered, 0 to 1
     * @throws IllegalArgumentException if one is not of 0 to 1
     */
    public Thresholds {
        requireShare(tooCloseBelow);
        requireShare(tooFarAbove);
        requireShare(tooLittleKnownBelow);
    }

    private static void requireShare(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a bank's 'thresholds' must be of 0 to 1, but one was " + value);
        }
    }
}
