package london.loti.model.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
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
 * <p>The file is UTF-8, with or without a byte order mark; lines end with CRLF or LF; cells may be quoted
 * (RFC 4180). Numbers may have thousands separators. An empty cell and the usual markers of official statistics
 * ({@code c}, {@code [x]} and their like) are missing numbers. Lines without any text are passed over. A mistake in
 * the file is never an exception: where nothing can be read, {@link #next()} is false at once. Not thread-safe.
 */
public final class CsvReader implements Closeable {
    /** No honest line is longer; a longer one would only fill the memory. */
    private static final int LONGEST_LINE = 1 << 20;

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
        /** A line is longer than a mebibyte. */
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
    private @Nullable LastByte bytes;
    private @Nullable MessageDigest digest;
    private @Nullable CloseableIterator<CsvRecord> records;
    private @Nullable CsvRecord row;
    private int headerCells;
    private long rows;

    private CsvReader(String source) {
        this.source = source;
    }

    /** Opens a file and reads its header. */
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
     */
    public static CsvReader open(String source, InputStream in) {
        CsvReader csv = new CsvReader(source);
        csv.start(in);
        return csv;
    }

    private void start(InputStream in) {
        digest = Dataset.newDigest();
        bytes = new LastByte(new BufferedInputStream(new DigestInputStream(in, digest)));
        InputStreamReader text = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        records = de.siegmar.fastcsv.reader.CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord header = read();
        if (header == null) {
            if (!findings.hasErrors()) {
                error(Code.EMPTY, "the first line must name the columns, but the file is empty", Where.file(source));
            }
            return;
        }
        for (int column = 0; column < header.getFieldCount(); column++) {
            String name = header.getField(column).strip();
            if (column == 0 && name.startsWith("\uFEFF")) {
                name = name.substring(1);
            }
            if (!name.isEmpty() && columnOf.putIfAbsent(name, column) != null) {
                error(Code.DUPLICATE_COLUMN, "a column's name must come once, but comes twice", cell(1, name));
            }
        }
        headerCells = header.getFieldCount();
    }

    /** The name that findings give to the file. */
    public String source() {
        return source;
    }

    /** The columns' names in the order of the file. */
    public List<String> header() {
        return List.copyOf(columnOf.keySet());
    }

    /** The column with this name, to be handed to {@link #text} or {@link #number}; a finding where there is none. */
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

    /** Goes to the next line that has as many cells as the header; false at the end. */
    public boolean next() {
        while (!columnOf.isEmpty()) {
            row = read();
            if (row == null) {
                return false;
            }
            if (isBlank(row)) {
                continue;
            }
            rows++;
            if (row.getFieldCount() == headerCells) {
                return true;
            }
            error(
                    Code.WRONG_CELL_COUNT,
                    "a line must have " + headerCells + " cells like the header, but has " + row.getFieldCount()
                            + (row.getFieldCount() < headerCells ? "\nMaybe the file is cut off here." : ""),
                    Where.line(source, line()));
        }
        return false;
    }

    /** The current line's number in the file; the header is line 1. */
    public int line() {
        return row == null ? 1 : Math.toIntExact(row.getStartingLineNumber());
    }

    /** A cell without the white space around it; empty for a column that the header does not have. */
    public String text(int column) {
        return row == null || column < 0 ? "" : row.getField(column).strip();
    }

    /** A cell's number; {@code NaN} where it is missing, and with a finding where it is not a number. */
    public double number(int column) {
        String text = text(column);
        if (MISSING.contains(text)) {
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

    /** The place of a cell in the current line. */
    public Where where(int column) {
        for (Map.Entry<String, Integer> entry : columnOf.entrySet()) {
            if (entry.getValue() == column) {
                return cell(line(), entry.getKey());
            }
        }
        return Where.line(source, line());
    }

    /** Adds an error that only the caller can see. */
    public void error(Finding.Code code, String message, Where where) {
        findings.error(code, message, where);
    }

    /** Adds a warning that only the caller can see. */
    public void warning(Finding.Code code, String message, Where where) {
        findings.warning(code, message, where);
    }

    /** What was made of the file, with all findings; nothing but the findings where one is an error. */
    public <T> Checked<T> check(T result) {
        return findings.check(result);
    }

    /** All findings so far. */
    public List<Finding> findings() {
        return findings.toList();
    }

    /** The file's name and hash; reads what is left of it. */
    public Dataset dataset() {
        try {
            if (digest == null || bytes == null) {
                throw new IllegalStateException("a file must have been opened to be hashed");
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return Dataset.of(source, digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
    }

    private @Nullable CsvRecord read() {
        if (records == null) {
            return null;
        }
        try {
            if (records.hasNext()) {
                return records.next();
            }
            atEnd();
        } catch (CsvParseException e) {
            broken(e);
        } catch (UncheckedIOException e) {
            unreadable(e.getCause());
        }
        return null;
    }

    private void atEnd() {
        if (rows == 0 && !columnOf.isEmpty()) {
            error(Code.EMPTY, "the file must have lines below its header, but has none", Where.file(source));
        } else if (rows > 0 && bytes != null && bytes.last != '\n' && bytes.last != '\r') {
            warning(
                    Code.NO_LAST_LINE_END,
                    "the last line does not end with a line end\nMaybe the file is cut off: check its last line.",
                    Where.line(source, line()));
        }
    }

    private void broken(CsvParseException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException io) {
            unreadable(io);
            return;
        }
        boolean tooLong = String.valueOf(e.getMessage()).contains("buffer")
                || (cause != null && String.valueOf(cause.getMessage()).contains("buffer"));
        Where after = row == null ? Where.file(source) : Where.line(source, line() + 1);
        if (tooLong) {
            error(
                    Code.LINE_TOO_LONG,
                    "a line must be shorter than " + LONGEST_LINE + " characters, but one is not"
                            + "\nMaybe this is not a CSV file, or a quote is not closed.",
                    after);
        } else {
            error(
                    Code.BROKEN_QUOTES,
                    "a quoted cell must end with a quote and then the separator or the line's end,"
                            + " but one does not\nMaybe the file is cut off inside a quoted cell.",
                    after);
        }
    }

    private void unreadable(@Nullable IOException e) {
        if (e instanceof CharacterCodingException) {
            error(
                    Code.NOT_UTF8,
                    "the text must be UTF-8, but is not\nMaybe save it again as 'CSV UTF-8'.",
                    row == null ? Where.file(source) : Where.line(source, line() + 1));
        } else {
            error(Code.UNREADABLE, "the file can't be read; is it a folder?", Where.file(source));
        }
    }

    private static boolean isBlank(CsvRecord line) {
        for (int cell = 0; cell < line.getFieldCount(); cell++) {
            if (!line.getField(cell).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Where cell(int line, String column) {
        return Where.cell(source, line, column);
    }

    /** Remembers the last byte that went by. */
    private static final class LastByte extends FilterInputStream {
        private int last = '\n';

        LastByte(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            last = b < 0 ? last : b;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            last = count > 0 ? buffer[offset + count - 1] : last;
            return count;
        }
    }
}
