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

    /** A whole file. */
    public static Where file(String source) {
        return new Where(source, null, null);
    }

    /** One line of a file. */
    public static Where line(String source, int line) {
        return new Where(source, line, null);
    }

    /** One cell of a table. */
    public static Where cell(String source, int line, String column) {
        return new Where(source, line, column);
    }

    /** A column of a table, or a field of a JSON document. */
    public static Where column(String source, String column) {
        return new Where(source, null, column);
    }

    /** For example {@code table.csv, line 12, column pct_disabled}. */
    @Override
    public String toString() {
        return source + (line == null ? "" : ", line " + line) + (column == null ? "" : ", " + column);
    }
}
