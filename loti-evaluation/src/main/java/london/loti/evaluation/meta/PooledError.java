package london.loti.evaluation.meta;

/** How the error of the pooled estimate is found. */
public enum PooledError {
    /** From the weights alone, with normal quantiles. */
    NORMAL("normal"),
    /**
     * From the weighted spread of the estimates, with t quantiles of k − 1 degrees of freedom (Hartung, Knapp, Sidik and
     * Jonkman): doi:10.1186/1471-2288-14-25. It depends on the tau² that made the weights.
     */
    HARTUNG_KNAPP("HKSJ"),
    /** The same, but never below that from the weights alone (R's {@code metafor} calls it ad hoc). */
    HARTUNG_KNAPP_AT_LEAST_NORMAL("HKSJ, at least normal");

    private final String label;

    PooledError(String label) {
        this.label = label;
    }

    /** The name under which results tell it. */
    String label() {
        return label;
    }
}
