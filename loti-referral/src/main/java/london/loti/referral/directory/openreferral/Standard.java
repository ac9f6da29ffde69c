package london.loti.referral.directory.openreferral;

/** A version of Open Referral in which directories are published. */
public enum Standard {
    /** The international Human Services Data Specification, version 3.0. */
    HSDS_3_0("HSDS 3.0"),
    /** Its version 3.1, which adds capacity, further web addresses and labels. */
    HSDS_3_1("HSDS 3.1"),
    /** The profile of HSDS 3.0 for the United Kingdom. */
    ORUK_3_0("Open Referral UK 3.0"),
    /** Its forerunner, with other names of fields and another shape of pages. */
    ORUK_1_0("Open Referral UK 1.0");

    private final String title;

    Standard(String title) {
        this.title = title;
    }

    /** {@return its name as people write it, for example {@code Open Referral UK 3.0}} */
    public String title() {
        return title;
    }

    /** Whether records have the names of HSDS, as all but one standard do. */
    boolean isHsds() {
        return this != ORUK_1_0;
    }
}
