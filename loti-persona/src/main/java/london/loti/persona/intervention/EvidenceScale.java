package london.loti.persona.intervention;

/** A published scale of how sure one can be that something works. A level of one says nothing about the other. */
public enum EvidenceScale {
    /**
     * Nesta's Standards of Evidence: 1 an account of impact, 2 change among users, 3 cause by comparison, 4 explained
     * and replicated, 5 scaled with manuals (Puttick and Ludlow 2013).
     */
    NESTA("Nesta"),
    /**
     * The Maryland Scientific Methods Scale as What Works Growth uses it: 1 no controls, 2 adequate controls, 3 before
     * and after with a comparison group, 4 as good as random, 5 randomised.
     */
    MARYLAND("Maryland");

    private final String label;

    EvidenceScale(String label) {
        this.label = label;
    }

    /** {@return its name for readers} */
    public String label() {
        return label;
    }
}
