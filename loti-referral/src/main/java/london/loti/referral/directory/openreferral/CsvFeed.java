package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Severity;
import london.loti.model.provenance.Dataset;
import london.loti.model.table.CsvReader;
import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Form;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Reads the tables of a folder and joins them to records. The tables are held in memory while they are joined. */
final class CsvFeed {
    private final List<Path> files;
    private final FeedSink sink;
    private final Map<String, CsvIndex> tables = new LinkedHashMap<>();

    CsvFeed(List<Path> files, FeedSink sink) {
        this.files = files;
        this.sink = sink;
    }

    List<Dataset> read() {
        List<Dataset> sources = new ArrayList<>();
        for (Path file : files) {
            Kind kind = CsvTables.kindOf(FeedFiles.name(file)).orElseThrow();
            CsvIndex table = tables.computeIfAbsent(kind.name(), any -> new CsvIndex(kind));
            try (CsvReader csv = CsvReader.open(file)) {
                table(csv, kind, table);
                csv.findings().forEach(this::tell);
                sources.add(csv.dataset());
            } catch (IOException | UncheckedIOException | IllegalStateException e) {
                sink.problem(
                        Severity.ERROR,
                        FeedRule.UNREADABLE,
                        FeedFiles.name(file),
                        null,
                        null,
                        "the file can't be read to its end");
            }
        }
        emit("service", true);
        emit("organization", false);
        emit("location", false);
        emit("taxonomy", false);
        emit("taxonomy_term", false);
        tables.values().forEach(table -> table.unused().forEach(this::orphan));
        return sources;
    }

    private void tell(Finding finding) {
        FeedRule rule = finding.code() == CsvReader.Code.UNREADABLE || finding.code() == CsvReader.Code.NOT_UTF8
                ? FeedRule.UNREADABLE
                : finding.code() == CsvReader.Code.EMPTY ? FeedRule.EMPTY : FeedRule.NOT_KEPT;
        boolean isEmpty = finding.code() == CsvReader.Code.EMPTY;
        sink.problem(
                isEmpty ? Severity.WARNING : finding.severity(),
                rule,
                finding.where().source(),
                finding.where().line(),
                finding.where().column(),
                finding.message());
    }

    private void table(CsvReader csv, Kind kind, CsvIndex table) {
        List<String> header = csv.header();
        int[] columns = header.stream().mapToInt(csv::column).toArray();
        while (csv.next()) {
            CsvLine line = new CsvLine(kind, csv.source(), csv.line());
            for (int i = 0; i < columns.length; i++) {
                String text = plain(csv.raw(columns[i]));
                if (!text.isEmpty()) {
                    cell(line, kind, header.get(i), text);
                }
            }
            add(table, line);
        }
    }

    private void cell(CsvLine line, Kind kind, String column, String text) {
        if (column.equals(CsvTables.EXTENSIONS)) {
            JsonNode extensions = RecordEncoder.parse(text);
            if (extensions == null || !extensions.isObject()) {
                problem(line, Severity.ERROR, FeedRule.WRONG_TYPE, column, "a JSON object is wanted");
            } else {
                extensions.properties().forEach(field -> line.node().set(field.getKey(), field.getValue()));
            }
            return;
        }
        if (CsvTables.isKey(kind, column)) {
            line.keys().put(column, text.strip());
            return;
        }
        FieldRule field = kind.fields().get(column);
        line.node().set(column, value(field, text));
    }

    /** A cell's value in the form of its field; what has another form stays the text that it is. */
    private static JsonNode value(@Nullable FieldRule field, String text) {
        if (field != null && field.form() == Form.NUMBER) {
            try {
                BigDecimal number = new BigDecimal(text.strip());
                if (number.precision() <= 100 && Math.abs((long) number.scale()) <= 100) {
                    return number.scale() == 0 && number.precision() < 18
                            ? JsonTree.nodes().numberNode(number.longValueExact())
                            : JsonTree.nodes().numberNode(number);
                }
            } catch (NumberFormatException e) {
                return JsonTree.nodes().textNode(text);
            }
        }
        if (field != null && field.form() == Form.FLAG && (text.equals("true") || text.equals("false"))) {
            return JsonTree.nodes().booleanNode(text.equals("true"));
        }
        boolean isTyped = field == null || field.form() == Form.NUMBER || field.form() == Form.FLAG;
        return JsonTree.nodes().textNode(field != null && isTyped ? text.strip() : text);
    }

    /** The text of a cell without the apostrophe that keeps spreadsheets from calculating it. */
    static String plain(String cell) {
        int mark = 0;
        while (mark < cell.length() && cell.charAt(mark) == '\'') {
            mark++;
        }
        return mark > 0 && mark < cell.length() && CsvFeedWriter.isFormula(cell.charAt(mark))
                ? cell.substring(1)
                : cell;
    }

    private void add(CsvIndex table, CsvLine line) {
        CsvLine other = table.add(line);
        if (other != null) {
            boolean isSameFile = other.source().equals(line.source());
            problem(
                    line,
                    isSameFile ? Severity.ERROR : Severity.WARNING,
                    isSameFile ? FeedRule.DUPLICATE_ID : FeedRule.REPEATED_RECORD,
                    "id",
                    "an id must come once, but comes twice; the first line is kept");
        }
    }

    private void emit(String kindName, boolean all) {
        CsvIndex table = tables.get(kindName);
        if (table == null) {
            return;
        }
        for (CsvLine line : table.lines()) {
            if (all || !line.isUsed()) {
                ObjectNode node = join(line);
                sink.record(new FeedItem(line.kind(), node, line.source(), line.line(), "", true));
            }
        }
    }

    /** The record of a line, with its parts from the other tables. */
    private ObjectNode join(CsvLine line) {
        ObjectNode node = line.node().deepCopy();
        String id = line.id();
        for (FieldRule part : CsvTables.parts(line.kind())) {
            CsvIndex table = tables.get(Objects.requireNonNull(part.of()));
            if (part.form() == Form.OBJECT) {
                single(line, part, table, node);
            } else if (table != null && id != null) {
                ArrayNode list = JsonTree.nodes().arrayNode();
                for (CsvLine child : table.of(line.kind(), id)) {
                    list.add(join(child));
                }
                if (!list.isEmpty()) {
                    node.set(part.name(), list);
                }
            }
        }
        if (!line.isUsed()) {
            sink.row(new FeedItem(line.kind(), node, line.source(), line.line(), "", false));
        }
        line.use();
        return node;
    }

    private void single(CsvLine line, FieldRule part, @Nullable CsvIndex table, ObjectNode node) {
        String key = line.keys().get(CsvTables.keyOf(part));
        if (key == null) {
            return;
        }
        CsvLine target = table == null ? null : table.byId(key);
        if (target != null) {
            node.set(part.name(), join(target));
        } else {
            node.put(CsvTables.keyOf(part), key);
            problem(
                    line,
                    Severity.WARNING,
                    FeedRule.ORPHAN,
                    CsvTables.keyOf(part),
                    "the record that the column names is in no table");
        }
    }

    private void orphan(CsvLine line) {
        problem(
                line,
                Severity.WARNING,
                FeedRule.ORPHAN,
                null,
                line.kind().recordName() == null
                        ? "loti keeps nothing of this table"
                        : "the line belongs to no record that is there; it is left out");
    }

    private void problem(CsvLine line, Severity severity, FeedRule rule, @Nullable String column, String words) {
        sink.problem(severity, rule, line.source(), line.line(), column, words);
    }
}
