package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/**
 * Splits the tree of a service into lines of tables. An organisation, location or term that was there before gets no
 * second line; a part of several records gets one line that names all of them, where that keeps its place among its
 * owner's parts.
 */
final class CsvSplit {
    private static final Set<String> ENTITIES =
            Set.of("organization", "location", "program", "taxonomy", "taxonomy_term", "unit");

    private final Losses losses;
    private final Map<String, Integer> contents = new HashMap<>();
    private final Map<String, Map<String, String>> ownersBefore;
    private final Map<String, Map<String, String>> owners = new HashMap<>();
    private List<Line> lines = new ArrayList<>();
    private Map<String, Integer> lastOfOwner = new HashMap<>();

    CsvSplit(Losses losses) {
        this(losses, Map.of());
    }

    /** Splits once more, and knows from the first time which records own each record that has only one line. */
    CsvSplit(Losses losses, Map<String, Map<String, String>> owners) {
        this.losses = losses;
        this.ownersBefore = owners;
    }

    /** Which records own the records that have only one line. */
    Map<String, Map<String, String>> owners() {
        return owners;
    }

    /**
     * A line to be written.
     *
     * @param kind the kind of record
     * @param values its values, without its parts
     * @param keys the columns that name other records
     */
    record Line(Kind kind, ObjectNode values, Map<String, String> keys) {}

    /** The lines of a service and its parts. */
    List<Line> split(ObjectNode service) {
        lines = new ArrayList<>();
        lastOfOwner = new HashMap<>();
        add(RuleTable.kind(true, "service"), service, Map.of(), "");
        return lines;
    }

    private void add(Kind kind, ObjectNode node, Map<String, String> owner, String ownerId) {
        String id = node.path("id").asText();
        boolean isThere = isThere(kind, id, node, owner);
        if (isThere && ENTITIES.contains(kind.name())) {
            return;
        }
        ObjectNode values = JsonTree.nodes().objectNode();
        Map<String, String> keys = new LinkedHashMap<>(owner);
        keys.putAll(
                ENTITIES.contains(kind.name())
                        ? ownersBefore.getOrDefault(kind.name() + "/" + id, Map.of())
                        : Map.of());
        List<FieldRule> parts = new ArrayList<>();
        node.properties().forEach(field -> {
            FieldRule rule = kind.fields().get(field.getKey());
            if (rule != null && CsvTables.isPart(rule) && hasRecords(rule, field.getValue())) {
                parts.add(rule);
            } else if (owner.isEmpty() || !isStructure(kind, field.getKey())) {
                values.set(field.getKey(), field.getValue());
            } else {
                losses.noPlace(kind, field.getKey());
            }
        });
        for (FieldRule part : parts) {
            if (part.form() == RuleTable.Form.OBJECT) {
                keys.put(CsvTables.keyOf(part), node.get(part.name()).path("id").asText());
                values.remove(CsvTables.keyOf(part));
            }
        }
        merge(new Line(kind, values, keys), ownerId);
        for (FieldRule part : parts) {
            Kind partKind = part.kind(true);
            if (part.form() == RuleTable.Form.OBJECT) {
                add(partKind, (ObjectNode) node.get(part.name()), Map.of(), "");
            } else {
                Set<String> ids = new HashSet<>();
                for (JsonNode item : node.get(part.name())) {
                    if (!ids.add(item.path("id").asText())) {
                        losses.add(partKind.name(), "*", Loss.Reason.SAME_ID);
                    }
                    add(partKind, (ObjectNode) item, ownerKeys(kind, partKind, id), kind.name() + "/" + id);
                }
            }
        }
    }

    /** What the tables say by the place of a line, and a term or a change may say once more. */
    private static boolean isStructure(Kind kind, String field) {
        return (kind.name().equals("attribute") && (field.equals("link_id") || field.equals("link_entity")))
                || (kind.name().equals("metadata") && (field.equals("resource_id") || field.equals("resource_type")));
    }

    private static Map<String, String> ownerKeys(Kind owner, Kind part, String id) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(CsvTables.keyTo(owner, part), id);
        if (part.name().equals("attribute")) {
            keys.put("link_entity", owner.name());
        } else if (part.name().equals("metadata")) {
            keys.put("resource_type", owner.name());
        }
        return keys;
    }

    /** Lists of records, and records with an id; anything else is kept as it is. */
    private static boolean hasRecords(FieldRule part, JsonNode value) {
        if (part.form() == RuleTable.Form.OBJECT) {
            return value.isObject() && value.path("id").isTextual();
        }
        if (!value.isArray() || value.isEmpty()) {
            return false;
        }
        for (JsonNode item : value) {
            if (!item.isObject() || !item.path("id").isTextual()) {
                return false;
            }
        }
        return true;
    }

    private boolean isThere(Kind kind, String id, ObjectNode node, Map<String, String> owner) {
        Map<String, String> known = owners.computeIfAbsent(kind.name() + "/" + id, any -> new LinkedHashMap<>());
        owner.forEach((column, key) -> {
            String other = known.putIfAbsent(column, key);
            if (other != null && !other.equals(key)) {
                losses.add(kind.name(), column, Loss.Reason.SAME_ID);
            }
        });
        Integer before = contents.putIfAbsent(kind.name() + "/" + id, node.hashCode());
        if (before != null && before != node.hashCode()) {
            losses.add(kind.name(), "*", Loss.Reason.SAME_ID);
        }
        return before != null;
    }

    private void merge(Line line, String owner) {
        String list = owner + " " + line.kind().name();
        for (int i = 0; i < lines.size(); i++) {
            Line there = lines.get(i);
            boolean isSame = there.kind().equals(line.kind())
                    && there.values().equals(line.values())
                    && there.keys().entrySet().containsAll(line.keys().entrySet());
            if (isSame) {
                return; // its owner stands in two places
            }
            if (there.kind().equals(line.kind())
                    && there.values().equals(line.values())
                    && i > lastOfOwner.getOrDefault(list, -1)
                    && isMergeable(there, line)) {
                there.keys().putAll(line.keys());
                lastOfOwner.put(list, i);
                return;
            }
        }
        lastOfOwner.put(list, lines.size());
        lines.add(line);
    }

    private static boolean isMergeable(Line there, Line line) {
        return line.keys().keySet().stream().noneMatch(there.keys()::containsKey)
                && Objects.equals(column(there), column(line));
    }

    /** Terms and changes name one owner, by its kind and id. */
    private static @Nullable String column(Line line) {
        return line.keys().getOrDefault("link_entity", line.keys().get("resource_type"));
    }
}
