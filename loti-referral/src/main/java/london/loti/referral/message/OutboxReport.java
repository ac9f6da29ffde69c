package london.loti.referral.message;

import java.util.List;

import london.loti.model.finding.Require;
import london.loti.referral.journey.ReferralId;

/**
 * What became of the messages that waited: codes and opaque ids, so that it may be logged.
 *
 * @param sent how many were handed over
 * @param lines one for each message that was not
 */
public record OutboxReport(int sent, List<Line> lines) {
    /** How a message ended, or did not. */
    public enum State {
        /** It could not be handed over, and never will be; somebody must reach the recipient in another way. */
        FAILED,
        /** It must not be sent, and never will be. */
        WITHHELD,
        /** It stays in the queue. */
        WAITING
    }

    /**
     * Copies the list.
     *
     * @param sent how many were handed over
     * @param lines one for each message that was not
     */
    public OutboxReport {
        lines = List.copyOf(lines);
    }

    /**
     * A message that was not handed over.
     *
     * @param referral which referral
     * @param message the message's id
     * @param state how it ended, or did not
     * @param why a code
     */
    public record Line(ReferralId referral, String message, State state, String why) {
        /**
         * Checks the code.
         *
         * @param referral which referral
         * @param message the message's id
         * @param state how it ended, or did not
         * @param why a code
         */
        public Line {
            Require.code("a line", "why", why);
        }
    }

    /**
     * {@return how many lines have a state}
     *
     * @param state a state
     */
    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }
}
