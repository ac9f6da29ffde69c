package london.loti.referral.linkwork;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.Actor;
import london.loti.referral.json.EventJson;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.StoredEvent;

/** Turns events of plans into what a store keeps, and back. */
final class PlanCodec {
    private static final int SCHEMA = 1;

    private static final Map<String, Class<? extends PlanEvent>> TYPES = Arrays.stream(
                    PlanEvent.class.getPermittedSubclasses())
            .map(type -> type.<PlanEvent>asSubclass(PlanEvent.class))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (a, b) -> a, TreeMap::new));

    private final Sealer sealer;

    PlanCodec(Sealer sealer) {
        this.sealer = sealer;
    }

    NewEvent encode(PlanId id, String subject, Actor actor, Instant at, PlanEvent event) {
        return encode(sealer, id.stream(), subject, actor, at, event.type(), (Record) event);
    }

    /** Any classified record, as an event of a stream. */
    static NewEvent encode(
            Sealer sealer, String stream, String subject, Actor actor, Instant at, String type, Record event) {
        EventJson.Split split = EventJson.split(event);
        String personal = split.personal();
        String sealed = personal == null ? null : sealer.seal(subject, context(stream, type, SCHEMA), personal);
        return new NewEvent(subject, type, SCHEMA, at, actor.id(), actor.role().name(), split.open(), sealed);
    }

    PlanEvent decode(StoredEvent stored) {
        Class<? extends PlanEvent> type = TYPES.get(stored.type());
        if (type == null || stored.schemaVersion() > SCHEMA) {
            throw new IllegalStateException("what is kept can't be read: event '" + stored.type() + "' of schema "
                    + stored.schemaVersion() + "\nMaybe it was written by a later version of loti.");
        }
        return type.cast(decode(sealer, stored, type.asSubclass(Record.class)));
    }

    static <T extends Record> T decode(Sealer sealer, StoredEvent stored, Class<T> type) {
        return EventJson.join(type, stored.open(), personal(sealer, stored));
    }

    /** Null where there was nothing, or where it was erased, be it the text or its key. */
    private static @Nullable String personal(Sealer sealer, StoredEvent stored) {
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
