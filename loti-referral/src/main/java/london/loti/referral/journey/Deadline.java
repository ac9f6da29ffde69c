package london.loti.referral.journey;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that must be done by a time. Where it is not, it is reported to the link worker, and is never just lost.
 *
 * @param kind what must be done
 * @param due by when
 */
public record Deadline(Kind kind, Instant due) {
    /** What must be done by a time. */
    public enum Kind {
        /** The provider answers. */
        ANSWER,
        /** Somebody is in touch with the resident for the first time after the provider accepted. */
        FIRST_CONTACT,
        /** The place on the waiting list becomes a place, or ends. */
        WAITING_PLACE,
        /** The safeguarding lead looks. */
        SAFEGUARDING,
        /** The resident is asked whether it helped. */
        ASK_RESIDENT
    }

    /**
     * Checks that both are there.
     *
     * @param kind what must be done
     * @param due by when
     */
    public Deadline {
        Objects.requireNonNull(kind, "a deadline needs a 'kind'");
        Objects.requireNonNull(due, "a deadline needs when it is 'due'");
    }
}
