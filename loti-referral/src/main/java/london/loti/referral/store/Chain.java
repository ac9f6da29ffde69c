package london.loti.referral.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How events hang together. The hash of an event is SHA-256 over the hash before it and every field but the sealed
 * text itself, of which its digest counts: so an erasure leaves all hashes as they are. Each field goes in as its length
 * in four bytes and its UTF-8; an absent one as length -1. A chain shows a change and a gap; to show a cut end, keep
 * {@link #head} somewhere else.
 *
 * <p>Every store calls {@link #link} while it holds its lock; nothing else makes hashes.
 */
public final class Chain {
    /** What stands in place of a hash before the first event: 64 noughts. */
    public static final String START = "0".repeat(64);

    private Chain() {}

    /**
     * The end of a chain.
     *
     * @param sequence the place of the last event; 0 where there is none
     * @param hash its hash; {@link #START} where there is none
     */
    public record Head(long sequence, String hash) {
        /** The end of an empty chain. */
        public static final Head EMPTY = new Head(0, START);
    }

    /**
     * {@return the events of an append with their places and hashes}
     *
     * @param head the end of the chain now
     * @param append what to add; its stream must have the version that it expects
     * @param notBefore the time of the stream's last event, for clocks that go back; null for a new stream
     */
    public static List<StoredEvent> link(Head head, Append append, @Nullable Instant notBefore) {
        List<StoredEvent> linked = new ArrayList<>(append.events().size());
        Head end = head;
        Instant earliest = notBefore;
        long version = append.expectedVersion();
        for (NewEvent event : append.events()) {
            Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
            at = earliest != null && at.isBefore(earliest) ? earliest : at;
            earliest = at;
            version++;
            String sealed = event.sealed();
            StoredEvent unhashed = new StoredEvent(
                    end.sequence() + 1,
                    append.stream(),
                    version,
                    event.subject(),
                    event.type(),
                    event.schemaVersion(),
                    at,
                    event.actor(),
                    event.role(),
                    append.command(),
                    event.open(),
                    sealed,
                    sealed == null ? null : digest(sealed),
                    end.hash(),
                    START);
            StoredEvent stored = withHash(unhashed, hash(unhashed));
            linked.add(stored);
            end = head(stored);
        }
        return List.copyOf(linked);
    }

    /**
     * {@return the end of a chain whose last event this is}
     *
     * @param last the last event
     */
    public static Head head(StoredEvent last) {
        return new Head(last.sequence(), last.hash());
    }

    /**
     * {@return the hash that an event must have}
     *
     * @param event an event; its own hash does not count
     */
    public static String hash(StoredEvent event) {
        MessageDigest sha = sha256();
        add(sha, event.previousHash());
        add(sha, Long.toString(event.sequence()));
        add(sha, event.stream());
        add(sha, Long.toString(event.version()));
        add(sha, event.subject());
        add(sha, event.type());
        add(sha, Integer.toString(event.schemaVersion()));
        add(sha, Long.toString(event.at().toEpochMilli()));
        add(sha, event.actor());
        add(sha, event.role());
        add(sha, event.command());
        add(sha, event.open());
        add(sha, event.sealedDigest());
        return HexFormat.of().formatHex(sha.digest());
    }

    /**
     * {@return SHA-256 of a sealed text in hexadecimal}
     *
     * @param sealed the text
     */
    public static String digest(String sealed) {
        return HexFormat.of().formatHex(sha256().digest(sealed.getBytes(StandardCharsets.UTF_8)));
    }

    private static StoredEvent withHash(StoredEvent e, String hash) {
        return new StoredEvent(
                e.sequence(),
                e.stream(),
                e.version(),
                e.subject(),
                e.type(),
                e.schemaVersion(),
                e.at(),
                e.actor(),
                e.role(),
                e.command(),
                e.open(),
                e.sealed(),
                e.sealedDigest(),
                e.previousHash(),
                hash);
    }

    private static void add(MessageDigest sha, @Nullable String field) {
        if (field == null) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
