package london.loti.model.table;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.LineDelimiter;

import london.loti.model.json.LotiJson;

/**
 * Writes a CSV document: UTF-8, lines that end with CRLF, quotes where they are needed (RFC 4180). A number is the
 * shortest decimal that reads back to the same number; a missing one ({@code NaN}) is an empty cell.
 *
 * <p>A text that a spreadsheet would take for a formula (it begins with {@code = + - @}, also full-width, a tab or a
 * line end) gets an apostrophe in front, so that a table from elsewhere can't run anything on the reader's machine.
 */
public final class CsvWriter {
    private final StringWriter out = new StringWriter();
    private final de.siegmar.fastcsv.writer.CsvWriter csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(0)
            .build(out);
    private final List<String> row = new ArrayList<>();
    private final int columns;

    /**
     * Writes the header.
     *
     * @param header the columns' names; every line must have as many cells
     */
    public CsvWriter(List<String> header) {
        columns = header.size();
        header.forEach(this::text);
        endRow();
    }

    /**
     * Adds a cell of text.
     *
     * @param text any text; quotes and the apostrophe come by themselves
     * @return this writer
     */
    public CsvWriter text(String text) {
        row.add(isFormula(text) ? "'" + text : text);
        return this;
    }

    /**
     * Adds a cell with a number, or an empty one for {@code NaN}.
     *
     * @param number a finite number or {@code NaN}
     * @return this writer
     * @throws IllegalArgumentException if it is infinite
     */
    public CsvWriter number(double number) {
        row.add(Double.isNaN(number) ? "" : LotiJson.number(number));
        return this;
    }

    /**
     * Ends the line.
     *
     * @return this writer
     * @throws IllegalStateException if it has more or fewer cells than the header
     */
    public CsvWriter endRow() {
        if (row.size() != columns) {
            throw new IllegalStateException("a line must have " + columns + " cells, but had " + row.size());
        }
        csv.writeRecord(row);
        row.clear();
        return this;
    }

    /** The document so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0;
    }
}
