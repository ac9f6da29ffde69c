package london.loti.referral.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * Somebody wants something to happen to a referral. A command that comes twice happens once.
 *
 * @param id the command's own id of at most 72 characters, chosen by the sender: a random UUID, kept until there is an
 *     answer
 * @param referral which referral
 * @param expectedVersion the version that the sender has seen; 0 for a new referral
 * @param actor who wants it
 * @param event what is to happen
 */
public record Command(String id, ReferralId referral, long expectedVersion, Actor actor, ReferralEvent event) {
    /** The ids of the messages that follow are made from it. */
    private static final int LONGEST_ID = 72;

    private static final int HASH = 40;

    /**
     * Checks that all is there.
     *
     * @param id the command's own id
     * @param referral which referral
     * @param expectedVersion the version that the sender has seen; 0 for a new referral
     * @param actor who wants it
     * @param event what is to happen
     */
    public Command {
        Require.code("a command", "id", id);
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("a command's 'id' must be at most " + LONGEST_ID + " characters long");
        }
        Objects.requireNonNull(referral, "a command needs a 'referral'");
        Objects.requireNonNull(actor, "a command needs an 'actor'");
        Objects.requireNonNull(event, "a command needs an 'event'");
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("an expected version must not be below 0");
        }
    }

    /**
     * {@return an id that follows from texts, so that the same thing wanted again, by whichever machine, has the same id}
     *
     * @param kind what it is an id of, a code of at most 24 characters
     * @param texts what it follows from, in this order
     */
    public static String idFrom(String kind, String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return kind + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
