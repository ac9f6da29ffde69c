package london.loti.referral.message;

import java.util.Objects;
import java.util.Optional;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.ReferralEvent.Audience;

/**
 * Knows how staff and organisations are reached: an adapter to the council's own directory of staff and partners. It is
 * never asked for a resident, whose address is sealed with the referral. What it throws counts as "try again".
 */
@FunctionalInterface
public interface AddressBook {
    /**
     * {@return how somebody is reached; empty where they are unknown}
     *
     * @param audience in which role they are written to; never {@link Audience#RESIDENT}
     * @param recipient the opaque id of a member of staff, a team or an organisation
     */
    Optional<Address> find(Audience audience, String recipient);

    /**
     * How somebody is reached.
     *
     * @param channel a concept of the codelist of channels
     * @param to the number or address
     * @param byLink whether they have no system of their own, so that they answer through a link in the message
     */
    record Address(
            @Classified(DataClass.OPERATIONAL) ConceptRef channel,
            @Classified(DataClass.CONTACT) Sensitive<String> to,
            @Classified(DataClass.OPERATIONAL) boolean byLink) {
        /**
         * Checks that both are there.
         *
         * @param channel a concept of the codelist of channels
         * @param to the number or address
         * @param byLink whether they answer through a link
         */
        public Address {
            Objects.requireNonNull(channel, "an address needs its 'channel'");
            Objects.requireNonNull(to, "an address needs where 'to'");
        }
    }
}
