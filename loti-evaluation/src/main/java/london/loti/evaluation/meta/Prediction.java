package london.loti.evaluation.meta;

/** How far a prediction interval, where the effect of a further council may lie, reaches out. */
public enum Prediction {
    /** To normal quantiles, as {@code predict.rma} of R's metafor with its usual test. */
    NORMAL("normal"),
    /** To t quantiles of k − 2 degrees of freedom: Higgins, Thompson and Spiegelhalter 2009. */
    STUDENT("t(k-2)");

    private final String label;

    Prediction(String label) {
        this.label = label;
    }

    /** The name under which results tell it. */
    String label() {
        return label;
    }
}
