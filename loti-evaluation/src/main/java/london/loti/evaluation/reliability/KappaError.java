package london.loti.evaluation.reliability;

/** By which formula the standard error of kappa is computed. Without weights both are the same. */
public enum KappaError {
    /**
     * As published: Fleiss, Cohen and Everitt 1969,
     * <a href="https://doi.org/10.1037/h0028106">doi:10.1037/h0028106</a>.
     */
    FLEISS_COHEN_EVERITT,
    /**
     * As {@code psych::cohen.kappa} of R computes it (2.2.9): where the published formula has the mean weight of a
     * column, over the first rater's shares, it has the first rater's share of that category times the sum of the
     * column's weights. For those who must repeat its numbers.
     */
    PSYCH
}
