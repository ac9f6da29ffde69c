package london.loti.referral.directory.openreferral;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;
import london.loti.model.need.Answer;
import london.loti.model.service.Attribute;
import london.loti.model.service.Extras;
import london.loti.model.service.Metadata;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.directory.openreferral.RecordShape.Component;
import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Makes trees of loti's records in the fields of one standard, and notes what it has no place for. */
final class RecordEncoder {
    /** What a term can be linked to in Open Referral UK 1.0. */
    private static final Set<String> LINKED = Set.of("organization", "eligibility", "cost_option", "service_area");

    private static final JsonMapper TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonTree.DEPTH + 4)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(JsonTree.nodes())
            .build();

    private final Standard target;
    private final boolean keepsExtensions;
    private final boolean goesBeyondProfile;
    private final Losses losses;

    RecordEncoder(Standard target, boolean keepsExtensions, Losses losses) {
        this(target, keepsExtensions, false, losses);
    }

    RecordEncoder(Standard target, boolean keepsExtensions, boolean goesBeyondProfile, Losses losses) {
        this.target = target;
        this.goesBeyondProfile = goesBeyondProfile;
        this.keepsExtensions = keepsExtensions;
        this.losses = losses;
    }

    /** The tree of a record. */
    ObjectNode encode(Kind kind, Object record) {
        RecordShape shape = RecordShape.of(Objects.requireNonNull(kind.recordName(), kind.name()));
        Extras extras = extras(shape, record);
        ObjectNode node = JsonTree.nodes().objectNode();
        Set<String> placed = new HashSet<>();
        for (FieldRule field : kind.fields().values()) {
            if (!isWritten(field)) {
                continue;
            }
            Component component = shape.component(field.component());
            if (component == null) {
                rest(kind, field, extras, node);
                placed.add(field.component());
            } else if (placed.add(component.name()) && !isLeftOut(field, record, extras)) {
                Object value = component.of(record);
                if (!isEmpty(value)) {
                    node.set(field.name(), value(kind, field, Objects.requireNonNull(value)));
                }
            }
        }
        for (Component component : shape.components()) {
            if (!component.isExtras() && !placed.contains(component.name()) && !isEmpty(component.of(record))) {
                lost(kind, component, record, node);
            }
        }
        loseRest(kind, "attributes", extras.attributes(), placed);
        loseRest(kind, "metadata", extras.metadata(), placed);
        extensions(kind, extras, node);
        return node;
    }

    private boolean isWritten(FieldRule field) {
        return field.isIn(target) || goesBeyondProfile;
    }

    /** What a writer leaves out, because it follows from other fields or was never published. */
    private boolean isLeftOut(FieldRule field, Object record, Extras extras) {
        if (!(record instanceof Service service)) {
            return false;
        }
        if (field.component().equals("referralChannels")) {
            return service.referralChannels().equals(DerivedParts.channels(extras)) && keepsExtensions;
        }
        return field.component().equals("status")
                && !target.isHsds()
                && service.status() == ServiceStatus.ACTIVE
                && extras.extensions().containsKey(RecordCodec.Oruk1.STATUS);
    }

    private void lost(Kind kind, Component component, Object record, ObjectNode node) {
        boolean isAge =
                component.name().equals("minimumAge") || component.name().equals("maximumAge");
        if (record instanceof Service service && isAge && !target.isHsds()) {
            eligibility(service, node);
        } else {
            losses.noPlace(kind, fieldName(kind, component.name()));
        }
    }

    /** The ages as Open Referral UK 1.0 has them, where no eligibility tells them already. */
    private void eligibility(Service service, ObjectNode node) {
        DerivedParts.Ages told = DerivedParts.ages(service.extras());
        boolean same = isSame(told.lowest(), service.minimumAge()) && isSame(told.highest(), service.maximumAge());
        if (same || node.has("eligibilitys")) {
            return;
        }
        ObjectNode ages = node.putArray("eligibilitys").addObject();
        ages.put(
                "id",
                UUID.nameUUIDFromBytes((service.id() + "/eligibility").getBytes(StandardCharsets.UTF_8))
                        .toString());
        if (service.minimumAge() != null) {
            ages.put("minimum_age", service.minimumAge());
        }
        if (service.maximumAge() != null) {
            ages.put("maximum_age", service.maximumAge());
        }
    }

    private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    private void rest(Kind kind, FieldRule field, Extras extras, ObjectNode node) {
        if (field.component().equals("attributes")) {
            boolean links = field.name().equals("link_taxonomies");
            boolean splits = kind.fields().containsKey("service_taxonomys");
            List<Attribute> terms = extras.attributes().stream()
                    .filter(term -> !splits || links == isLink(term))
                    .toList();
            put(node, field.name(), list(kind, field, terms));
        } else if (field.component().equals("metadata")) {
            put(node, field.name(), list(kind, field, extras.metadata()));
        }
    }

    /** Open Referral UK 1.0 links a term to an organisation, an eligibility, a cost option or a service area. */
    private static boolean isLink(Attribute term) {
        return term.linkId() != null && term.linkType() != null && LINKED.contains(term.linkType());
    }

    private void loseRest(Kind kind, String name, List<?> items, Set<String> placed) {
        if (!items.isEmpty()
                && !placed.contains(name)
                && RecordShape.of(kind.recordOrName()).component(name) == null) {
            losses.noPlace(kind, name);
        }
    }

    private void extensions(Kind kind, Extras extras, ObjectNode node) {
        for (Map.Entry<String, String> extension : extras.extensions().entrySet()) {
            String name = extension.getKey();
            FieldRule field = kind.fields().get(name);
            boolean isOther = field != null && !isWritten(field);
            if (name.equals(RecordCodec.Oruk1.STATUS) && !target.isHsds()) {
                continue; // it says that there is no status, and there is none
            }
            if (node.has(name) || isOther || (field == null && !keepsExtensions)) {
                losses.noPlace(kind, name);
            } else {
                JsonNode value = parse(extension.getValue());
                node.set(name, value == null ? JsonTree.nodes().textNode(extension.getValue()) : value);
            }
        }
    }

    private JsonNode value(Kind kind, FieldRule field, Object value) {
        if (value instanceof List<?> list) {
            return list(kind, field, list);
        }
        if (value instanceof Record record && field.of() != null) {
            return encode(field.kind(kind.isHsds()), record);
        }
        if (value instanceof Integer number) {
            return JsonTree.nodes().numberNode((long) number);
        }
        if (value instanceof BigDecimal number) {
            return JsonTree.nodes().numberNode(number);
        }
        if (value instanceof Double number) {
            return JsonTree.nodes().numberNode(new BigDecimal(LotiJson.number(number)));
        }
        if (value instanceof Boolean flag) {
            return JsonTree.nodes().booleanNode(flag);
        }
        return JsonTree.nodes()
                .textNode(value instanceof Enum<?> constant ? ScalarPart.text(constant) : value.toString());
    }

    private ArrayNode list(Kind kind, FieldRule field, List<?> items) {
        ArrayNode array = JsonTree.nodes().arrayNode();
        for (Object item : items) {
            array.add(
                    item instanceof Record record && field.of() != null
                            ? encode(field.kind(kind.isHsds()), record)
                            : JsonTree.nodes().textNode(item.toString()));
        }
        return array;
    }

    private static void put(ObjectNode node, String name, ArrayNode array) {
        if (!array.isEmpty()) {
            node.set(name, array);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value == Answer.NOT_ASKED
                || value.equals(false)
                || (value instanceof Collection<?> list && list.isEmpty());
    }

    /** The extras of any record; of terms and changes, which have none, what stands in their place. */
    private static Extras extras(RecordShape shape, Object record) {
        if (record instanceof Attribute term) {
            return new Extras(List.of(), List.of(), term.extensions());
        }
        if (record instanceof Metadata change) {
            return new Extras(List.of(), List.of(), change.extensions());
        }
        Component extras = shape.component("extras");
        return extras == null ? Extras.NONE : (Extras) Objects.requireNonNull(extras.of(record));
    }

    /** What the standards call a component, for a report of losses. */
    private static String fieldName(Kind kind, String component) {
        Kind hsds = RuleTable.kinds(true).getOrDefault(kind.name(), kind);
        List<String> names = new ArrayList<>();
        for (Kind either : List.of(hsds, kind)) {
            either.fields().values().stream()
                    .filter(field -> field.component().equals(component))
                    .forEach(field -> names.add(field.name()));
        }
        return names.isEmpty() ? component : names.get(0);
    }

    /** The tree of an extension's text; null where it is no JSON. */
    static @Nullable JsonNode parse(String json) {
        try {
            JsonNode node = TREES.readTree(json);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JacksonException e) {
            return null;
        }
    }
}
