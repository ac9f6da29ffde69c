package london.loti.model.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
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
        note(pathOf(context, parser, name), Code.UNKNOWN_FIELD, () -> unknown(reader, name));
        parser.skipChildren();
        return true;
    }

    /** Fields that come before all known ones were read are told later, from a copy that has no path of its own. */
    private static String pathOf(DeserializationContext context, JsonParser parser, String field) {
        JsonParser document = context.getParser();
        JsonStreamContext at = document.getParsingContext();
        boolean inside = document == parser || document.currentToken() != JsonToken.END_OBJECT;
        if (document == parser && !field.equals(at.getCurrentName()) && at.getParent() != null) {
            at = at.getParent(); // the parser has entered the field's value already
        }
        JsonStreamContext object = inside ? at.getParent() : at;
        return (object == null ? "" : object.pathAsPointer().toString()) + "/" + field;
    }

    private static String unknown(JsonDeserializer<?> reader, String name) {
        Collection<Object> known = reader.getKnownPropertyNames() == null ? List.of() : reader.getKnownPropertyNames();
        List<String> names = known.stream().map(String::valueOf).sorted().toList();
        return "the field is not one that is known here " + names + Nearest.hint(name, names);
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
        // Jackson wraps what a constructor threw, with a text that quotes its own classes.
        Throwable thrown = cause instanceof JsonMappingException && cause.getCause() != null ? cause.getCause() : cause;
        if (thrown instanceof FindingsException several) {
            several.findings()
                    .forEach(f -> findings.add(new Finding(
                            f.severity(),
                            f.code(),
                            f.message(),
                            new Where(source, null, f.where().column()))));
            noted.add(parser.getParsingContext().pathAsPointer().toString());
        } else {
            note(parser, Code.INVALID_VALUE, () -> brokenRule(thrown));
        }
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String failure) throws IOException {
        note(context.getParser(), Code.INVALID_VALUE, () -> wanted(type) + Nearest.hint(value, constants(type)));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, String failure) throws IOException {
        note(context.getParser(), Code.INVALID_VALUE, () -> wanted(type));
        return gap(type);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        note(parser, Code.INVALID_VALUE, () -> wanted(type.getRawClass()));
        parser.skipChildren();
        return gap(type.getRawClass());
    }

    /** A record that could not be made because a part of it could not is not a problem of its own. */
    private void note(JsonParser parser, Code code, Supplier<String> words) {
        note(parser.getParsingContext().pathAsPointer().toString(), code, words);
    }

    private void note(String path, Code code, Supplier<String> words) {
        if (findings.isFull()) { // only counted: a document with a problem in every value must not take for ever
            findings.error(code, "", Where.file(source));
            return;
        }
        if (code == Code.UNKNOWN_FIELD || noted.stream().noneMatch(inner -> isWithin(inner, path))) {
            findings.error(code, words.get(), JsonProblems.where(source, null, path));
        }
        if (code != Code.UNKNOWN_FIELD) {
            noted.add(path);
        }
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    /** The rule in the words of the type's constructor, without the value that breaks it. */
    private static String brokenRule(Throwable thrown) {
        String words = thrown.getMessage();
        if (thrown instanceof NullPointerException) {
            return words == null || words.startsWith("Cannot ") ? "a value is missing here" : words;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        boolean ownWords = thrown.getClass() == IllegalArgumentException.class
                && trace.length > 0
                && !trace[0].getClassName().startsWith("java.");
        return words == null || !ownWords
                ? "a value here breaks a rule of its kind"
                : words.replaceAll(", but [^\n]*", "");
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
        if (Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class)) {
            return "a number is wanted";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false is wanted";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "an object is wanted";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list is wanted";
        }
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name + " is wanted";
    }

    private static List<String> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).toList();
    }
}
