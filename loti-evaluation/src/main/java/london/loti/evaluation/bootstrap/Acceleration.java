package london.loti.evaluation.bootstrap;

/** Where the acceleration of a BCa interval comes from: the skewness of how much each unit moves the estimate. */
public enum Acceleration {
    /** The estimate without each unit in turn, centred at their mean (Efron 1987); cheap, and the usual choice. */
    JACKKNIFE,
    /**
     * The regression of the replicates on how often each unit was drawn, as R's {@code boot.ci} does. It needs more
     * replicates than units and a least squares of that size.
     */
    REGRESSION,
    /** None: the interval is corrected for bias only (BC). */
    NONE
}
