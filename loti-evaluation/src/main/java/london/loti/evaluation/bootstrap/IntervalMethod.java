package london.loti.evaluation.bootstrap;

/** How an interval is read off the replicates; formulas: Davison and Hinkley 1997, chapter 5, ISBN 978-0-521-57471-6. */
public enum IntervalMethod {
    /** The estimate less its bootstrap bias, out to normal quantiles of the bootstrap standard error. */
    NORMAL,
    /** Twice the estimate less the quantiles of the replicates, the ends swapped. */
    BASIC,
    /** The quantiles of the replicates. */
    PERCENTILE,
    /**
     * The quantiles of the replicates at levels that are corrected for bias and for an error that changes with the
     * estimate (bias-corrected and accelerated); the usual choice.
     */
    BCA
}
