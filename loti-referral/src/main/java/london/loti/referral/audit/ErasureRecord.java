package london.loti.referral.audit;

import java.time.Instant;
import java.util.List;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.referral.json.EventJson;
import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * That sealed parts were taken away, and by which rule. It is an event in a stream of its own, so that an audit can tell
 * an erasure from a loss; it says which streams, and nothing of what they held.
 *
 * @param streams the streams whose sealed parts were, or are about to be, taken away
 * @param rule the id of the retention rule, or of the request
 */
public record ErasureRecord(
        @Classified(DataClass.OPERATIONAL) List<String> streams,
        @Classified(DataClass.OPERATIONAL) String rule) {
    private static final String TYPE = "ErasureRecorded";

    /**
     * Copies the list.
     *
     * @param streams the streams whose sealed parts are taken away
     * @param rule the id of the retention rule, or of the request
     */
    public ErasureRecord {
        streams = List.copyOf(streams);
    }

    /**
     * Keeps it. The same id is kept once.
     *
     * @param store where
     * @param id an id of this erasure; its command and its stream
     * @param actor the opaque id of who erases
     * @param role in which role
     * @param at when
     */
    public void keep(ReferralStore store, String id, String actor, String role, Instant at) {
        NewEvent event = new NewEvent(
                null, TYPE, 1, at, actor, role, EventJson.split(this).open(), null);
        store.append(new Append("erasure-" + id, 0, "erasure-" + id, List.of(event)));
    }

    static boolean isOne(StoredEvent event) {
        return event.type().equals(TYPE);
    }

    static List<String> streams(StoredEvent event) {
        return EventJson.join(ErasureRecord.class, event.open(), null).streams();
    }
}
