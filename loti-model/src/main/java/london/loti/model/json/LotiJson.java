package london.loti.model.json;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;

/**
 * Reads and writes loti's types as JSON.
 *
 * <p><b>Reading is strict.</b> An unknown field, a field that comes twice, text after the document, a text where a
 * number is wanted, a number that is not finite, nesting deeper than {@value #DEPTH} and documents over 32 MB are
 * errors, each with its line and path; reading goes on after most of them, so that all are told at once. Type names
 * never choose a class. Messages never hold a value of the document: of a constructor's message, what follows
 * {@code , but} is left out.
 *
 * <p><b>Writing is canonical.</b> Fields and map keys in alphabetical order, absent optional fields left out, two
 * spaces of indentation, line feeds, and the shortest decimal that reads back to the same number: the same value
 * gives the same bytes on every platform and Java version. A missing number ({@code NaN}) is written as {@code null}
 * in an array, and read from it, and refused elsewhere; an infinite number is refused.
 */
public final class LotiJson {
    static final int DEPTH = 64;

    private static final int LONGEST_DOCUMENT = 32 << 20;

    static final String TOO_LARGE = "a document must be at most 32 MB and at most " + DEPTH
            + " levels deep, with no number of more than 1000 digits, but is not";

    /** The rules that a JSON document can break. */
    public enum Code implements Finding.Code {
        /** The file can't be read at all. */
        UNREADABLE,
        /** The text is not JSON, or breaks off. */
        NOT_JSON,
        /** The document, or a number in it, is longer or more deeply nested than loti reads. */
        TOO_LARGE,
        /** A field that the type does not have. */
        UNKNOWN_FIELD,
        /** A value of the wrong kind, or one that breaks a rule of its type. */
        INVALID_VALUE
    }

    private static final JsonMapper MAPPER = strictMapper();

    private LotiJson() {}

    /**
     * Reads a file.
     *
     * @param <T> what it describes
     * @param file the file; findings give its name without the folder
     * @param type what it describes
     * @return the value, or the findings alone where one of them is an error; a file that is absent or a folder is one
     */
    public static <T> Checked<T> read(Path file, Class<T> type) {
        Path name = file.getFileName();
        String source = name == null ? file.toString() : name.toString();
        Findings findings = new Findings();
        try (InputStream in = Files.newInputStream(file)) {
            return read(source, in, type);
        } catch (NoSuchFileException e) {
            findings.error(Code.UNREADABLE, "the file must exist, but does not", Where.file(source));
        } catch (IOException e) {
            findings.error(Code.UNREADABLE, "the file can't be read; is it a folder?", Where.file(source));
        }
        return Checked.failed(findings.toList());
    }

    /**
     * Reads a document that a jar of loti brings along.
     *
     * @param <T> what it describes
     * @param name its name
     * @param in its text, in UTF-8; closed here, and null where the jar lacks it
     * @param type what it describes
     * @return what it describes
     * @throws IllegalStateException if the jar lacks it
     */
    public static <T> T bundled(String name, @Nullable InputStream in, Class<T> type) {
        if (in == null) {
            throw new IllegalStateException("the document '" + name + "' must lie in loti's own jar");
        }
        try (in) {
            return read(name, in, type).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @param <T> what it describes
     * @param source its name, for findings
     * @param in its text, in UTF-8; left open
     * @param type what it describes
     * @return the value, or the findings alone where one of them is an error
     * @throws IOException if the stream breaks off; what is wrong with the text is a finding
     */
    public static <T> Checked<T> read(String source, InputStream in, Class<T> type) throws IOException {
        Findings findings = new Findings();
        byte[] document = in.readNBytes(LONGEST_DOCUMENT + 1);
        if (document.length > LONGEST_DOCUMENT) {
            findings.error(Code.TOO_LARGE, TOO_LARGE, Where.file(source));
            return Checked.failed(findings.toList());
        }
        try {
            T value = MAPPER.readerFor(type)
                    .withHandler(new CollectingHandler(source, findings))
                    .readValue(document);
            if (!findings.hasErrors() && value == null) {
                findings.error(Code.INVALID_VALUE, "an object is wanted, but the document is null", Where.file(source));
            }
            if (!findings.hasErrors()) {
                return Checked.of(value, findings.toList());
            }
        } catch (JsonProcessingException e) {
            JsonProblems.add(source, e, findings);
        } catch (CharConversionException e) {
            findings.error(Code.NOT_JSON, "the text must be UTF-8, but is not", Where.file(source));
        }
        return Checked.failed(JsonLines.addTo(findings.toList(), document, MAPPER.getFactory()));
    }

    /**
     * {@return the value as canonical JSON, with a line feed at the end}
     *
     * @param value a value of loti's types, records, collections and maps
     * @throws IllegalArgumentException if it can't be written, for example because a number in it is infinite
     */
    public static String write(Object value) {
        try {
            return MAPPER.writer(printer()).writeValueAsString(value) + "\n";
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the value must be writable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * {@return the value as canonical JSON on one line, without spaces: for data inside a page}
     *
     * @param value a value of loti's types, records, collections and maps
     * @throws IllegalArgumentException if it can't be written, for example because a number in it is infinite
     */
    public static String writeCompact(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the value must be writable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * {@return the shortest decimal that reads back to the same number, the same on every Java version; whole numbers
     * without a fraction}
     *
     * @param value a finite number
     * @throws IllegalArgumentException if the number is not finite
     */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number must be finite to be written, but was " + value);
        }
        String text = NumberOutput.toString(value, true);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@return loti's types as a Jackson module, for a mapper of your own} */
    public static LotiModule module() {
        return new LotiModule();
    }

    /**
     * {@return a copy of the strict mapper that {@code LotiJson} uses itself; changing it changes nothing here} Used
     * directly, it throws Jackson's exceptions, whose messages may quote what was typed: show people the findings of
     * {@link #read(String, InputStream, Class)}, and keep such a message out of a log.
     */
    public static JsonMapper mapper() {
        return MAPPER.copy();
    }

    private static JsonMapper strictMapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxDocumentLength(LONGEST_DOCUMENT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        builder.withCoercionConfig(
                LogicalType.Textual,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        return builder.build();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
