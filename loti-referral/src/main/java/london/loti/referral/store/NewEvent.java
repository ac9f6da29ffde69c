package london.loti.referral.store;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * An event on its way into a store, before it has a place in the chain. What is about a person is sealed already.
 *
 * @param subject the resident's token; null where it is about nobody
 * @param type the kind of event
 * @param schemaVersion the version of its JSON
 * @param at when it happened, by the clock of whoever records it
 * @param actor an opaque id of who did it
 * @param role in which role
 * @param open the part that is not about a person, as JSON on one line
 * @param sealed the rest, encrypted, in base 64; null where there is nothing
 */
public record NewEvent(
        @Nullable String subject,
        String type,
        int schemaVersion,
        Instant at,
        String actor,
        String role,
        String open,
        @Nullable String sealed) {
    /**
     * Checks the codes.
     *
     * @param subject the resident's token; null where it is about nobody
     * @param type the kind of event
     * @param schemaVersion the version of its JSON
     * @param at when it happened
     * @param actor an opaque id of who did it
     * @param role in which role
     * @param open the part that is not about a person
     * @param sealed the rest, encrypted; null where there is nothing
     */
    public NewEvent {
        Require.code("an event", "type", type);
        Require.code("an event", "actor", actor);
        Require.code("an event", "role", role);
        Require.text(open, "an event needs its 'open' part");
        Objects.requireNonNull(at, "an event needs its time 'at'");
    }

    /** Says which event it is, and nothing of what it holds or about whom. */
    @Override
    public String toString() {
        return "NewEvent[" + type + ", redacted]";
    }
}
