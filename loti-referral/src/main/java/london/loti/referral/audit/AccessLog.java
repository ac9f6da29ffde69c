package london.loti.referral.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.referral.json.EventJson;
import london.loti.referral.store.Append;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Who looked at what, and what for. Entries hang in the same chain as everything else, in a stream beside the one that
 * was looked at, so that a look does not get in the way of a change. A resident can be told.
 */
public final class AccessLog {
    private static final String PREFIX = "access-";
    private static final String TYPE = "Viewed";
    private static final int TRIES = 20;

    private final ReferralStore store;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param store where entries are kept
     * @param clock tells when somebody looked
     */
    public AccessLog(ReferralStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Somebody looked.
     *
     * @param stream what they looked at
     * @param at when
     * @param actor their opaque id
     * @param role in which role
     * @param purpose what for
     */
    public record Entry(String stream, Instant at, String actor, String role, ConceptRef purpose) {}

    /**
     * What is kept of a look beside who and when.
     *
     * @param purpose what for
     */
    public record Viewed(@Classified(DataClass.OPERATIONAL) ConceptRef purpose) {}

    /**
     * Keeps that somebody looks. Call it before you show anything: what can't be logged is not shown.
     *
     * @param id an id of this look; the same id is kept once
     * @param stream what they look at
     * @param subject the resident's token
     * @param actor their opaque id
     * @param role in which role
     * @param purpose what for, for example {@code sharing-purposes:referral}
     */
    public void record(String id, String stream, String subject, String actor, String role, ConceptRef purpose) {
        NewEvent event = new NewEvent(
                subject,
                TYPE,
                1,
                clock.instant(),
                actor,
                role,
                EventJson.split(new Viewed(purpose)).open(),
                null);
        for (int i = 1; ; i++) {
            long version = store.read(PREFIX + stream).size();
            try {
                store.append(new Append(PREFIX + stream, version, id, List.of(event)));
                return;
            } catch (ConcurrentChangeException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * {@return who looked at anything about a resident, oldest first within each stream}
     *
     * @param subject the resident's token
     */
    public List<Entry> about(String subject) {
        List<Entry> entries = new ArrayList<>();
        for (String stream : store.streamsOf(subject)) {
            if (stream.startsWith(PREFIX)) {
                store.read(stream).forEach(event -> entries.add(entry(event)));
            }
        }
        return List.copyOf(entries);
    }

    private static Entry entry(StoredEvent event) {
        Viewed viewed = EventJson.join(Viewed.class, event.open(), null);
        return new Entry(
                event.stream().substring(PREFIX.length()), event.at(), event.actor(), event.role(), viewed.purpose());
    }
}
