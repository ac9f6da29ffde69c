package london.loti.model.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Dataset;

/**
 * Reads a CSV file line by line, by the names in its header, and collects a finding for everything that is wrong.
 *
 * <pre>{@code
 * lsoa21_code,lsoa21_name,pct_disabled
 * E01000001,City of London 001A,10.305085
 * E01000002,City of London 001B,c
 * E01000003,"Somewhere, with a comma","1,024.5"
 * }</pre>
 *
 * <pre>{@code
 * try (CsvReader csv = CsvReader.open(file)) {
 *     int code = csv.column("lsoa21_code");
 *     int disabled = csv.column("pct_disabled");
 *     while (csv.next()) {
 *         use(csv.text(code), csv.number(disabled));
 *     }
 *     return csv.check(result);
 * }
 * }</pre>
 *
 * <p>The file is UTF-8, with or without a byte order mark; lines end with CRLF, LF or CR; cells may be quoted
 * (RFC 4180). Numbers may have thousands separators. An empty cell and the usual markers of official statistics
 * ({@code c}, {@code [x]} and their like) are missing numbers. Lines without any text are passed over. A mistake in
 * the file is never an exception: where nothing can be read, {@link #next()} is false at once. Not thread-safe.
 */
public final class CsvReader implements Closeable {
    /** No honest line is longer; a longer one would only fill the memory. */
    private static final int LONGEST_LINE = 1 << 20;

    /** As many as a spreadsheet has columns. */
    private static final int MOST_CELLS = 1 << 14;

    private static final Pattern LINE_OF_PROBLEM = Pattern.compile("line ([0-9]{1,9})");

    private static final Set<String> MISSING =
            Set.of("", "c", "x", "z", "[c]", "[x]", "[z]", "[w]", "[u]", "[low]", "..", ":", "-", "NA", "N/A", "n/a");

    /** The rules that a CSV file can break. */
    public enum Code implements Finding.Code {
        /** The file is absent, a folder, or not to be read. */
        UNREADABLE,
        /** The file has no header, or a header and no line. */
        EMPTY,
        /** The bytes are not UTF-8. */
        NOT_UTF8,
        /** A quote is not closed, or text follows one. */
        BROKEN_QUOTES,
        /** A line has more than 1,048,576 characters or 16,384 cells. */
        LINE_TOO_LONG,
        /** Two columns have one name. */
        DUPLICATE_COLUMN,
        /** A column that is needed is not in the header. */
        UNKNOWN_COLUMN,
        /** A line has more or fewer cells than the header. */
        WRONG_CELL_COUNT,
        /** A cell should hold a number. */
        NOT_A_NUMBER,
        /** The last line does not end, so the file may be cut off. */
        NO_LAST_LINE_END
    }

    private final String source;
    private final Findings findings = new Findings();
    private final Map<String, Integer> columnOf = new LinkedHashMap<>();
    private @Nullable CsvBytes bytes;
    private @Nullable CloseableIterator<CsvRecord> records;
    private @Nullable CsvRecord row;
    private @Nullable Dataset dataset;
    private List<String> names = List.of();
    private boolean ended;
    private long rows;

