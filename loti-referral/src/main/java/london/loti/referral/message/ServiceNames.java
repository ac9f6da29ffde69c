package london.loti.referral.message;

import java.util.Optional;

import london.loti.model.finding.Require;

/** Knows what residents call a service. A service that it does not know is not named to a resident. */
@FunctionalInterface
public interface ServiceNames {
    /**
     * {@return the name of a service; empty where it is unknown}
     *
     * @param service the service's id
     */
    Optional<Name> find(String service);

    /**
     * The name of a service.
     *
     * @param words the name
     * @param confidential whether the name alone tells of what nobody else must know: abuse, an addiction, an illness
     */
    record Name(String words, boolean confidential) {
        /**
         * Checks the name.
         *
         * @param words the name
         * @param confidential whether the name alone tells of what nobody else must know
         */
        public Name {
            Require.text(words, "a service's name must say something");
        }
    }
}
