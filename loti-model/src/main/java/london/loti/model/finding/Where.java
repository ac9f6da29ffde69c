package london.loti.model.finding;

import org.jspecify.annotations.Nullable;

/**
 * The place that a finding is about.
 *
 * @param source the file's name, without its folder, or another name of the input
 * @param line the line in the file, counted from 1 with the header as line 1; null when the whole file is meant
 * @param column the column's name in a table, or the path in a JSON document ({@code components[2].parts}); null
 *     when the whole line is meant
 */
public record Where(
        String source, @Nullable Integer line, @Nullable String column) {

    /**
     * {@return the place of a whole file}
     *
     * @param source the file's name, without its folder, or another name of the input
     */
    public static Where file(String source) {
        return new Where(source, null, null);
    }

    /**
     * {@return the place of one line of a file}
     *
     * @param source the file's name, without its folder
     * @param line the line in the file, counted from 1 with the header as line 1
     */
    public static Where line(String source, int line) {
        return new Where(source, line, null);
    }

    /**
     * {@return the place of one cell of a table}
     *
     * @param source the file's name, without its folder
     * @param line the line in the file, counted from 1 with the header as line 1
     * @param column the column's name in the header
     */
    public static Where cell(String source, int line, String column) {
        return new Where(source, line, column);
    }

    /**
     * {@return the place of a column of a table, or of a field of a JSON document}
     *
     * @param source the file's name, without its folder
     * @param column the column's name in the header, or the path of the field
     */
    public static Where column(String source, String column) {
        return new Where(source, null, column);
    }

    /** For example {@code table.csv, line 12, column pct_disabled}. */
    @Override
    public String toString() {
        return source + (line == null ? "" : ", line " + line) + (column == null ? "" : ", " + column);
    }
}
