package london.loti.referral.device.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.referral.device.DeviceEvent;
import london.loti.referral.device.DeviceId;
import london.loti.referral.device.LedgerEntry;

/**
 * Writes and reads entries of the ledger, one JSON object a line, each with the version of its form. Reading is as
 * strict as all of loti's; a message never repeats what stands in the line.
 */
public final class DeviceJson {
    private static final int VERSION = 1;
    private static final String VERSION_FIELD = "schemaVersion";
    private static final JsonMapper MAPPER = mapper();

    /** The rules that a line can break. */
    public enum Code implements Finding.Code {
        /** It is no JSON object. */
        NOT_JSON,
        /** It is of a version that this library does not know. */
        OTHER_VERSION,
        /** It is no entry. */
        NOT_AN_ENTRY
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DeviceEvent.Offered.class, name = "offered"),
        @JsonSubTypes.Type(value = DeviceEvent.Declined.class, name = "declined"),
        @JsonSubTypes.Type(value = DeviceEvent.Collected.class, name = "collected"),
        @JsonSubTypes.Type(value = DeviceEvent.OwnershipTransferred.class, name = "ownership-transferred"),
        @JsonSubTypes.Type(value = DeviceEvent.Wiped.class, name = "wiped"),
        @JsonSubTypes.Type(value = DeviceEvent.Tested.class, name = "tested"),
        @JsonSubTypes.Type(value = DeviceEvent.Graded.class, name = "graded"),
        @JsonSubTypes.Type(value = DeviceEvent.Stocked.class, name = "stocked"),
        @JsonSubTypes.Type(value = DeviceEvent.Reserved.class, name = "reserved"),
        @JsonSubTypes.Type(value = DeviceEvent.Released.class, name = "released"),
        @JsonSubTypes.Type(value = DeviceEvent.Issued.class, name = "issued"),
        @JsonSubTypes.Type(value = DeviceEvent.MovedWithResident.class, name = "moved-with-resident"),
        @JsonSubTypes.Type(value = DeviceEvent.Returned.class, name = "returned"),
        @JsonSubTypes.Type(value = DeviceEvent.Recycled.class, name = "recycled"),
        @JsonSubTypes.Type(value = DeviceEvent.Lost.class, name = "lost"),
        @JsonSubTypes.Type(value = DeviceEvent.Found.class, name = "found")
    })
    private interface EventMixin {}

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // Jackson reads the signatures
    private abstract static class DeviceIdMixin {
        @JsonCreator
        DeviceIdMixin(String value) {}

        @JsonValue
        abstract String value();
    }

    private DeviceJson() {}

    /**
     * {@return an entry as one line of JSON, without a line end}
     *
     * @param entry what happened
     */
    public static String write(LedgerEntry entry) {
        try {
            ObjectNode line = MAPPER.valueToTree(entry);
            line.put(VERSION_FIELD, VERSION);
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry must be writable, but is not", e);
        }
    }

    /**
     * Reads lines of JSON; good ones are kept where others are bad, and empty ones passed over.
     *
     * @param source a name for findings
     * @param lines the lines
     * @return the entries, and every problem
     */
    public static Checked<List<LedgerEntry>> read(String source, List<String> lines) {
        Findings findings = new Findings();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(lines.get(i), Where.line(source, i + 1), entries, findings);
            }
        }
        return Checked.of(List.copyOf(entries), findings.toList());
    }

    private static void read(String line, Where where, List<LedgerEntry> entries, Findings findings) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (!(node instanceof ObjectNode entry)) {
                findings.error(Code.NOT_JSON, "a line must be a JSON object, but is not", where);
                return;
            }
            JsonNode version = entry.remove(VERSION_FIELD);
            if (version == null || !version.isInt() || version.intValue() != VERSION) {
                findings.error(
                        Code.OTHER_VERSION,
                        "an entry's '" + VERSION_FIELD + "' must be " + VERSION + "\nMaybe a newer library wrote it.",
                        where);
                return;
            }
            entries.add(MAPPER.treeToValue(entry, LedgerEntry.class));
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> a + "." + b)
                    .orElse("");
            findings.error(
                    Code.NOT_AN_ENTRY,
                    "a line must be an entry of the ledger, but "
                            + (path.isEmpty() ? "is not" : "its '" + path + "' does not fit"),
                    where);
        } catch (JsonProcessingException e) {
            findings.error(Code.NOT_JSON, "a line must be JSON, but is not, or breaks off", where);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = LotiJson.mapper();
        mapper.addMixIn(DeviceEvent.class, EventMixin.class);
        mapper.addMixIn(DeviceId.class, DeviceIdMixin.class);
        mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        return mapper;
    }
}
