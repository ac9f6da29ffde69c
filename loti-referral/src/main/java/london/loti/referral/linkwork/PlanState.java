package london.loti.referral.linkwork;

/** How things stand with a support plan. */
public enum PlanState {
    /** Being written or changed: the resident has not agreed to it as it stands. */
    DRAFT,
    /** The resident agreed to it as it stands. */
    AGREED,
    /** It is over. */
    CLOSED
}