    private CsvReader(String source) {
        this.source = source;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file; findings give its name without the folder
     * @return a reader before the first line; without lines where the file can't be read
     */
    public static CsvReader open(Path file) {
        Path name = file.getFileName();
        CsvReader csv = new CsvReader(name == null ? file.toString() : name.toString());
        try {
            csv.start(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            csv.error(Code.UNREADABLE, "the file must exist, but does not", Where.file(csv.source));
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "a file is wanted, but this is a folder" : "the file can't be read";
            csv.error(Code.UNREADABLE, what, Where.file(csv.source));
        }
        return csv;
    }

    /**
     * Reads a stream and its header.
     *
     * @param source a name for findings
     * @param in the bytes; closed with this reader
     * @return a reader before the first line; without lines where the stream can't be read
     */
    public static CsvReader open(String source, InputStream in) {
        CsvReader csv = new CsvReader(source);
        try {
            csv.start(in);
        } catch (IOException e) {
            csv.unreadable();
        }
        return csv;
    }

    private void start(InputStream in) throws IOException {
        bytes = new CsvBytes(in);
        records = de.siegmar.fastcsv.reader.CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_LINE)
                                .maxRecordSize(LONGEST_LINE)
                                .build(),
                        bytes.text())
                .iterator();
        CsvRecord header = read();
        if (header == null) {
            if (!findings.hasErrors()) {
                error(Code.EMPTY, "the first line must name the columns, but the file is empty", Where.file(source));
            }
            return;
        }
        if (header.getFields().stream().anyMatch(name -> name.indexOf('\0') >= 0)) { // UTF-16 without its mark
            notUtf8(header);
            return;
        }
        names = header.getFields().stream().map(String::strip).toList();
        int line = lineOf(header);
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (!name.isEmpty() && columnOf.putIfAbsent(name, column) != null) {
                error(
                        Code.DUPLICATE_COLUMN,
                        "a column's name must come once, but comes twice",
                        Where.cell(source, line, name));
            }
        }
        if (columnOf.isEmpty()) {
            error(
                    Code.EMPTY,
                    "the first line must name the columns, but has only empty cells",
                    Where.line(source, line));
        }
    }

    /** {@return the name that findings give to the file} */
    public String source() {
        return source;
    }

    /** {@return the columns' names in the order of the file; empty where there is no header} */
    public List<String> header() {
        return List.copyOf(columnOf.keySet());
    }

    /**
     * {@return the column with this name, to be handed to {@link #text} or {@link #number}; -1, and a finding, where
     * there is none}
     *
     * @param name the name as in the header, without white space around it; case counts
     */
    public int column(String name) {
        Integer column = columnOf.get(name);
        if (column != null) {
            return column;
        }
        if (!columnOf.isEmpty()) {
            error(
                    Code.UNKNOWN_COLUMN,
                    "the column is needed, but the header does not have it" + Nearest.hint(name, columnOf.keySet()),
                    Where.column(source, name));
        }
        return -1;
    }

    /**
     * Goes to the next line that has as many cells as the header. Every line passed over for another number of cells is
     * a finding.
     *
     * @return whether there is such a line; false at the end
     * @throws IllegalStateException if {@link #dataset()} has read the lines that were left
     */
    public boolean next() {
        if (dataset != null && !ended) {
            throw new IllegalStateException("lines must be read before the file is hashed");
        }
        while (!columnOf.isEmpty()) {
            row = read();
            if (row == null) {
                return false;
            }
            if (isBlank(row)) {
                continue;
            }
            rows++;
            if (row.getFieldCount() == names.size()) {
                return true;
            }
            error(
                    Code.WRONG_CELL_COUNT,
                    "a line must have " + names.size() + " cells like the header, but has " + row.getFieldCount()
                            + (row.getFieldCount() < names.size() ? "\nMaybe the file is cut off here." : ""),
                    Where.line(source, line()));
        }
        return false;
    }

    /** {@return the current line's number in the file; the header is line 1} */
    public int line() {
        return row == null ? 1 : lineOf(row);
    }

    /**
     * {@return a cell without the white space around it; empty for a column that the header does not have}
     *
     * @param column the column, as {@link #column} gives it
     */
    public String text(int column) {
        return row == null || column < 0 ? "" : row.getField(column).strip();
    }

    /**
     * {@return a cell as it stands, with the white space around it; empty for a column that the header does not have}
     *
     * @param column the column, as {@link #column} gives it
     */
    public String raw(int column) {
        return row == null || column < 0 ? "" : row.getField(column);
    }

    /**
     * {@return a cell's number; {@code NaN} where it is missing, and with a finding where it is not a number}
     *
     * @param column the column, as {@link #column} gives it
     */
    public double number(int column) {
        String text = text(column);
        if (isMissing(text)) {
            return Double.NaN;
        }
        OptionalDouble number = NumberText.parse(text);
        if (number.isEmpty()) {
            error(
                    Code.NOT_A_NUMBER,
                    "a number is wanted, or a marker for a missing one, but the cell holds another text",
                    where(column));
        }
        return number.orElse(Double.NaN);
    }

    /**
     * {@return whether a text stands for a missing number: nothing, or one of the usual markers of official statistics}
     *
     * @param text a cell's text, without white space around it
     */
    public static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    /**
     * {@return the place of a cell in the current line}
     *
     * @param column the column, as {@link #column} gives it; below 0 it stands for the whole line
     */
    public Where where(int column) {
        String name = column < 0 ? "" : names.get(column);
        return name.isEmpty() ? Where.line(source, line()) : Where.cell(source, line(), name);
    }

    /**
     * Adds an error that only the caller can see.
     *
     * @param code the rule that is broken
     * @param message what is wrong in plain words; never personal data
     * @param where the place
     */
    public void error(Finding.Code code, String message, Where where) {
        findings.error(code, message, where);
    }

    /**
     * Adds a warning that only the caller can see.
     *
     * @param code the rule that is broken
     * @param message what somebody should look at, in plain words; never personal data
     * @param where the place
     */
    public void warning(Finding.Code code, String message, Where where) {
        findings.warning(code, message, where);
    }

    /**
     * {@return what was made of the file, with all findings; nothing but the findings where one is an error}
     *
     * @param <T> what the file describes
     * @param result what was made of the good lines
     */
    public <T> Checked<T> check(T result) {
        return findings.check(result);
    }

    /** {@return all findings so far, in the order in which they were found} */
    public List<Finding> findings() {
        return findings.toList();
    }

    /**
     * {@return the file's name and hash} This reads what is left of the file, so it comes after the last line.
     *
     * @throws IllegalStateException if the file could not be opened
     * @throws UncheckedIOException if the rest of it can't be read
     */
    public Dataset dataset() {
        if (dataset != null) {
            return dataset;
        }
        try {
            if (bytes == null) {
                throw new IllegalStateException("a file must have been opened to be hashed");
            }
            dataset = bytes.dataset(source);
            return dataset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }

    private @Nullable CsvRecord read() {
        if (records == null || ended) {
            return null;
        }
        try {
            if (records.hasNext()) {
                CsvRecord read = records.next();
                if (!isDamaged(read)) {
                    return read;
                }
                notUtf8(read);
            } else {
                atEnd();
            }
        } catch (CsvParseException e) {
            broken(e);
        } catch (UncheckedIOException e) {
            unreadable();
        }
        ended = true;
        return null;
    }

    private void atEnd() {
        if (rows == 0 && !columnOf.isEmpty()) {
            error(Code.EMPTY, "the file must have lines below its header, but has none", Where.file(source));
        } else if (rows > 0 && bytes != null && !bytes.endedWithALine()) {
            warning(
                    Code.NO_LAST_LINE_END,
                    "the last line does not end with a line end\nMaybe the file is cut off: check its last line.",
                    Where.line(source, line()));
        }
    }

    private void broken(CsvParseException e) {
        if (e.getCause() instanceof IOException) {
            unreadable();
            return;
        }
        String problem = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
        Matcher line = LINE_OF_PROBLEM.matcher(problem);
        Where where = line.find() ? Where.line(source, Integer.parseInt(line.group(1))) : Where.file(source);
        if (problem.contains(" max")) { // of the buffer, of a cell, of a line, of the number of cells
            error(
                    Code.LINE_TOO_LONG,
                    "a line must have at most " + LONGEST_LINE + " characters and " + MOST_CELLS
                            + " cells, but one has more\nMaybe this is not a CSV file, or a quote is not closed.",
                    where);
        } else {
            error(
                    Code.BROKEN_QUOTES,
                    "a quoted cell must end with a quote and then the separator or the line's end,"
                            + " but one does not\nMaybe the file is cut off inside a quoted cell.",
                    where);
        }
    }

    private void unreadable() {
        error(Code.UNREADABLE, "the file can't be read; is it a folder?", Where.file(source));
    }

    private void notUtf8(CsvRecord line) {
        error(
                Code.NOT_UTF8,
                "the text must be UTF-8, but is not\nMaybe save it again as 'CSV UTF-8'.",
                Where.line(source, lineOf(line)));
    }

    private static boolean isDamaged(CsvRecord line) {
        for (int cell = 0; cell < line.getFieldCount(); cell++) {
            if (line.getField(cell).indexOf(CsvBytes.DAMAGED) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(CsvRecord line) {
        for (int cell = 0; cell < line.getFieldCount(); cell++) {
            if (!line.getField(cell).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static int lineOf(CsvRecord line) {
        return (int) Math.min(Integer.MAX_VALUE, line.getStartingLineNumber());
    }
}
