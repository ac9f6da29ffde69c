package london.loti.referral.curation;

/** Who acts on a record. */
public enum CuratorRole {
    /** The organisation that gives the service. */
    PROVIDER,
    /** Somebody of the directory team who checks records of others. */
    REVIEWER,
    /** The software, when a record has grown old. */
    CLOCK
}
