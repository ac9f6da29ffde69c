package london.loti.referral.directory.openreferral;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Severity;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Walks through one JSON document or lines of them, record by record: only one is held at a time. */
final class JsonFeed {
    private static final int LONGEST_LINE = 4 * JsonTree.MOST_CHARACTERS;

    private final String source;
    private final int mostCharacters;
    private final FeedSink sink;
    private @Nullable Kind before;
    private long records;

    JsonFeed(String source, int mostCharacters, FeedSink sink) {
        this.source = source;
        this.mostCharacters = mostCharacters;
        this.sink = sink;
    }

    /** Walks to the end, or as far as the text can be read. */
    FeedForm read(InputStream bytes, boolean isLines) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        if (isLines || hasWholeRecordInFirstLine(in)) {
            lines(in);
            return FeedForm.NDJSON;
        }
        return document(in);
    }

    /** Whether the first line is a whole object and a second one begins with another: a record a line. */
    private static boolean hasWholeRecordInFirstLine(BufferedInputStream in) throws IOException {
        in.mark(1 << 20);
        byte[] start = in.readNBytes(1 << 20);
        in.reset();
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        int next = end + 1;
        while (next < start.length && start[next] <= ' ') {
            next++;
        }
        if (next >= start.length || start[next] != '{') {
            return false;
        }
        try (JsonParser parser = JsonTree.factory().createParser(start, 0, end)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException | CharConversionException e) {
            return false;
        }
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
        int number = 1;
        boolean tooLong = false;
        int b = in.read();
        while (b >= 0 || line.size() > 0) {
            if (b >= 0 && b != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(b);
                } else {
                    tooLong = true;
                }
                b = in.read();
                continue;
            }
            if (tooLong) {
                sink.problem(
                        Severity.ERROR, FeedRule.TOO_LARGE, source, number, null, "a line is too long; it is left out");
            } else {
                line(line.toByteArray(), number);
            }
            line.reset();
            tooLong = false;
            number++;
            b = b < 0 ? b : in.read();
        }
        if (records == 0) {
            sink.problem(
                    Severity.ERROR, FeedRule.EMPTY, source, null, null, "the file must hold records, but holds none");
        }
    }

    private void line(byte[] line, int number) throws IOException {
        int start = 0;
        while (start < line.length && line[start] <= ' ' && line[start] >= 0) {
            start++;
        }
        if (start == line.length) {
            return;
        }
        records++;
        try (JsonParser parser = JsonTree.factory().createParser(line, start, line.length - start)) {
            parser.nextToken();
            JsonNode node = tree(parser, number).read("");
            if (parser.nextToken() != null) {
                sink.problem(
                        Severity.ERROR,
                        FeedRule.NOT_JSON,
                        source,
                        number,
                        null,
                        "nothing must follow the record, but something does");
            }
            if (node != null) {
                record(node, number, "", false);
            }
        } catch (JacksonException | CharConversionException e) {
            notJson(e, number);
        }
    }

    private FeedForm document(InputStream in) throws IOException {
        FeedForm form = FeedForm.SINGLE;
        try (JsonParser parser = JsonTree.factory().createParser(in)) {
            int roots = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                roots++;
                FeedForm root = root(parser, token);
                form = roots == 1 ? root : FeedForm.NDJSON;
            }
            if (roots == 0) {
                sink.problem(
                        Severity.ERROR, FeedRule.EMPTY, source, null, null, "the file must hold records, but is empty");
            }
        } catch (JacksonException e) {
            notJson(e, e.getLocation() == null ? null : e.getLocation().getLineNr());
        } catch (CharConversionException e) {
            notJson(e, null);
        }
        return form;
    }

    private FeedForm root(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            items(parser, "", false);
            return FeedForm.LIST;
        }
        if (token != JsonToken.START_OBJECT) {
            sink.problem(
                    Severity.ERROR,
                    FeedRule.UNKNOWN_FORM,
                    source,
                    line(parser),
                    null,
                    "a record or a page of records is wanted");
            parser.skipChildren();
            return FeedForm.SINGLE;
        }
        return object(parser);
    }

    /** A page, whose records are handed on one by one, or a single record. */
    private FeedForm object(JsonParser parser) throws IOException {
        int start = line(parser);
        ObjectNode rest = JsonTree.nodes().objectNode();
        FeedForm form = FeedForm.SINGLE;
        long items = 0;
        boolean complete = true;
        int left = mostCharacters;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = tree(parser, start).whole(parser.currentName(), "");
            JsonToken value = parser.nextToken();
            boolean isContents = name.equals("contents") || name.equals("content");
            if (isContents && value == JsonToken.START_ARRAY && form == FeedForm.SINGLE && !rest.has("id")) {
                form = name.equals("contents") ? FeedForm.PAGE : FeedForm.PAGE_1_0;
                items = items(parser, "/" + name, form == FeedForm.PAGE_1_0);
            } else if (rest.has(name)) {
                sink.problem(
                        Severity.ERROR,
                        FeedRule.DUPLICATE_FIELD,
                        source,
                        line(parser),
                        JsonPaths.child("", name),
                        "a field must come once, but comes twice; the first is kept");
                parser.skipChildren();
            } else if (!complete) {
                parser.skipChildren();
            } else {
                JsonTree tree = tree(parser, start).withLeft(left - name.length());
                JsonNode node = tree.read(JsonPaths.child("", name));
                complete &= node != null;
                left = tree.left();
                if (node != null) {
                    rest.set(name, node);
                }
            }
        }
        if (form != FeedForm.SINGLE) {
            sink.page(source, new FeedPage(rest, form == FeedForm.PAGE_1_0, items));
            if (items == 0) {
                sink.problem(Severity.WARNING, FeedRule.EMPTY, source, start, null, "the page has no record");
            }
        } else if (complete) {
            record(rest, start, "", false);
        }
        return form;
    }

    private long items(JsonParser parser, String path, boolean isOruk1) throws IOException {
        long items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = line(parser);
            String at = path + "/" + items;
            JsonNode node = tree(parser, start).read(at);
            if (node != null) {
                record(node, start, at, isOruk1);
            }
            items++;
        }
        return items;
    }

    private void record(JsonNode node, int line, String path, boolean isOruk1) {
        records++;
        Optional<Kind> kind =
                node.isObject() ? KindGuess.of(node, source, before, isOruk1, sink.said()) : Optional.empty();
        if (kind.isEmpty()) {
            sink.problem(
                    Severity.ERROR,
                    FeedRule.UNKNOWN_FORM,
                    source,
                    line,
                    path.isEmpty() ? null : path,
                    "a record of Open Referral is wanted, but this does not look like one");
            return;
        }
        before = kind.get();
        sink.record(new FeedItem(kind.get(), (ObjectNode) node, source, line, path, false));
    }

    private JsonTree tree(JsonParser parser, int line) {
        return new JsonTree(
                parser,
                mostCharacters,
                (rule, path, words) ->
                        sink.problem(Severity.ERROR, rule, source, line, path.isEmpty() ? null : path, words));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private void notJson(IOException e, @Nullable Integer line) {
        if (e instanceof StreamConstraintsException) {
            sink.problem(
                    Severity.ERROR,
                    FeedRule.TOO_LARGE,
                    source,
                    line,
                    null,
                    "a text, name, number or nesting is beyond what loti reads");
        } else if (e instanceof JsonEOFException) {
            sink.problem(Severity.ERROR, FeedRule.NOT_JSON, source, line, null, "the document breaks off here");
        } else {
            String original = e instanceof JacksonException json ? String.valueOf(json.getOriginalMessage()) : "UTF";
            boolean isText = original.startsWith("Invalid UTF") || original.contains("UTF");
            sink.problem(
                    Severity.ERROR,
                    FeedRule.NOT_JSON,
                    source,
                    line,
                    null,
                    isText ? "the text must be UTF-8, but is not here" : "the text is not valid JSON here");
        }
    }
}
