package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;

/** Which fields the records of each standard have, and in what form: read from {@code rules.json}. */
final class RuleTable {
    private static final RuleTable TABLE = load();

    private final Map<String, Kind> hsds;
    private final Map<String, Kind> oruk1;
    private final List<RichnessPart> richness;

    private RuleTable(JsonNode json) {
        hsds = kinds(json.path("hsds"), true);
        oruk1 = kinds(json.path("oruk1"), false);
        List<RichnessPart> parts = new ArrayList<>();
        json.path("richness")
                .forEach(p -> parts.add(new RichnessPart(
                        p.path("part").asText(),
                        p.path("words").asText(),
                        p.path("weight").asInt())));
        richness = List.copyOf(parts);
    }

    private static RuleTable load() {
        try (InputStream in = RuleTable.class.getResourceAsStream("rules.json")) {
            return new RuleTable(
                    LotiJson.mapper().readTree(Objects.requireNonNull(in, "the jar must hold its own rules")));
        } catch (IOException e) {
            throw new UncheckedIOException("the rules in the jar must be readable", e);
        }
    }

    /** The kinds of record of a standard, by name, parents before their parts. */
    static Map<String, Kind> kinds(boolean isHsds) {
        return isHsds ? TABLE.hsds : TABLE.oruk1;
    }

    /** A kind of record that is in the table. */
    static Kind kind(boolean isHsds, String name) {
        return Objects.requireNonNull(kinds(isHsds).get(name), () -> "no kind " + name);
    }

    static List<RichnessPart> richness() {
        return TABLE.richness;
    }

    private static Map<String, Kind> kinds(JsonNode json, boolean isHsds) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (JsonNode kind : json) {
            Map<String, FieldRule> fields = new LinkedHashMap<>();
            for (JsonNode field : kind.path("fields")) {
                FieldRule rule = field(field, isHsds);
                fields.put(rule.name(), rule);
            }
            String name = kind.path("kind").asText();
            kinds.put(
                    name,
                    new Kind(
                            name,
                            isHsds,
                            text(kind, "record"),
                            text(kind, "table"),
                            Collections.unmodifiableMap(fields)));
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static FieldRule field(JsonNode json, boolean isHsds) {
        Set<Standard> in = EnumSet.noneOf(Standard.class);
        json.path("in").forEach(standard -> in.add(Standard.valueOf(standard.asText())));
        if (in.isEmpty()) {
            in.addAll(
                    isHsds
                            ? EnumSet.of(Standard.HSDS_3_0, Standard.HSDS_3_1, Standard.ORUK_3_0)
                            : EnumSet.of(Standard.ORUK_1_0));
        }
        List<String> choices = new ArrayList<>();
        json.path("choices").forEach(choice -> choices.add(choice.asText()));
        String name = json.path("name").asText();
        String component = text(json, "component");
        return new FieldRule(
                name,
                Form.valueOf(json.path("form").asText().toUpperCase(Locale.ROOT)),
                text(json, "of"),
                json.path("required").asBoolean(),
                component == null ? camel(name) : component,
                Collections.unmodifiableSet(in),
                json.path("loti").asBoolean(),
                List.copyOf(choices));
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    private static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_') {
                up = true;
            } else {
                camel.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return camel.toString();
    }

    /** What a value looks like. */
    enum Form {
        TEXT,
        TEXTS,
        NUMBER,
        FLAG,
        CHOICE,
        UUID,
        UUID1,
        URI,
        WEBURI,
        EMAIL,
        DATE,
        TIME,
        TIMESTAMP,
        LIST,
        OBJECT;

        boolean isNested() {
            return this == LIST || this == OBJECT;
        }
    }

    /**
     * A field of a kind of record.
     *
     * @param name as it stands in a document
     * @param form what its value looks like
     * @param of the kind of the records in it; null where there is none
     * @param required whether it must be there
     * @param component what loti's record calls it; a record that lacks it keeps the field among its extensions
     * @param in the standards that have it
     * @param loti whether it is loti's own
     * @param choices what it may be, where the standard lists that
     */
    record FieldRule(
            String name,
            Form form,
            @Nullable String of,
            boolean required,
            String component,
            Set<Standard> in,
            boolean loti,
            List<String> choices) {

        boolean isIn(Standard standard) {
            return loti || in.contains(standard);
        }

        /** The kind of the records in it. */
        Kind kind(boolean isHsds) {
            return RuleTable.kind(isHsds, Objects.requireNonNull(of, name));
        }
    }

    /**
     * A kind of record.
     *
     * @param name for example {@code service_at_location}
     * @param isHsds whether it is of HSDS
     * @param recordName the simple name of loti's record; null where loti has none
     * @param table the name of its table in the tabular form; null where it has none
     * @param fields the fields in the order of the standard
     */
    record Kind(
            String name,
            boolean isHsds,
            @Nullable String recordName,
            @Nullable String table,
            Map<String, FieldRule> fields) {

        String recordOrName() {
            return recordName == null ? name : recordName;
        }
    }

    /** One part of the richness of a service, with its weight. */
    record RichnessPart(String part, String words, int weight) {}
}
