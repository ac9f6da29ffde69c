package london.loti.evaluation.economics;

/**
 * By how much costs like these have turned out higher than first said, less what has been done against it: a cost is
 * raised by upper bound × (1 − mitigation).
 *
 * @param upperBound the rise before any mitigation, 0.24 for 24 per cent
 * @param mitigation which part of it is dealt with, from 0 to 1
 */
public record OptimismBias(double upperBound, double mitigation) {
    /**
     * Checks both.
     *
     * @param upperBound 0 or more
     * @param mitigation from 0 to 1
     * @throws IllegalArgumentException if one is not
     */
    public OptimismBias {
        Amounts.notNegative("an upper bound of optimism bias", upperBound);
        Amounts.share("a mitigation of optimism bias", mitigation);
    }

    /** {@return by what a cost is multiplied} */
    public double factor() {
        return 1 + upperBound * (1 - mitigation);
    }
}
