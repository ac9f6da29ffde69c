package london.loti.referral.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import london.loti.model.finding.Require;

/** Wraps with a master key in memory. The form: {@code 1:<master key's name>:<base 64>}. */
final class AesKeyWrapper implements KeyWrapper {
    private static final String VERSION = "1";
    private static final String PURPOSE = "loti data key 1";

    private final String current;
    private final Map<String, SecretKey> masters;
    private final SecureRandom random;

    AesKeyWrapper(String current, Map<String, SecretKey> masters, SecureRandom random) {
        this.current = current;
        this.masters = Map.copyOf(masters);
        this.random = Objects.requireNonNull(random, "a wrapper needs a source of chance");
        this.masters.forEach((id, master) -> {
            Require.code("a master key", "id", id);
            byte[] encoded = master.getEncoded();
            if (!"AES".equals(master.getAlgorithm()) || encoded == null || encoded.length != AesGcm.KEY_BYTES) {
                throw new IllegalArgumentException("a master key must be an AES key of 256 bits that is at hand");
            }
            Arrays.fill(encoded, (byte) 0);
        });
        if (!this.masters.containsKey(current)) {
            throw new IllegalArgumentException("the current master key must be among the master keys");
        }
    }

    @Override
    public String wrap(SecretKey dataKey, String subject) {
        SecretKey master = Objects.requireNonNull(masters.get(current));
        byte[] wrapped = AesGcm.encrypt(master, dataKey.getEncoded(), AesGcm.bound(PURPOSE, current, subject), random);
        return VERSION + ":" + current + ":" + Base64.getEncoder().encodeToString(wrapped);
    }

    @Override
    public SecretKey unwrap(String wrapped, String subject) {
        String[] parts = wrapped.split(":", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new SealBrokenException("a wrapped data key has an unknown form", null);
        }
        String id = parts[1];
        SecretKey master = masters.get(id);
        if (master == null) {
            throw new SealBrokenException(
                    "a data key is wrapped with a master key that is not here\nMaybe give the earlier master keys, too.",
                    null);
        }
        byte[] key = AesGcm.decrypt(master, bytes(parts[2]), AesGcm.bound(PURPOSE, id, subject));
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public boolean isCurrent(String wrapped) {
        return wrapped.startsWith(VERSION + ":" + current + ":");
    }

    static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Without its cause: the decoder's message repeats characters.
            throw new SealBrokenException("what is sealed must be base 64", null);
        }
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "KeyWrapper[" + current + "]";
    }
}
