package london.loti.evaluation.instrument;

/** What somebody must do before they may use an instrument. */
public enum LicenceGate {
    /** Nothing; the wording may be passed on too. */
    FREE(false),
    /** Name its authors wherever results are shown; the wording is asked of them. */
    CITE(false),
    /** Register with its owner before the first use, and get the wording from there. */
    REGISTER(true),
    /**
     * Hold a licence, and often be trained. Questions are asked with the owner's own forms or tools; only the scores
     * come in here.
     */
    LICENSED_IMPORT_ONLY(true);

    private final boolean acknowledged;

    LicenceGate(boolean acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** {@return whether a {@link LicenceAcknowledgement} is wanted before the instrument opens} */
    public boolean needsAcknowledgement() {
        return acknowledged;
    }
}
