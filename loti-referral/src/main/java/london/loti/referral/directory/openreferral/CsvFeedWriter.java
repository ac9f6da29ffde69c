package london.loti.referral.directory.openreferral;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import london.loti.model.table.CsvWriter;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Writes the trees of services as tables, table by table and service by service. */
final class CsvFeedWriter {
    private static final int LINES_AT_ONCE = 1_000;

    private final Standard standard;
    private final boolean goesBeyondProfile;

    CsvFeedWriter(Standard standard, boolean goesBeyondProfile) {
        if (!standard.isHsds()) {
            throw new IllegalArgumentException("Open Referral UK 1.0 has no tables");
        }
        this.standard = standard;
        this.goesBeyondProfile = goesBeyondProfile;
    }

    /** Whether a spreadsheet takes a text that begins with this for something to calculate. */
    static boolean isFormula(char first) {
        return "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(first) >= 0;
    }

    /** Writes a file a table; goes through the trees twice, to know the columns before the lines. */
    void write(Iterable<ObjectNode> trees, Path folder, Losses losses) throws IOException {
        Map<String, Set<String>> extra = new TreeMap<>();
        CsvSplit first = new CsvSplit(losses);
        for (ObjectNode tree : trees) {
            for (CsvSplit.Line line : first.split(tree)) {
                Set<String> more = extra.computeIfAbsent(line.kind().name(), any -> new TreeSet<>());
                List<String> columns = CsvTables.columns(line.kind(), standard, goesBeyondProfile);
                Iterator<String> names = line.values().fieldNames();
                while (names.hasNext()) {
                    String name = names.next();
                    if (!columns.contains(name)) {
                        more.add(ownColumn(line.kind(), name, line.values().get(name)) ? name : CsvTables.EXTENSIONS);
                    }
                }
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        try {
            CsvSplit second = new CsvSplit(new Losses(), first.owners());
            for (ObjectNode tree : trees) {
                for (CsvSplit.Line line : second.split(tree)) {
                    Table table = tables.get(line.kind().name());
                    if (table == null) {
                        table = new Table(line.kind(), folder, columns(line.kind(), extra));
                        tables.put(line.kind().name(), table);
                    }
                    table.add(line, losses);
                }
            }
        } finally {
            for (Table table : tables.values()) {
                table.close();
            }
        }
    }

    private List<String> columns(Kind kind, Map<String, Set<String>> extra) {
        List<String> columns = new ArrayList<>(CsvTables.columns(kind, standard, goesBeyondProfile));
        columns.addAll(extra.getOrDefault(kind.name(), Set.of()));
        return columns;
    }

    /** A column of its own has what is a text, and no name of the standard's or of loti's, whose values are typed. */
    private static boolean ownColumn(Kind kind, String name, JsonNode value) {
        return value.isTextual()
                && !kind.fields().containsKey(name)
                && !CsvTables.isKey(kind, name)
                && !name.equals(CsvTables.EXTENSIONS)
                && !name.isBlank()
                && name.equals(name.strip())
                && !isFormula(name.charAt(0))
                && name.charAt(0) != '\'';
    }

    /** One file; its lines are written a thousand at a time. */
    private static final class Table {
        private final Kind kind;
        private final List<String> columns;
        private final Path file;
        private final Path draft;
        private final BufferedWriter out;
        private CsvWriter csv;
        private int header;
        private int lines;

        Table(Kind kind, Path folder, List<String> columns) throws IOException {
            this.kind = kind;
            this.columns = columns;
            this.file = folder.resolve(kind.table() + ".csv");
            this.draft = folder.resolve("." + kind.table() + ".csv.draft");
            this.out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
            this.csv = new CsvWriter(columns);
            out.write(csv.toString());
            this.header = csv.toString().length();
        }

        void add(CsvSplit.Line line, Losses losses) throws IOException {
            ObjectNode rest = JsonTree.nodes().objectNode();
            Map<String, String> cells = new HashMap<>(line.keys());
            for (Map.Entry<String, JsonNode> field : line.values().properties()) {
                boolean fits = columns.contains(field.getKey())
                        && !field.getKey().equals(CsvTables.EXTENSIONS)
                        && !line.keys().containsKey(field.getKey())
                        && fits(field.getKey(), field.getValue());
                if (!fits) {
                    rest.set(field.getKey(), field.getValue());
                }
            }
            for (String column : columns) {
                if (column.equals(CsvTables.EXTENSIONS)) {
                    csv.text(rest.isEmpty() ? "" : writable(rest.toString(), losses));
                } else if (cells.containsKey(column)) {
                    csv.text(escaped(writable(cells.get(column), losses)));
                } else if (rest.has(column)) {
                    csv.text("");
                } else {
                    cell(line.values().path(column), losses);
                }
            }
            csv.endRow();
            if (++lines % LINES_AT_ONCE == 0) {
                flush();
            }
        }

        /** Whether reading the cell gives the value again: a text that looks like a number may not. */
        private boolean fits(String column, JsonNode value) {
            boolean isNumber = kind.fields().containsKey(column)
                    && kind.fields().get(column).form() == RuleTable.Form.NUMBER;
            return isNumber ? value.isNumber() : value.isTextual();
        }

        private void cell(JsonNode value, Losses losses) {
            if (!value.isNumber()) {
                csv.text(value.isTextual() ? escaped(writable(value.asText(), losses)) : "");
                return;
            }
            BigDecimal number = value.decimalValue();
            double real = number.doubleValue();
            if (Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(number) == 0 && Math.abs(real) < 1e15) {
                csv.number(real);
            } else {
                csv.text(number.toPlainString());
            }
        }

        /** A text that begins with apostrophes and then a formula gets one more, as one is taken away again. */
        private static String escaped(String text) {
            return text.startsWith("'") && !CsvFeed.plain(text).equals(text) ? "'" + text : text;
        }

        private String writable(String text, Losses losses) {
            if (text.indexOf('\uffff') < 0) {
                return text;
            }
            losses.add(kind.name(), "*", Loss.Reason.CHARACTER);
            return text.replace('\uffff', '\ufffd');
        }

        private void flush() throws IOException {
            out.write(csv.toString().substring(header));
            csv = new CsvWriter(columns);
        }

        void close() throws IOException {
            flush();
            out.close();
            Files.move(draft, file);
        }
    }
}
