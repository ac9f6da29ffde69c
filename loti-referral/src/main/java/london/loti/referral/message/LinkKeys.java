package london.loti.referral.message;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;

import london.loti.model.finding.Require;

/**
 * The keys that links are signed with. An adapter to the council's key management implements it. For a change of keys a
 * new one becomes current, and the old one stays until the last of its links has expired; a key that is taken away makes
 * all its links useless at once. Thread-safe.
 */
public interface LinkKeys {
    /** {@return the name of the key to sign with now, as it stands in links, for example {@code 2026-11}} */
    String current();

    /**
     * {@return a key for HMAC with SHA-256; empty where it is unknown or was taken away}
     *
     * @param id its name
     */
    Optional<SecretKey> find(String id);

    /**
     * {@return keys that are at hand}
     *
     * @param current the name of the key to sign with
     * @param keys keys of at least 256 random bits by name; never the key that seals residents' data
     * @throws IllegalArgumentException if a key is shorter, or the current one is not among them
     */
    static LinkKeys of(String current, Map<String, SecretKey> keys) {
        Map<String, SecretKey> copy = Map.copyOf(keys);
        copy.forEach((id, key) -> {
            Require.code("a link key", "id", id);
            byte[] encoded = key.getEncoded();
            if (encoded != null && encoded.length < LinkToken.MAC_BYTES) {
                throw new IllegalArgumentException("a link key must have at least 256 bits");
            }
        });
        Objects.requireNonNull(current, "link keys need a 'current' one");
        if (!copy.containsKey(current)) {
            throw new IllegalArgumentException("the current link key must be among the link keys");
        }
        return new LinkKeys() {
            @Override
            public String current() {
                return current;
            }

            @Override
            public Optional<SecretKey> find(String id) {
                return Optional.ofNullable(copy.get(id));
            }
        };
    }
}
