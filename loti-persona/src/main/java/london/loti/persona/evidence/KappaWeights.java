package london.loti.persona.evidence;

/** How much a disagreement counts in Cohen's kappa. */
public enum KappaWeights {
    /** Every disagreement the same: for names (Cohen 1960). */
    UNWEIGHTED,
    /** By the number of steps between two categories: for an order (Cohen 1968). */
    LINEAR,
    /** By the square of the number of steps between two categories: for an order (Cohen 1968). */
    QUADRATIC
}
