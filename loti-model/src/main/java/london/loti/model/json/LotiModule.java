package london.loti.model.json;

import java.io.IOException;
import java.util.Map;
import java.util.stream.DoubleStream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.need.AnswerDetail;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.NeedsSnapshot;
import london.loti.model.need.NoteRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.need.Since;
import london.loti.model.provenance.Licence;

/**
 * Codes, vintages, references and beginnings are texts; a licence is read from its identifier or from an object, and written as an
 * object; numbers are read and written as {@link LotiJson} promises.
 */
public final class LotiModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private static final FiniteNumber NUMBER = new FiniteNumber(Double.class);

    LotiModule() {
        super("loti-model");
        setMixInAnnotation(AreaCode.class, AreaCodeMixin.class);
        setMixInAnnotation(AreaVintage.class, AreaVintageMixin.class);
        setMixInAnnotation(ConceptRef.class, ConceptRefMixin.class);
        setMixInAnnotation(ResidentRef.class, ResidentRefMixin.class);
        setMixInAnnotation(NoteRef.class, NoteRefMixin.class);
        setMixInAnnotation(Since.class, SinceMixin.class);
        setMixInAnnotation(NeedsSnapshot.class, NeedsSnapshotMixin.class);
        setMixInAnnotation(Licence.class, LicenceMixin.class);
        addSerializer(double.class, new NumberWriter());
        addSerializer(Double.class, new NumberWriter());
        addSerializer(double[].class, new NumbersWriter());
        addDeserializer(double.class, new FiniteNumber(double.class));
        addDeserializer(Double.class, new FiniteNumber(Double.class));
        addDeserializer(double[].class, new FiniteNumbers());
    }

    private interface AreaCodeMixin {
        @JsonValue
        String value();
    }

    @SuppressWarnings("DoNotCallSuggester") // Jackson reads the signatures, nobody calls a mixin
    private abstract static class AreaVintageMixin {
        @JsonCreator
        static AreaVintage parse(String text) {
            throw new IllegalStateException(text);
        }

        @JsonValue
        abstract String key();
    }

    @SuppressWarnings("DoNotCallSuggester")
    private abstract static class ConceptRefMixin {
        @JsonCreator
        static ConceptRef parse(String text) {
            throw new IllegalStateException(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    private interface ResidentRefMixin {
        @JsonValue
        String token();
    }

    private interface NoteRefMixin {
        @JsonValue
        String token();
    }

    @SuppressWarnings("DoNotCallSuggester")
    private abstract static class SinceMixin {
        @JsonCreator
        static Since parse(String text) {
            throw new IllegalStateException(text);
        }

        @JsonValue
        abstract String text();
    }

    /** A snapshot without details is written as it was before there were any. */
    @SuppressWarnings("UnusedMethod") // Jackson reads the annotation
    private interface NeedsSnapshotMixin {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, AnswerDetail> details();
    }

    @SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
    private abstract static class LicenceMixin {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        LicenceMixin(
                @JsonProperty("id") String id,
                @JsonProperty("name") String name,
                @JsonProperty("url") @Nullable String url,
                @JsonProperty("open") boolean open) {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Licence of(String id) {
            throw new IllegalStateException(id);
        }
    }

    private static final class NumberWriter extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(LotiJson.number(value));
        }
    }

    private static final class NumbersWriter extends StdSerializer<double[]> {
        private static final long serialVersionUID = 1L;

        NumbersWriter() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (double value : values) {
                if (Double.isNaN(value)) {
                    json.writeNull();
                } else {
                    json.writeNumber(LotiJson.number(value));
                }
            }
            json.writeEndArray();
        }
    }

    private static final class FiniteNumbers extends StdDeserializer<double[]> {
        private static final long serialVersionUID = 1L;

        FiniteNumbers() {
            super(double[].class);
        }

        @Override
        public double @Nullable [] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return (double[]) context.handleUnexpectedToken(_valueClass, parser);
            }
            DoubleStream.Builder values = DoubleStream.builder();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Double value = parser.hasToken(JsonToken.VALUE_NULL) ? null : NUMBER.deserialize(parser, context);
                values.add(value == null ? Double.NaN : value);
            }
            return values.build().toArray();
        }
    }

    private static final class FiniteNumber extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteNumber(Class<Double> type) {
            super(type);
        }

        @Override
        public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(_valueClass, parser);
            }
            double value = parser.getDoubleValue();
            return Double.isFinite(value)
                    ? (Double) value
                    : (Double) context.handleWeirdNumberValue(_valueClass, value, "not finite");
        }

        @Override
        public @Nullable Double getNullValue(DeserializationContext context) throws JsonMappingException {
            return _valueClass == double.class ? context.reportInputMismatch(this, "a number is wanted") : null;
        }
    }
}
