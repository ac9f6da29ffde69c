package london.loti.referral.journey;

/** How a referral came about. */
public enum Route {
    /** Staff referred the resident. */
    DIRECT,
    /** The resident asked themselves. */
    SELF,
    /** A link worker split another referral to several services. */
    SPLIT,
    /** Another service was asked after one that could not help. */
    RE_REFERRAL,
    /** The service is asked to find out more first. */
    FURTHER_ASSESSMENT
}
