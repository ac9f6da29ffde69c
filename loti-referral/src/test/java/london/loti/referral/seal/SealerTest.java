package london.loti.referral.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.KeyDestroyedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealerTest {
    private static final String CANARY = "Zephyrine Quillfeather needs a tablet";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKey MASTER = AesGcm.newKey(RANDOM);
    private static final KeyWrapper WRAPPER = KeyWrapper.aes("2026", MASTER, RANDOM);

    private final InMemoryReferralStore store = new InMemoryReferralStore();
    private final Sealer sealer = Sealer.of(store, WRAPPER, RANDOM);

    @Test
    void opensWhatItSealed() {
        for (String text : List.of("", "a", CANARY, "naïve ☕ 🧑‍💻\nline", "x".repeat(100_000))) {
            String sealed = sealer.seal("resident-1", "r1|Requested|1", text);
            assertThat(sealer.open("resident-1", "r1|Requested|1", sealed)).contains(text);
        }
        assertThat(sealer.seal("resident-1", "c", CANARY)).isNotEqualTo(sealer.seal("resident-1", "c", CANARY));
    }

    @Test
    void isWhatTheDocumentedFormSays() throws Exception {
        String sealed = sealer.seal("resident-1", "context", CANARY);
        byte[] bytes = Base64.getDecoder().decode(sealed);
        SecretKey key = WRAPPER.unwrap(store.key("resident-1").orElseThrow(), "resident-1");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, bytes, 1, 12));
        cipher.updateAAD(
                "\0\0\0\22loti sealed text 1\0\0\0\12resident-1\0\0\0\7context".getBytes(StandardCharsets.UTF_8));
        assertThat(bytes[0]).isEqualTo((byte) 1);
        assertThat(key.getEncoded()).hasSize(32);
        assertThat(new String(cipher.doFinal(bytes, 13, bytes.length - 13), StandardCharsets.UTF_8))
                .isEqualTo(CANARY);
    }

    @Test
    void whatWasChangedOrMovedDoesNotOpen() {
        String sealed = sealer.seal("resident-1", "context", CANARY);
        sealer.seal("resident-2", "context", CANARY);
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            broken("resident-1", "context", Base64.getEncoder().encodeToString(changed));
        }
        for (int length = 0; length < bytes.length; length++) {
            broken("resident-1", "context", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length)));
        }
        broken("resident-1", "another context", sealed);
        broken("resident-2", "context", sealed);
        broken("resident-1", "context", "§" + sealed);
    }

    private void broken(String subject, String context, String sealed) {
        assertThatThrownBy(() -> sealer.open(subject, context, sealed))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining(subject)
                .hasMessageNotContaining("Zephyrine");
    }

    @Test
    void aShreddedKeyOpensNothingAndIsNotReplaced() {
        String sealed = sealer.seal("resident-1", "context", CANARY);
        String other = sealer.seal("resident-2", "context", CANARY);
        sealer.shred("resident-1");
        assertThat(sealer.open("resident-1", "context", sealed)).isEmpty();
        assertThatThrownBy(() -> sealer.seal("resident-1", "context", "again"))
                .isInstanceOf(KeyDestroyedException.class)
                .hasMessageNotContaining("resident-1");
        assertThat(sealer.open("resident-2", "context", other)).contains(CANARY);
    }

    @Test
    void manyWhoSealAtOnceUseOneKey() {
        List<String> sealed = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> sealer.seal("resident-1", "c", "text " + i))
                .toList();
        for (int i = 0; i < sealed.size(); i++) {
            assertThat(sealer.open("resident-1", "c", sealed.get(i))).contains("text " + i);
        }
    }

    @Test
    void keptKeysAreForgottenWhenShreddedOrWhenTheirTimeIsOver() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
        Clock clock = clock(now::get);
        Sealer keeping = sealer.keepingKeysFor(Duration.ofSeconds(30), clock);
        String one = keeping.seal("resident-1", "c", CANARY);
        String two = keeping.seal("resident-2", "c", CANARY);
        assertThat(keeping.open("resident-1", "c", one)).contains(CANARY);
        assertThat(keeping.open("resident-2", "c", two)).contains(CANARY);

        keeping.shred("resident-1");
        assertThat(keeping.open("resident-1", "c", one)).isEmpty();

        store.destroyKey("resident-2"); // as another process does
        now.set(now.get().plusMillis(29_999));
        assertThat(keeping.open("resident-2", "c", two)).contains(CANARY);
        now.set(now.get().plusMillis(1));
        assertThat(keeping.open("resident-2", "c", two)).isEmpty();
    }

    @Test
    void aClockThatGoesBackKeepsNoKeyLonger() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
        Sealer keeping = sealer.keepingKeysFor(Duration.ofSeconds(30), clock(now::get));
        String sealed = keeping.seal("resident-1", "c", CANARY);
        assertThat(keeping.open("resident-1", "c", sealed)).contains(CANARY);
        store.destroyKey("resident-1");
        now.set(now.get().minusSeconds(3_600));
        assertThat(keeping.open("resident-1", "c", sealed)).isEmpty();
    }

    @Test
    void aKeyOnItsWayWhileItIsShreddedIsNotKept() {
        KeptKeys kept = new KeptKeys(Duration.ofMinutes(1), Clock.systemUTC());
        SecretKey key = AesGcm.newKey(RANDOM);
        assertThat(kept.get("resident-1", () -> {
                    kept.forget("resident-1");
                    return Optional.of(key);
                }))
                .contains(key);
        assertThat(kept.get("resident-1", Optional::empty)).isEmpty();
    }

    @Test
    void keepsNoMoreThanItMay() {
        KeptKeys kept = new KeptKeys(Duration.ofMinutes(1), Clock.systemUTC());
        for (int i = 0; i <= KeptKeys.MOST; i++) {
            assertThat(kept.get("resident-" + i, () -> Optional.of(AesGcm.newKey(RANDOM))))
                    .isPresent();
        }
        assertThat(kept.get("resident-0", Optional::empty)).isEmpty();
        assertThat(kept.get("resident-1", Optional::empty)).isPresent();
    }

    @Test
    void aNewMasterKeyTakesOverWithoutTouchingWhatIsSealed() {
        SecretKey next = AesGcm.newKey(RANDOM);
        String one = sealer.seal("resident-1", "c", CANARY);
        IntStream.range(0, 1_100).forEach(i -> sealer.seal("other-" + i, "c", "x"));
        sealer.shred("other-7");
        Sealer both = Sealer.of(store, KeyWrapper.aes("2027", Map.of("2026", MASTER, "2027", next), RANDOM), RANDOM);
        String two = both.seal("resident-2", "c", CANARY);
        assertThat(both.rewrapAll()).isEqualTo(1_100);
        assertThat(both.rewrapAll()).isZero();

        Sealer nextOnly = Sealer.of(store, KeyWrapper.aes("2027", next, RANDOM), RANDOM);
        assertThat(nextOnly.open("resident-1", "c", one)).contains(CANARY);
        assertThat(nextOnly.open("resident-2", "c", two)).contains(CANARY);
        assertThatThrownBy(() -> sealer.open("resident-1", "c", one))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("master key that is not here");
    }

    @Test
    void aWrappedKeyOfAnotherResidentDoesNotUnwrap() {
        sealer.seal("resident-1", "c", CANARY);
        String wrapped = store.key("resident-1").orElseThrow();
        assertThatThrownBy(() -> WRAPPER.unwrap(wrapped, "resident-2")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> WRAPPER.unwrap("9" + wrapped, "resident-1")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> WRAPPER.unwrap("1:2026:§", "resident-1")).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void weakKeysAreRefused() {
        SecretKey weak = new SecretKeySpec(new byte[16], "AES");
        assertThatThrownBy(() -> KeyWrapper.aes("k", weak, RANDOM)).hasMessageContaining("256 bits");
        assertThatThrownBy(() -> KeyWrapper.aes("other", Map.of("k", MASTER), RANDOM))
                .hasMessageContaining("among the master keys");
        assertThatThrownBy(() -> sealer.keepingKeysFor(Duration.ZERO, Clock.systemUTC()))
                .hasMessageContaining("at most an hour");
        assertThat(WRAPPER).hasToString("KeyWrapper[2026]");
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
