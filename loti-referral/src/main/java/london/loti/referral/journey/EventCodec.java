package london.loti.referral.journey;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.referral.json.EventJson;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.StoredEvent;

/** Turns events into what a store keeps, and back: the part about the work in clear, the part about a person sealed. */
final class EventCodec {
    private static final int SCHEMA = 1;

    private static final Map<String, Class<? extends ReferralEvent>> TYPES = Arrays.stream(
                    ReferralEvent.class.getPermittedSubclasses())
            .map(type -> type.<ReferralEvent>asSubclass(ReferralEvent.class))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (a, b) -> a, TreeMap::new));

    private final Sealer sealer;

    EventCodec(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The same for one piece of work, in which the key of each resident is asked for once. */
    EventCodec forOneTask() {
        return new EventCodec(sealer.forOneTask());
    }

    NewEvent encode(ReferralId id, String subject, Actor actor, Instant at, ReferralEvent event) {
        EventJson.Split split = EventJson.split((Record) event);
        String personal = split.personal();
        String sealed =
                personal == null ? null : sealer.seal(subject, context(id.value(), event.type(), SCHEMA), personal);
        return new NewEvent(
                subject, event.type(), SCHEMA, at, actor.id(), actor.role().name(), split.open(), sealed);
    }

    Happened decode(StoredEvent stored) {
        Class<? extends ReferralEvent> type = TYPES.get(stored.type());
        if (type == null || stored.schemaVersion() > SCHEMA) {
            throw new IllegalStateException("what is kept can't be read: event '" + stored.type() + "' of schema "
                    + stored.schemaVersion() + "\nMaybe it was written by a later version of loti.");
        }
        ReferralEvent event = type.cast(EventJson.join(type.asSubclass(Record.class), stored.open(), personal(stored)));
        return new Happened(stored.version(), stored.at(), stored.actor(), Role.valueOf(stored.role()), event);
    }

    /** What happened when this event was added, without opening again what was just sealed. */
    static Happened kept(StoredEvent stored, ReferralEvent event) {
        return new Happened(stored.version(), stored.at(), stored.actor(), Role.valueOf(stored.role()), event);
    }

    /** Null where there was nothing, or where it was erased, be it the text or its key. */
    private @Nullable String personal(StoredEvent stored) {
        String sealed = stored.sealed();
        String subject = stored.subject();
        return sealed == null || subject == null
                ? null
                : sealer.open(subject, context(stored.stream(), stored.type(), stored.schemaVersion()), sealed)
                        .orElse(null);
    }

    private static String context(String stream, String type, int schema) {
        return stream + "|" + type + "|" + schema;
    }
}
