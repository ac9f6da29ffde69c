package london.loti.referral.curation;

/** Who stands behind a record, the weightiest first. */
public enum Provenance {
    /** The organisation that gives the service. */
    OWNER,
    /** A regulator, such as one of care or charities. */
    REGULATOR,
    /** Somebody who checks records for others, such as a council's directory team. */
    ASSURER,
    /** Nobody is known to. */
    NONE
}
