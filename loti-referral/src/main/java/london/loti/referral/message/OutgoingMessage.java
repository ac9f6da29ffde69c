package london.loti.referral.message;

import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

/**
 * A message that may leave now. It holds all that a sender needs and nothing else: not whom the referral is about, and not
 * which referral it is, unless the words say so.
 *
 * @param id its id, the same whenever the same message comes again
 * @param channel how to send it, a concept of the codelist of channels; for {@code telephone} the body is what the
 *     person who calls should say
 * @param to the number or address
 * @param subject its subject, which never holds anything about anybody
 * @param html whether the body is HTML; else it is plain text
 * @param body its words
 */
public record OutgoingMessage(
        @Classified(DataClass.OPERATIONAL) String id,
        @Classified(DataClass.OPERATIONAL) ConceptRef channel,
        @Classified(DataClass.CONTACT) Sensitive<String> to,
        @Classified(DataClass.OPERATIONAL) String subject,
        @Classified(DataClass.OPERATIONAL) boolean html,
        @Classified(DataClass.PERSONAL) Sensitive<String> body) {
    /**
     * Checks that all is there.
     *
     * @param id its id
     * @param channel how to send it
     * @param to the number or address
     * @param subject its subject
     * @param html whether the body is HTML
     * @param body its words
     */
    public OutgoingMessage {
        Require.code("a message", "id", id);
        Objects.requireNonNull(channel, "a message needs its 'channel'");
        Objects.requireNonNull(to, "a message needs whom it is 'to'");
        Require.text(subject, "a message needs a 'subject'");
        Objects.requireNonNull(body, "a message needs a 'body'");
    }

    /** Says by which channel, and nothing about whom or what. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + channel + ", redacted]";
    }
}
