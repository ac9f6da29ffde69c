package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record of a stream into a tree, within limits. What breaks a limit is told and left out; the stream stands
 * behind the record in any case, so that the next one can be read.
 */
final class JsonTree {
    /** Deeper than any record of a standard; a tree this deep can be walked by recursion. */
    static final int DEPTH = 60;

    /** How many characters of texts and names one record may have; each value counts for some, too. */
    static final int MOST_CHARACTERS = 16 << 20;

    private static final int MOST_DIGITS = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxStringLength(MOST_CHARACTERS)
                    .maxNameLength(10_000)
                    .maxNumberLength(1_000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final Told told;
    private final int most;
    private int budget;
    private int left;
    private boolean broken;

    /** Hears what is wrong. */
    interface Told {
        void problem(FeedRule rule, String path, String words);
    }

    JsonTree(JsonParser parser, int most, Told told) {
        this.parser = parser;
        this.most = most;
        this.budget = most;
        this.told = told;
    }

    /** Leaves only so many characters for the next value: the rest of its record has taken the others. */
    JsonTree withLeft(int characters) {
        budget = Math.min(most, characters);
        return this;
    }

    /** How many characters are left after the last value. */
    int left() {
        return left;
    }

    static JsonFactory factory() {
        return FACTORY;
    }

    /**
     * Reads the value at which the parser stands.
     *
     * @param path the path of the value, for findings
     * @return the value, or null where a limit was broken
     */
    @Nullable
    JsonNode read(String path) throws IOException {
        left = budget;
        broken = false;
        JsonNode node = value(path, 1);
        return broken ? null : node;
    }

    private JsonNode value(String path, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && (depth > DEPTH || broken)) {
            tooLarge(path, "a record must be at most " + DEPTH + " levels deep, but is not");
            parser.skipChildren();
            return NODES.nullNode();
        }
        spend(16, path);
        return switch (token) {
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> array(path, depth);
            case VALUE_STRING -> {
                String text = parser.getText();
                spend(text.length(), path);
                yield broken ? NODES.nullNode() : NODES.textNode(whole(text, path));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(String path, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String raw = parser.currentName();
            spend(raw.length(), path);
            String name = whole(raw, path);
            parser.nextToken();
            if (object.has(name)) {
                told.problem(
                        FeedRule.DUPLICATE_FIELD,
                        JsonPaths.child(path, name),
                        "a field must come once, but comes twice; the first is kept");
                parser.skipChildren();
                continue;
            }
            JsonNode value = value(broken ? path : JsonPaths.child(path, name), depth + 1);
            if (!broken) {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array(String path, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(broken ? path : path + "/" + array.size(), depth + 1);
            if (!broken) {
                array.add(value);
            }
        }
        return array;
    }

    /** Numbers beyond any use are told and left out: to calculate with one may take for ever. */
    private JsonNode number(String path) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return NODES.numberNode(parser.getLongValue());
        }
        try {
            BigDecimal number = parser.getDecimalValue();
            if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        ? NODES.numberNode(number.toBigIntegerExact())
                        : NODES.numberNode(number);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            return absurd(path);
        }
        return absurd(path);
    }

    private NullNode absurd(String path) {
        told.problem(
                FeedRule.TOO_LARGE,
                path,
                "a number must have at most " + MOST_DIGITS + " digits and places, but has more; it is left out");
        return NODES.nullNode();
    }

    /** The text with a replacement for each half of a character, which is told. */
    String whole(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                told.problem(
                        FeedRule.BROKEN_TEXT,
                        path,
                        "a text must hold whole characters, but holds half a pair; it is replaced");
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder();
        text.codePoints()
                .forEach(c -> repaired.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return repaired.toString();
    }

    private void spend(int characters, String path) {
        left -= characters;
        if (left < 0) {
            tooLarge(path, "a record must have at most " + most + " characters, but has more");
        }
    }

    private void tooLarge(String path, String words) {
        if (!broken) {
            told.problem(FeedRule.TOO_LARGE, path, words + "; the record is left out");
        }
        broken = true;
    }

    static JsonNodeFactory nodes() {
        return NODES;
    }
}
