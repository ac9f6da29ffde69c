package london.loti.referral.journey;

/**
 * How things stand with a referral. The states are those of closed-loop referral in the Gravity project's guide (HL7 SDOH
 * Clinical Care 3.0.0), with a waiting list beside them. Completed is not helped: only the resident knows that.
 */
public enum ReferralState {
    /** Being written; nothing has left. */
    DRAFT,
    /** Sent, and not answered yet. */
    REQUESTED,
    /** On the provider's waiting list, with a place and a day on which that ends. */
    WAITING,
    /** The provider will help, and has not begun. */
    ACCEPTED,
    /** The provider will not help, or the wait ended. */
    REJECTED,
    /** The provider is helping. */
    IN_PROGRESS,
    /** Paused by the provider. */
    ON_HOLD,
    /** The provider has done what was asked. */
    COMPLETED,
    /** The provider could not do what was asked. */
    FAILED,
    /** Stopped by somebody. */
    CANCELLED,
    /** Should never have been. */
    ENTERED_IN_ERROR;

    /** {@return whether somebody still has to do something: from asking until an end} */
    public boolean isOpen() {
        return this == REQUESTED || this == WAITING || this == ACCEPTED || this == IN_PROGRESS || this == ON_HOLD;
    }

    /** {@return whether it has come to an end} */
    public boolean isFinal() {
        return this != DRAFT && !isOpen();
    }
}
