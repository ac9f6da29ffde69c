package london.loti.model.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson.Code;

/** Notes a problem and lets Jackson read on with a gap, so that one run tells all problems. */
final class CollectingHandler extends DeserializationProblemHandler {
    private final String source;
    private final Findings findings;
    private final List<String> noted = new ArrayList<>();

    CollectingHandler(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object of, String name)
            throws IOException {
        Collection<Object> known = reader.getKnownPropertyNames() == null ? List.of() : reader.getKnownPropertyNames();
        List<String> names = known.stream().map(String::valueOf).sorted().toList();
        note(
                parser,
                Code.UNKNOWN_FIELD,
                "the field is not one that is known here " + names + Nearest.hint(name, names));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable cause)
            throws IOException {
        JsonParser parser = context.getParser();
        while (parser.currentToken() == JsonToken.FIELD_NAME) { // Jackson leaves the rest of the object unread
            parser.nextToken();
            parser.skipChildren();
            parser.nextToken();
        }
        if (cause instanceof FindingsException several) {
            several.findings()
                    .forEach(f -> findings.add(new Finding(
                            f.severity(),
                            f.code(),
                            f.message(),
                            new Where(source, null, f.where().column()))));
            noted.add(parser.getParsingContext().pathAsPointer().toString());
        } else {
            note(parser, Code.INVALID_VALUE, Objects.requireNonNullElse(cause.getMessage(), "a value is missing here"));
        }
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String failure) throws IOException {
        note(context.getParser(), Code.INVALID_VALUE, wanted(type) + Nearest.hint(value, constants(type)));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String failure) throws IOException {
        note(context.getParser(), Code.INVALID_VALUE, wanted(type));
        return gap(type);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        note(parser, Code.INVALID_VALUE, wanted(type.getRawClass()));
        parser.skipChildren();
        return gap(type.getRawClass());
    }

    /** A record that could not be made because a part of it could not is not a problem of its own. */
    private void note(JsonParser parser, Code code, String message) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        if (code == Code.UNKNOWN_FIELD || noted.stream().noneMatch(inner -> isWithin(inner, path))) {
            findings.error(code, message, JsonProblems.where(source, parser.currentTokenLocation(), path));
        }
        if (code != Code.UNKNOWN_FIELD) {
            noted.add(path);
        }
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    private static @Nullable Object gap(Class<?> type) {
        if (type == double.class) {
            return 0.0;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private static String wanted(Class<?> type) {
        List<String> constants = constants(type);
        if (!constants.isEmpty()) {
            return "one of " + constants + " is wanted";
        }
        if (type == String.class) {
            return "a text is wanted";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number is wanted";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list is wanted";
        }
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return "a " + name + " is wanted";
    }

    private static List<String> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).toList();
    }
}
