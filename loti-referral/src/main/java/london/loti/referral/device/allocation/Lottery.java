package london.loti.referral.device.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import london.loti.model.provenance.Dataset;

/**
 * The lottery: everybody's number is the beginning of a hash of the seed and their opaque id, so that it depends on
 * nobody else and on no order, and anybody who knows both can work it out again. The lowest number comes first.
 */
final class Lottery {
    static final String ALGORITHM = "SHA-256 of 'loti-lot', version, seed and id; lowest number first";
    static final int VERSION = 1;

    private final long seed;

    Lottery(long seed) {
        this.seed = seed;
    }

    /** To be compared as unsigned. */
    long number(String id) {
        MessageDigest digest = Dataset.newDigest();
        String drawn = "loti-lot|" + VERSION + "|" + seed + "|" + id;
        return ByteBuffer.wrap(digest.digest(drawn.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
