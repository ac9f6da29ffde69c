package london.loti.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.metric.Metric;
import london.loti.model.table.CsvWriter;

/**
 * Writes an {@link AreaTable} as CSV, one row an area, in the form that {@link TableReader} reads back without loss:
 * columns {@code lsoa21_code}, {@code lsoa21_name}, the parents' codes and names, and one a metric.
 */
public final class TableWriter {
    private TableWriter() {}

    /**
     * {@return the document; a missing number is an empty cell}
     *
     * @param table any table; its metrics' ids become headers
     */
    public static String toCsv(AreaTable table) {
        List<String> header = new ArrayList<>();
        addColumns(header, table.vintage().key());
        table.parents().forEach(p -> addColumns(header, p.vintage().key()));
        table.metrics().stream().map(Metric::id).forEach(header::add);
        CsvWriter csv = new CsvWriter(header);
        for (int row = 0; row < table.rowCount(); row++) {
            csv.text(table.codes().get(row).value()).text(table.names().get(row));
            for (AreaParents parents : table.parents()) {
                OptionalInt parent = parents.of(row);
                csv.text(
                        parent.isEmpty()
                                ? ""
                                : parents.codes().get(parent.getAsInt()).value());
                csv.text(parent.isEmpty() ? "" : parents.names().get(parent.getAsInt()));
            }
            for (int column = 0; column < table.metrics().size(); column++) {
                csv.number(table.value(row, column));
            }
            csv.endRow();
        }
        return csv.toString();
    }

    private static void addColumns(List<String> header, String key) {
        header.add(key + "_code");
        header.add(key + "_name");
    }
}
