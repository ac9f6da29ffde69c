package london.loti.evaluation.compare;

/** The distribution that the p value of a rank test is taken from. */
public enum NullDistribution {
    /** Exact where that takes no longer than a moment, ties or not; otherwise normal with a continuity correction. */
    BEST,
    /** Every way in which the ranks could have fallen, given the ties. */
    EXACT,
    /** Normal, with a variance that allows for ties. */
    NORMAL,
    /** Normal, with a variance that allows for ties, and the statistic half a step nearer to what is expected. */
    NORMAL_CORRECTED
}
