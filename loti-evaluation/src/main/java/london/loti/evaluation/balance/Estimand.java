package london.loti.evaluation.balance;

/** For whom an effect is asked. */
public enum Estimand {
    /** For everybody: what would change if all were treated rather than none. */
    ATE("effect on all"),
    /** For the treated: what the treatment changed for those who had it. */
    ATT("effect on the treated"),
    /** For the overlap: those whom the treatment might as well have reached as not (Li and others 2018). */
    ATO("effect on the overlap");

    private final String term;

    Estimand(String term) {
        this.term = term;
    }

    /** {@return the name that estimates bear} */
    String term() {
        return term;
    }
}
