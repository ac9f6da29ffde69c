package london.loti.persona.bank;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;

/**
 * What differs between two banks: attributes, evidence, personas and their claims, down to the single text. Things with
 * an id (or a code) are compared with the thing of the same id, wherever it stands; all others by what they say.
 *
 * @param changes every difference, in the order of the document
 */
public record BankDiff(List<Change> changes) {
    /**
     * Copies the list.
     *
     * @param changes every difference, in the order of the document
     */
    public BankDiff {
        changes = List.copyOf(changes);
    }

    /** What became of something. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It says something else. */
        CHANGED,
        /** The same things stand in another order. */
        REORDERED
    }

    /**
     * One difference.
     *
     * @param kind what became of it
     * @param path where, for example {@code personas / rose / claims / c1 / text}
     * @param before what it was; null where it is new
     * @param after what it is; null where it is gone
     */
    public record Change(
            Kind kind,
            String path,
            @Nullable String before,
            @Nullable String after) {
        /** {@return the same in one line} */
        public String words() {
            return switch (kind) {
                case ADDED -> "+ " + path + ": " + after;
                case REMOVED -> "- " + path + ": " + before;
                case CHANGED -> "~ " + path + ": " + before + " -> " + after;
                case REORDERED -> "~ " + path + ": in another order";
            };
        }
    }

    /**
     * {@return what differs}
     *
     * @param before a bank
     * @param after another bank, or another version of it
     */
    public static BankDiff between(PersonaBank before, PersonaBank after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return new BankDiff(changes);
    }

    /** {@return the ids of the personas that were added, removed or changed, in the order of the changes} */
    public List<String> personas() {
        Set<String> ids = new LinkedHashSet<>();
        for (Change change : changes) {
            List<String> steps = List.of(change.path().split(" / ", -1));
            if (steps.size() > 1 && steps.get(0).equals("personas")) {
                ids.add(steps.get(1));
            }
        }
        return List.copyOf(ids);
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, List<Change> changes) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        if (before instanceof Record one && after instanceof Record other && isCompared(one, other)) {
            for (RecordComponent part : one.getClass().getRecordComponents()) {
                compare(join(path, part.getName()), value(part, one), value(part, other), changes);
            }
        } else if (before instanceof Iterable<?> some && after instanceof Iterable<?> others) {
            compareKeyed(path, keyed(some), keyed(others), changes);
        } else if (before instanceof Map<?, ?> some && after instanceof Map<?, ?> others) {
            compareKeyed(path, texts(some), texts(others), changes);
        } else {
            Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new Change(kind, path, text(before), text(after)));
        }
    }

    /** Records that are read as one word (a reference, say) are compared as such. */
    private static boolean isCompared(Record one, Record other) {
        return one.getClass().equals(other.getClass())
                && LotiJson.writeCompact(one).startsWith("{");
    }

    private static void compareKeyed(
            String path, Map<String, Object> before, Map<String, Object> after, List<Change> changes) {
        int found = changes.size();
        before.forEach((key, value) -> compare(join(path, key), value, after.get(key), changes));
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                compare(join(path, key), null, value, changes);
            }
        });
        if (changes.size() == found) {
            changes.add(new Change(Kind.REORDERED, path, null, null));
        }
    }

    private static Map<String, Object> keyed(Iterable<?> things) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        for (Object thing : things) {
            String key = key(thing);
            // Two of the same key can only be two of the same text; both are kept.
            while (keyed.putIfAbsent(key, thing) != null) {
                key += "'";
            }
        }
        return keyed;
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    private static String key(Object thing) {
        if (thing instanceof Record one) {
            for (RecordComponent part : one.getClass().getRecordComponents()) {
                if (part.getName().equals("id") || part.getName().equals("code")) {
                    return String.valueOf(value(part, one));
                }
            }
        }
        return String.valueOf(text(thing));
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a public record's part must be readable, but '" + part.getName() + "'", e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof String text ? text : LotiJson.writeCompact(value);
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + " / " + step;
    }
}
