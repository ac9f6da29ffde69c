package london.loti.persona.evidence;

/**
 * When agreement on a category is enough, and when there are too few cases to say. They are conventions, not laws of
 * nature: 0.8 and 0.667 are Krippendorff's for conclusions that are firm and tentative (Krippendorff 2004,
 * <a href="https://doi.org/10.1111/j.1468-2958.2004.tb00738.x">doi:10.1111/j.1468-2958.2004.tb00738.x</a>); the ratio
 * of 1 is that of chance; ten cases are loti's judgement.
 *
 * @param tentative the least alpha for which a category may be kept for now
 * @param firm the least alpha for which it may be relied on
 * @param confusedFrom the ratio of observed to expected from which a pair counts as confused; 1 is as often as by chance
 * @param fewestCases a category that was chosen for fewer cases gets no advice
 */
public record AdviceThresholds(double tentative, double firm, double confusedFrom, int fewestCases) {
    /** Krippendorff's 0.667 and 0.8, as often as by chance, ten cases. */
    public static final AdviceThresholds DEFAULTS = new AdviceThresholds(0.667, 0.8, 1, 10);

    /**
     * Checks that the thresholds are in order.
     *
     * @param tentative the least alpha for which a category may be kept for now, at most {@code firm}
     * @param firm the least alpha for which it may be relied on, at most 1
     * @param confusedFrom the ratio from which a pair counts as confused, above 0
     * @param fewestCases at least 2
     * @throws IllegalArgumentException if they are not
     */
    public AdviceThresholds {
        if (!(tentative <= firm && firm <= 1)) {
            throw new IllegalArgumentException("thresholds must be tentative ≤ firm ≤ 1, but were " + tentative
                    + " and " + firm + "\nMaybe they are the wrong way round.");
        }
        if (!(confusedFrom > 0 && confusedFrom < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("confusedFrom must be above 0, but was " + confusedFrom);
        }
        if (fewestCases < 2) {
            throw new IllegalArgumentException("fewestCases must be 2 or more, but was " + fewestCases);
        }
    }
}
