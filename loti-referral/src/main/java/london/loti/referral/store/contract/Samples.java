package london.loti.referral.store.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;

/** Events of nobody. */
final class Samples {
    static final Instant MORNING = Instant.parse("2026-11-25T09:00:00.123Z");
    static final String ADA = "resident-ada-1";
    static final String BEN = "resident-ben-2";

    private Samples() {}

    static NewEvent event(@Nullable String subject, Instant at, String open, @Nullable String sealed) {
        return new NewEvent(subject, "Noted", 1, at, "worker-7", "LINK_WORKER", open, sealed);
    }

    static NewEvent event(String subject, Instant at) {
        return event(subject, at, "{\"n\":1}", "c2VhbGVk");
    }

    /** An append of so many events about a resident. */
    static Append append(String stream, long expectedVersion, String command, String subject, int events) {
        List<NewEvent> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(event(subject, MORNING.plusSeconds(i), "{\"n\":" + i + "}", "c2VhbGVk" + i));
        }
        return new Append(stream, expectedVersion, command, all);
    }
}
