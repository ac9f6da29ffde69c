package london.loti.referral.journey;

import java.time.Instant;
import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;

/**
 * A message that could not be sent, so that somebody does not know what they should. It is work for the link worker until
 * it is queued again, until somebody says that it was handled, or until what it says does not matter any more.
 *
 * @param message which message, for whom, by which template; nothing about the resident
 * @param problem what went wrong, a code
 * @param at when it was given up
 */
public record UnsentMessage(
        @Classified(DataClass.OPERATIONAL) MessageQueued message,
        @Classified(DataClass.OPERATIONAL) String problem,
        @Classified(DataClass.OPERATIONAL) Instant at) {
    /** What is said of a message that had nowhere to go. */
    public static final String NO_ADDRESS = "no-address";

    /**
     * Checks that all is there.
     *
     * @param message which message, for whom, by which template
     * @param problem what went wrong, a code
     * @param at when it was given up
     */
    public UnsentMessage {
        Objects.requireNonNull(message, "an unsent message needs its 'message'");
        Require.code("an unsent message", "problem", problem);
        Objects.requireNonNull(at, "an unsent message needs 'at'");
    }

    /** Whether another message says the same to the same. */
    boolean isSaidBy(MessageQueued other) {
        return message.audience() == other.audience()
                && message.recipient().equals(other.recipient())
                && message.template().equals(other.template());
    }

    /**
     * Whether nobody needs to hear it any more: a request that was answered, a question whose answer is known, a concern
     * that was looked into. After an erasure only a provider is still told to stop.
     */
    boolean isMoot(ReferralState state, boolean outcomeKnown, boolean paused, boolean erased) {
        return switch (message.audience()) {
            case PROVIDER -> message.template().equals(MessageQueued.REQUEST) && state != ReferralState.REQUESTED;
            case RESIDENT -> erased || (message.template().equals(MessageQueued.QUESTION) && outcomeKnown);
            case SAFEGUARDING_LEAD -> erased || !paused;
            case REFERRER, LINK_WORKER -> erased;
        };
    }

    /** {@return for whom it was} */
    public Audience audience() {
        return message.audience();
    }
}
