package london.loti.referral.json;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.Sensitive;

/**
 * Writes a record as two JSON objects by the {@link Classified} of its components, and reads it from them again. A
 * component without a classification is an error, so that nothing leaves in clear because somebody forgot.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = mapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private EventJson() {}

    /**
     * A record in two parts.
     *
     * @param open what is about the work, as a JSON object on one line
     * @param personal what is about a person, likewise; null where there is nothing
     */
    public record Split(String open, @Nullable String personal) {
        /** Says nothing of what it holds. */
        @Override
        public String toString() {
            return "Split[redacted]";
        }
    }

    /** JSON that can't be read as the record that it is said to be. Its message holds no value. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(Class<?> type) {
            // The cause's message may quote a value.
            super("what is kept can't be read as " + type.getSimpleName()
                    + "\nMaybe it was written by a later version of loti.");
        }
    }

    /**
     * {@return a record in two parts}
     *
     * @param value a record whose components all carry {@link Classified}
     * @throws IllegalStateException if one does not
     */
    public static Split split(Record value) {
        ObjectNode open = MAPPER.createObjectNode();
        ObjectNode personal = MAPPER.createObjectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Classified classified = component.getAnnotation(Classified.class);
            if (classified == null) {
                throw new IllegalStateException(
                        "every component of " + value.getClass().getSimpleName() + " must be classified, but '"
                                + component.getName() + "' is not");
            }
            JsonNode node = MAPPER.valueToTree(read(component, value));
            if (!node.isNull()) {
                (classified.value().isSealed() ? personal : open).set(component.getName(), node);
            }
        }
        return new Split(LotiJson.writeCompact(open), personal.isEmpty() ? null : LotiJson.writeCompact(personal));
    }

    /**
     * {@return everything in a record, in clear: for the person it is about, and for nobody else}
     *
     * @param value a record whose components all carry {@link Classified}
     */
    public static Map<String, Object> whole(Record value) {
        Split split = split(value);
        try {
            Map<String, Object> whole = new TreeMap<>(MAPPER.readValue(split.open(), FIELDS));
            if (split.personal() != null) {
                whole.putAll(MAPPER.readValue(split.personal(), FIELDS));
            }
            return whole;
        } catch (JacksonException e) {
            throw new UnreadableException(value.getClass());
        }
    }

    /**
     * {@return the record that was split}
     *
     * @param <T> what it is
     * @param type what it is
     * @param open the part in clear
     * @param personal the part about a person; null where there was nothing, or where it was erased
     * @throws UnreadableException if it is something else
     */
    public static <T extends Record> T join(Class<T> type, String open, @Nullable String personal) {
        try {
            ObjectNode whole = MAPPER.readValue(open, ObjectNode.class);
            if (personal != null) {
                whole.setAll(MAPPER.readValue(personal, ObjectNode.class));
            }
            return MAPPER.treeToValue(whole, type);
        } catch (JacksonException e) {
            throw new UnreadableException(type);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of " + value.getClass().getSimpleName() + " can't be read", e);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule sensitive = new SimpleModule("loti-referral");
        sensitive.addSerializer(new SensitiveWriter());
        sensitive.addDeserializer(Sensitive.class, new SensitiveReader());
        JsonMapper mapper = LotiJson.mapper();
        mapper.registerModule(sensitive);
        return mapper;
    }

    /** Only texts: whatever else is sensitive is written as text by its record. */
    private static final class SensitiveWriter extends StdSerializer<Sensitive<?>> {
        private static final long serialVersionUID = 1L;

        SensitiveWriter() {
            super(Sensitive.class, false);
        }

        @Override
        public void serialize(Sensitive<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!(value.reveal() instanceof String text)) {
                throw new IllegalStateException("only texts are kept as sensitive values");
            }
            json.writeString(text);
        }
    }

    @SuppressWarnings("rawtypes") // Jackson registers by the raw class
    private static final class SensitiveReader extends StdDeserializer<Sensitive> {
        private static final long serialVersionUID = 1L;

        SensitiveReader() {
            super(Sensitive.class);
        }

        @Override
        public Sensitive<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Sensitive.of(parser.getValueAsString(""));
        }
    }
}
