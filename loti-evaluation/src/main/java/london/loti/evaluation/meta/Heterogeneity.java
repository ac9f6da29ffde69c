package london.loti.evaluation.meta;

/** How much the true effects are taken to vary between councils: tau², their variance. */
public enum Heterogeneity {
    /** Not at all: one true effect, or an average over just these councils (fixed effect). */
    NONE("fixed effect"),
    /** By the method of moments: DerSimonian and Laird 1986, doi:10.1016/0197-2456(86)90046-2. */
    DERSIMONIAN_LAIRD("DL"),
    /** By restricted maximum likelihood, Fisher scoring until a step is below 1e-12 of its size; the usual choice. */
    REML("REML");

    private final String label;

    Heterogeneity(String label) {
        this.label = label;
    }

    /** The name under which results tell it. */
    String label() {
        return label;
    }
}
