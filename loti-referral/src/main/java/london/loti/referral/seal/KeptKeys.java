package london.loti.referral.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/** Data keys that are kept for a while; the one that was not used for longest makes room. */
final class KeptKeys {
    static final int MOST = 1_000;
    static final KeptKeys NONE = new KeptKeys(Duration.ZERO, Clock.systemUTC());

    private final Duration time;
    private final Clock clock;
    private final Map<String, Kept> keys = new LinkedHashMap<>(16, 0.75f, true);
    private long forgotten;

    private record Kept(SecretKey key, Instant from) {}

    KeptKeys(Duration time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    /** Keeps keys as long as it is held itself, which must not be long. */
    static KeptKeys forOneTask() {
        return new KeptKeys(Duration.ofMinutes(1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** The key that is kept, or the one that is asked for now. */
    Optional<SecretKey> get(String subject, Supplier<Optional<SecretKey>> ask) {
        if (time.isZero()) {
            return ask.get();
        }
        // Both are read before the question: a key that is destroyed while it is on its way is kept no longer for that.
        Instant now = clock.instant();
        long before;
        synchronized (keys) {
            Kept kept = keys.get(subject);
            // A clock that went back says nothing about how long a key was kept.
            if (kept != null && !now.isBefore(kept.from) && now.isBefore(kept.from.plus(time))) {
                return Optional.of(kept.key);
            }
            keys.remove(subject);
            before = forgotten;
        }
        Optional<SecretKey> answer = ask.get();
        answer.ifPresent(key -> keep(subject, new Kept(key, now), before));
        return answer;
    }

    void forget(String subject) {
        synchronized (keys) {
            forgotten++;
            keys.remove(subject);
        }
    }

    private void keep(String subject, Kept kept, long before) {
        synchronized (keys) {
            if (before == forgotten) {
                keys.put(subject, kept);
                if (keys.size() > MOST) {
                    keys.remove(keys.keySet().iterator().next());
                }
            }
        }
    }
}
