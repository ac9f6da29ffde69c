package london.loti.referral.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;

import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;

/**
 * Seals what is about a resident, and opens it. Each resident has a data key of their own, which the store keeps wrapped;
 * the first {@link #seal} makes it, {@link #shred} destroys it for good.
 *
 * <p>A sealed text is base 64 of one byte for the version, a random 96-bit initialisation vector, and AES-256 in Galois
 * counter mode with its tag. It is bound to the resident and to a context: put elsewhere, it does not open. How long it is
 * tells how long the text was.
 *
 * <p>As made by {@link #of}, it keeps no key: every call asks the store, so that a key destroyed by any process opens
 * nothing from then on. {@link #keepingKeysFor} trades that for speed. Thread-safe.
 */
public final class Sealer {
    private static final byte VERSION = 1;
    private static final String PURPOSE = "loti sealed text 1";
    private static final int REWRAPPED_AT_ONCE = 500;

    private final ReferralStore store;
    private final KeyWrapper wrapper;
    private final SecureRandom random;
    private final KeptKeys kept;

    private Sealer(ReferralStore store, KeyWrapper wrapper, SecureRandom random, KeptKeys kept) {
        this.store = store;
        this.wrapper = wrapper;
        this.random = random;
        this.kept = kept;
    }

    /**
     * {@return a sealer that keeps no key}
     *
     * @param store where the wrapped data keys are
     * @param wrapper the way to the council's master key
     * @param random the system's source of chance, unseeded
     */
    public static Sealer of(ReferralStore store, KeyWrapper wrapper, SecureRandom random) {
        return new Sealer(
                Objects.requireNonNull(store, "a sealer needs a store"),
                Objects.requireNonNull(wrapper, "a sealer needs a key wrapper"),
                Objects.requireNonNull(random, "a sealer needs a source of chance"),
                KeptKeys.NONE);
    }

    /**
     * {@return a sealer that keeps the data keys of up to 1,000 residents in memory for a while, where every unwrapping
     * costs a call to a key management}
     *
     * <p>A key that another process destroys may open what is sealed until this time has passed, and no longer; one that is
     * destroyed through this sealer opens nothing from then on.
     *
     * @param time how long a key may be kept, more than nothing and at most an hour
     * @param clock the clock
     */
    public Sealer keepingKeysFor(Duration time, Clock clock) {
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("keys must be kept for more than nothing and at most an hour");
        }
        return new Sealer(store, wrapper, random, new KeptKeys(time, clock));
    }

    /**
     * {@return a sealer for one piece of work, such as to rebuild a referral: it asks for the key of each resident once} One
     * that keeps keys already is as good. Let go of it when the work is done.
     */
    public Sealer forOneTask() {
        return kept == KeptKeys.NONE ? new Sealer(store, wrapper, random, KeptKeys.forOneTask()) : this;
    }

    /**
     * {@return a text, sealed with the resident's data key}
     *
     * @param subject the resident's token
     * @param context what the text belongs to, for example the stream and the type of an event; not secret, and needed to
     *     open it
     * @param plain the text; half a surrogate pair, which is no character, becomes a question mark
     * @throws KeyDestroyedException if the resident's key was destroyed
     */
    public String seal(String subject, String context, String plain) {
        SecretKey key = kept.get(subject, () -> keyOf(subject)).orElseGet(() -> newKey(subject));
        byte[] encrypted = AesGcm.encrypt(key, plain.getBytes(StandardCharsets.UTF_8), bound(subject, context), random);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(1 + encrypted.length)
                        .put(VERSION)
                        .put(encrypted)
                        .array());
    }

    /**
     * {@return the text that was sealed; empty where the resident has no key, because it was destroyed}
     *
     * @param subject the resident's token
     * @param context the context that it was sealed with
     * @param sealed what {@link #seal} returned
     * @throws SealBrokenException if it was changed, or belongs to another resident or context
     */
    public Optional<String> open(String subject, String context, String sealed) {
        return kept.get(subject, () -> keyOf(subject)).map(key -> opened(key, subject, context, sealed));
    }

    /**
     * Destroys the resident's data key: what was sealed with it is lost, here and in every copy without the key.
     *
     * @param subject the resident's token
     */
    public void shred(String subject) {
        store.destroyKey(subject);
        kept.forget(subject);
    }

    /**
     * Wraps every data key again that is not wrapped with the present master key. After it has returned, the earlier master
     * keys are needed for backups only. What is sealed stays as it is. It may run beside everything else, and again after
     * it broke off.
     *
     * @return how many were wrapped again
     */
    public int rewrapAll() {
        int rewrapped = 0;
        List<String> subjects = store.subjectsWithKey("", REWRAPPED_AT_ONCE);
        while (!subjects.isEmpty()) {
            for (String subject : subjects) {
                rewrapped += rewrap(subject) ? 1 : 0;
            }
            subjects = store.subjectsWithKey(subjects.get(subjects.size() - 1), REWRAPPED_AT_ONCE);
        }
        return rewrapped;
    }

    private boolean rewrap(String subject) {
        Optional<String> wrapped = store.key(subject).filter(key -> !wrapper.isCurrent(key));
        return wrapped.isPresent()
                && store.replaceKey(
                        subject, wrapped.get(), wrapper.wrap(wrapper.unwrap(wrapped.get(), subject), subject));
    }

    private Optional<SecretKey> keyOf(String subject) {
        return store.key(subject).map(wrapped -> wrapper.unwrap(wrapped, subject));
    }

    private SecretKey newKey(String subject) {
        String ours = wrapper.wrap(AesGcm.newKey(random), subject);
        return wrapper.unwrap(store.keepKey(subject, ours), subject);
    }

    private static String opened(SecretKey key, String subject, String context, String sealed) {
        byte[] bytes = AesKeyWrapper.bytes(sealed);
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new SealBrokenException("what is sealed has an unknown version", null);
        }
        byte[] plain = AesGcm.decrypt(key, Arrays.copyOfRange(bytes, 1, bytes.length), bound(subject, context));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] bound(String subject, String context) {
        return AesGcm.bound(PURPOSE, subject, context);
    }
}
