package london.loti.referral.journey;

/**
 * In which role somebody acts on a referral. It is the part they play here and not their job: a link worker whose own
 * team is asked to help acts as {@link #PROVIDER} on that referral.
 */
public enum Role {
    /** Who refers: staff of a council or a partner. */
    REFERRER,
    /** Who accompanies the resident, splits referrals, and is told when something is late. */
    LINK_WORKER,
    /** Who is asked to help. */
    PROVIDER,
    /** The resident, or somebody who speaks for them at their wish. */
    RESIDENT,
    /** Who looks into safeguarding concerns. */
    SAFEGUARDING_LEAD,
    /** Who answers for the link workers' work. */
    SUPERVISOR,
    /** The clock, the outbox: no person. */
    SYSTEM
}
