package london.loti.referral.linkwork;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.UnsentMessage;

/**
 * A piece of open work, and why it stands where it stands in the list.
 *
 * @param referral the referral
 * @param state how things stand with it
 * @param urgency which of the reasons came first
 * @param due when the next thing is due; null where nothing runs
 * @param reasons why, in plain words, the weightiest first; nothing about the resident
 * @param unsent the messages that could not be sent, to send again or to be handled; nothing about the resident
 */
public record WorkItem(
        ReferralId referral,
        ReferralState state,
        Urgency urgency,
        @Nullable Instant due,
        List<String> reasons,
        List<UnsentMessage> unsent) {
    /** Why somebody comes before others, the most urgent first. */
    public enum Urgency {
        /** A safeguarding concern is being looked into: somebody may be at risk. */
        RISK,
        /** Something was due, and was not done. */
        LATE,
        /** A promise to call back falls due: it is kept before new work is begun. */
        PROMISE,
        /** A message could not be sent: somebody does not know what they should. */
        NOT_TOLD,
        /** Something is due today. */
        TODAY,
        /** Nobody has been able to reach the resident. */
        NOT_REACHED,
        /** A service said no; another can be tried. */
        TRY_ANOTHER,
        /** Something is due later. */
        LATER,
        /** It is open, and nothing runs. */
        OPEN
    }

    /**
     * Checks that all is there.
     *
     * @param referral the referral
     * @param state how things stand with it
     * @param urgency which of the reasons came first
     * @param due when the next thing is due; null where nothing runs
     * @param reasons why, in plain words
     * @param unsent the messages that could not be sent
     */
    public WorkItem {
        Objects.requireNonNull(referral, "work needs a 'referral'");
        Objects.requireNonNull(state, "work needs a 'state'");
        Objects.requireNonNull(urgency, "work needs an 'urgency'");
        reasons = List.copyOf(Objects.requireNonNull(reasons, "work needs 'reasons'"));
        unsent = List.copyOf(Objects.requireNonNull(unsent, "work needs its 'unsent' messages"));
    }
}
