package london.loti.referral.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One event as a store keeps it. It never changes, but for one thing: an erasure takes {@code sealed} away, and leaves
 * {@code sealedDigest}, so that the chain of hashes still holds.
 *
 * @param sequence its place in the whole store, from 1 on without a gap
 * @param stream what it belongs to, for example a referral's id
 * @param version its place in the stream, from 1 on without a gap
 * @param subject the resident's token, which means nothing outside the council's own system; null where it is about
 *     nobody
 * @param type the kind of event, for example {@code Accepted}
 * @param schemaVersion the version of its JSON
 * @param at when it was recorded, to the millisecond; never before the event before it in its stream
 * @param actor an opaque id of who did it; never a name
 * @param role in which role, for example {@code LINK_WORKER}
 * @param command the id of the command that it came from; a command that comes again adds nothing
 * @param open the part that is not about a person, as JSON on one line
 * @param sealed the rest, encrypted, in base 64; null where there is nothing, or where it was erased
 * @param sealedDigest SHA-256 of {@code sealed} in hexadecimal; null where there never was anything
 * @param previousHash the hash of the event before it in the store; of the first, {@link Chain#START}
 * @param hash its own hash, see {@link Chain}
 */
public record StoredEvent(
        long sequence,
        String stream,
        long version,
        @Nullable String subject,
        String type,
        int schemaVersion,
        Instant at,
        String actor,
        String role,
        String command,
        String open,
        @Nullable String sealed,
        @Nullable String sealedDigest,
        String previousHash,
        String hash) {
    /**
     * Checks what every store may rely on.
     *
     * @param sequence its place in the whole store
     * @param stream what it belongs to
     * @param version its place in the stream
     * @param subject the resident's token; null where it is about nobody
     * @param type the kind of event
     * @param schemaVersion the version of its JSON
     * @param at when it was recorded, to the millisecond
     * @param actor an opaque id of who did it
     * @param role in which role
     * @param command the id of the command that it came from
     * @param open the part that is not about a person
     * @param sealed the rest, encrypted; null where there is nothing, or where it was erased
     * @param sealedDigest SHA-256 of {@code sealed}; null where there never was anything
     * @param previousHash the hash of the event before it in the store
     * @param hash its own hash
     * @throws IllegalArgumentException if a number is below 1, a code has another form than {@link Require#code} wants,
     *     or the time is finer than a millisecond
     */
    public StoredEvent {
        if (sequence < 1 || version < 1 || schemaVersion < 1) {
            throw new IllegalArgumentException("an event's sequence and versions must be at least 1");
        }
        Require.code("an event", "stream", stream);
        Require.code("an event", "type", type);
        Require.code("an event", "actor", actor);
        Require.code("an event", "role", role);
        Require.code("an event", "command", command);
        if (!at.truncatedTo(ChronoUnit.MILLIS).equals(at)) {
            throw new IllegalArgumentException("an event's time must be to the millisecond");
        }
        Require.text(open, "an event needs its 'open' part");
        Objects.requireNonNull(previousHash, "an event needs the hash before it");
        Objects.requireNonNull(hash, "an event needs its 'hash'");
        if (sealed != null && sealedDigest == null) {
            throw new IllegalArgumentException("what is sealed needs its digest");
        }
    }

    /** {@return the same after its sealed part was erased} */
    public StoredEvent erased() {
        return new StoredEvent(
                sequence,
                stream,
                version,
                subject,
                type,
                schemaVersion,
                at,
                actor,
                role,
                command,
                open,
                null,
                sealedDigest,
                previousHash,
                hash);
    }

    /** {@return whether its sealed part was erased} */
    public boolean isErased() {
        return sealed == null && sealedDigest != null;
    }

    /** Says which event it is, and nothing of what it holds or about whom. */
    @Override
    public String toString() {
        return "StoredEvent[" + sequence + ", " + type + ", version " + version + ", redacted]";
    }
}
