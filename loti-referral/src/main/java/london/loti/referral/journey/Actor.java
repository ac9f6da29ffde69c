package london.loti.referral.journey;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Who does something to a referral. The embedder has checked who it is; loti checks what they may do.
 *
 * @param id an opaque id in the council's own system; never a name or an e-mail address
 * @param role in which role
 * @param organisation the id of the organisation they act for; null where there is none, as for a resident
 */
public record Actor(String id, Role role, @Nullable String organisation) {
    /** The clock, the outbox: nobody in person. */
    public static final Actor SYSTEM = new Actor("loti", Role.SYSTEM, null);

    /**
     * Checks the form of the ids.
     *
     * @param id an opaque id
     * @param role in which role
     * @param organisation the id of the organisation; null where there is none
     * @throws IllegalArgumentException if an id has another form
     */
    public Actor {
        Require.code("an actor", "id", id);
        Objects.requireNonNull(role, "an actor needs a 'role'");
        if (organisation != null) {
            Require.code("an actor", "organisation", organisation);
        }
    }
}
