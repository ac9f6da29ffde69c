package london.loti.referral.seal;

import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * Encrypts the data keys of residents with a master key of the council. An adapter to the council's key management
 * implements it: the master key need not leave there. Implementations are thread-safe.
 *
 * <p>Where the key management can't be reached, a method throws {@link london.loti.referral.store.StoreException}.
 */
public interface KeyWrapper {
    /**
     * {@return a data key, encrypted, as text of at most 1,000 characters}
     *
     * @param dataKey a resident's key
     * @param subject the resident's token; the result opens for the same token only
     */
    String wrap(SecretKey dataKey, String subject);

    /**
     * {@return a data key that {@link #wrap} encrypted, with the present master key or one before it}
     *
     * @param wrapped what it returned then
     * @param subject the resident's token
     * @throws SealBrokenException if it was changed, belongs to somebody else, or its master key is not here
     */
    SecretKey unwrap(String wrapped, String subject);

    /**
     * {@return whether a key is encrypted with the master key that {@link #wrap} uses now; if not, {@link
     * Sealer#rewrapAll} renews it}
     *
     * @param wrapped what {@link #wrap} returned once
     */
    default boolean isCurrent(String wrapped) {
        return true;
    }

    /**
     * {@return a wrapper with one master key that is at hand}
     *
     * @param id the master key's name, as it stands in what is wrapped, for example {@code 2026-11}
     * @param master an AES key of 256 bits
     * @param random the system's source of chance, unseeded
     * @throws IllegalArgumentException if the key is another
     */
    static KeyWrapper aes(String id, SecretKey master, SecureRandom random) {
        return aes(id, Map.of(id, master), random);
    }

    /**
     * {@return a wrapper that wraps with one master key and unwraps with several: for a change of master keys}
     *
     * @param current the name of the key to wrap with
     * @param masters AES keys of 256 bits by name
     * @param random the system's source of chance, unseeded
     * @throws IllegalArgumentException if a key is another, or the current one is not among them
     */
    static KeyWrapper aes(String current, Map<String, SecretKey> masters, SecureRandom random) {
        return new AesKeyWrapper(current, masters, random);
    }
}
