package london.loti.referral.directory.openreferral;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.service.Attribute;
import london.loti.model.service.Extras;
import london.loti.model.service.Metadata;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.directory.openreferral.RecordShape.Component;
import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/**
 * Makes loti's records of trees. Whatever a record has no place for, or can't use, becomes an extension with its JSON
 * text; what can't be kept at all is told.
 */
final class RecordCodec {
    private final Told told;

    /** Hears what can't be used as it was published. */
    interface Told {
        /** The value is kept as an extension, or left out where that can't be. */
        void unusable(String path, FeedRule rule, String words);

        /** The value is used, but is not the published one. */
        void changed(String path, FeedRule rule, String words);
    }

    RecordCodec(Told told) {
        this.told = told;
    }

    /**
     * The record that a tree describes.
     *
     * @param kind its kind, of which loti has a record
     * @param node the tree
     * @param path its path, for findings
     * @param parent the id of the record that it is a part of; null for a record of its own, whose id can't be made
     * @return the record; null where it can't be made, which was told
     */
    @Nullable
    Object decode(Kind kind, ObjectNode node, String path, @Nullable String parent) {
        RecordShape shape = RecordShape.of(Objects.requireNonNull(kind.recordName(), kind.name()));
        @Nullable Object[] parts = new Object[shape.components().size()];
        Rest rest = new Rest();
        String id = id(shape, node, path, parent);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (isAbsent(value) || (entry.getKey().equals("id") && id != null && value.isTextual())) {
                continue;
            }
            String at = JsonPaths.child(path, entry.getKey());
            FieldRule field = kind.fields().get(entry.getKey());
            Component component = field == null ? null : shape.component(field.component());
            if (field != null && component == null && rest.take(kind, field, value, at, id)) {
                continue;
            }
            Object part = field == null || component == null || component.isExtras()
                    ? null
                    : part(kind, field, component, value, at, id);
            if (part == null || component == null) {
                rest.extensions.put(entry.getKey(), value.toString());
            } else {
                parts[component.index()] = part;
            }
        }
        Component idPart = shape.component("id");
        if (idPart != null) {
            parts[idPart.index()] = id;
        }
        rest.into(shape, parts);
        return make(kind, shape, parts, path);
    }

    private @Nullable Object make(Kind kind, RecordShape shape, @Nullable Object[] parts, String path) {
        try {
            Object record = shape.make(kind.name().endsWith("service") ? Oruk1.withStatus(kind, shape, parts) : parts);
            return record instanceof Service service ? DerivedParts.addTo(service, kind.isHsds()) : record;
        } catch (IllegalArgumentException e) {
            told.unusable(
                    path,
                    FeedRule.NOT_KEPT,
                    "the record can't be kept: "
                            + String.valueOf(e.getMessage()).replaceAll(", but [^\n]*", ""));
            return null;
        }
    }

    private @Nullable String id(RecordShape shape, ObjectNode node, String path, @Nullable String parent) {
        if (shape.component("id") == null) {
            return null;
        }
        JsonNode id = node.path("id");
        if (id.isTextual() && !id.asText().isBlank()) {
            return id.asText();
        }
        if (parent == null) {
            return null;
        }
        told.changed(
                JsonPaths.child(path, "id"), FeedRule.MADE_ID, "a nested record must have an id; one was made for it");
        return UUID.nameUUIDFromBytes((parent + path).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private @Nullable Object part(
            Kind kind, FieldRule field, Component component, JsonNode value, String path, @Nullable String id) {
        Class<?> type = component.type();
        if (type == List.class) {
            return list(kind, field, Objects.requireNonNull(component.element()), value, path, id);
        }
        if (type.isRecord()) {
            if (!value.isObject()) {
                told.unusable(path, FeedRule.WRONG_TYPE, "an object is wanted");
                return null;
            }
            return decode(field.kind(kind.isHsds()), (ObjectNode) value, path, Objects.requireNonNullElse(id, path));
        }
        return new ScalarPart(told, path).of(type, value);
    }

    private @Nullable Object list(
            Kind kind, FieldRule field, Class<?> element, JsonNode value, String path, @Nullable String id) {
        if (!value.isArray()) {
            told.unusable(path, FeedRule.WRONG_TYPE, "a list is wanted");
            return null;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String at = path + "/" + i;
            Object part;
            if (!element.isRecord() || field.of() == null) {
                part = new ScalarPart(told, at).of(element, item);
            } else if (item.isObject()) {
                part = decode(field.kind(kind.isHsds()), (ObjectNode) item, at, Objects.requireNonNullElse(id, path));
            } else {
                told.unusable(at, FeedRule.WRONG_TYPE, "an object is wanted");
                part = null;
            }
            if (part != null) {
                list.add(part);
            }
        }
        return list;
    }

    /** A field that is absent, null or an empty list says nothing, in whichever way it says it. */
    static boolean isAbsent(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }

    /** What goes into a record's extras. */
    private final class Rest {
        private final List<Attribute> attributes = new ArrayList<>();
        private final List<Metadata> metadata = new ArrayList<>();
        private final Map<String, String> extensions = new TreeMap<>();

        /** Takes terms and changes; false where the value is another, or no list. */
        boolean take(Kind kind, FieldRule field, JsonNode value, String path, @Nullable String id) {
            if (field.component().equals("attributes")) {
                return add(attributes, Attribute.class, kind, field, value, path, id);
            }
            return field.component().equals("metadata") && add(metadata, Metadata.class, kind, field, value, path, id);
        }

        private <T> boolean add(
                List<T> to,
                Class<T> type,
                Kind kind,
                FieldRule field,
                JsonNode value,
                String path,
                @Nullable String id) {
            Optional<Object> list = Optional.ofNullable(list(kind, field, type, value, path, id));
            list.ifPresent(items -> ((List<?>) items).forEach(item -> to.add(type.cast(item))));
            return list.isPresent();
        }

        void into(RecordShape shape, @Nullable Object[] parts) {
            for (Component component : shape.components()) {
                if (component.type() == Extras.class) {
                    parts[component.index()] = attributes.isEmpty() && metadata.isEmpty() && extensions.isEmpty()
                            ? Extras.NONE
                            : new Extras(attributes, metadata, extensions);
                } else if (component.type() == Map.class) {
                    parts[component.index()] = extensions;
                } else if (component.type() == boolean.class && parts[component.index()] == null) {
                    parts[component.index()] = false;
                }
            }
        }
    }

    /** What Open Referral UK 1.0 leaves out, and a record must have. */
    static final class Oruk1 {
        static final String STATUS = "x-loti-status";

        private Oruk1() {}

        private static @Nullable Object[] withStatus(Kind kind, RecordShape shape, @Nullable Object[] parts) {
            Component status = shape.component("status");
            Component extras = shape.component("extras");
            if (kind.isHsds() || status == null || extras == null || parts[status.index()] != null) {
                return parts;
            }
            Extras had = Objects.requireNonNullElse((Extras) parts[extras.index()], Extras.NONE);
            if (had.extensions().containsKey("status")) {
                return parts; // it was published, and is none
            }
            Map<String, String> extensions = new TreeMap<>(had.extensions());
            extensions.put(STATUS, "\"not published\"");
            parts[status.index()] = ServiceStatus.ACTIVE;
            parts[extras.index()] = new Extras(had.attributes(), had.metadata(), extensions);
            return parts;
        }
    }
}
