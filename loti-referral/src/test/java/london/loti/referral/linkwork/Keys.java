package london.loti.referral.linkwork;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/** A key that nobody keeps. */
final class Keys {
    private Keys() {}

    static Sealer sealer(ReferralStore store, Clock clock) {
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        return Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(master, "AES"), random), random)
                .keepingKeysFor(Duration.ofSeconds(5), clock);
    }
}
