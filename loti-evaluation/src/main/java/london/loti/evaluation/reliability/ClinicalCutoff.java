package london.loti.evaluation.reliability;

/**
 * Where the line lies between people who need help and people who do not. Source: Jacobson and Truax 1991,
 * <a href="https://doi.org/10.1037/0022-006X.59.1.12">doi:10.1037/0022-006X.59.1.12</a>, who advise C where both groups
 * are known and overlap.
 */
public enum ClinicalCutoff {
    /** Two standard deviations from the mean of people who need help, towards the others. */
    A,
    /** Two standard deviations from the mean of the others, towards those who need help. */
    B,
    /** Where a person is equally likely to be of either group: the means weighted by the other group's deviation. */
    C;

    /**
     * {@return the cut-off, in the unit of the score}
     *
     * @param helpMean the mean of people who need help
     * @param helpSd their standard deviation, above 0
     * @param otherMean the mean of people who do not
     * @param otherSd their standard deviation, above 0
     * @throws IllegalArgumentException if a deviation is not above 0, or the means are equal
     */
    public double value(double helpMean, double helpSd, double otherMean, double otherSd) {
        if (!(helpSd > 0 && otherSd > 0)) {
            throw new IllegalArgumentException(
                    "standard deviations must be above 0, but were " + helpSd + " and " + otherSd);
        }
        double towards = Math.signum(otherMean - helpMean);
        if (!(towards != 0)) {
            throw new IllegalArgumentException("the two groups must have different means, but both had " + helpMean);
        }
        return switch (this) {
            case A -> helpMean + towards * 2 * helpSd;
            case B -> otherMean - towards * 2 * otherSd;
            case C -> (otherSd * helpMean + helpSd * otherMean) / (otherSd + helpSd);
        };
    }
}
