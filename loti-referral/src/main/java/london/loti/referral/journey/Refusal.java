package london.loti.referral.journey;

/**
 * Why something may not happen to a referral.
 *
 * @param rule the rule
 * @param words the rule in plain words; nothing about the resident
 */
public record Refusal(Rule rule, String words) {
    /** The rules beside the table of transitions, and the table itself. */
    public enum Rule {
        /** There is no such referral. */
        UNKNOWN_REFERRAL,
        /** The table does not allow it in this state. */
        NOT_NOW,
        /** The table does not allow it to this role. */
        NOT_THIS_ROLE,
        /** It is another organisation that was asked. */
        OTHER_ORGANISATION,
        /** The permission that was recorded breaks a rule. */
        PERMISSION_REFUSED,
        /** No permission is in force that covers the organisation that is asked. */
        NO_PERMISSION,
        /** The permission is about somebody else. */
        OTHER_RESIDENT,
        /** A safeguarding concern is being looked into. */
        SAFEGUARDING,
        /** There is no concern to release. */
        NO_CONCERN,
        /** The same service is asked for the same resident already. */
        DUPLICATE,
        /** A code is not in its codelist. */
        UNKNOWN_CODE,
        /** A day or time is not where it must be, before or after now. */
        WRONG_TIME,
        /** A link is spent, taken back, or too old, or unknown. */
        LINK_NOT_GOOD,
        /** A message is unknown, or had its end already. */
        MESSAGE_NOT_OPEN,
        /** Nothing may be erased now. */
        LEGAL_HOLD,
        /** The resident's data were erased. */
        ERASED
    }
}
