package london.loti.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.table.CsvReader;

/** A whole table in memory, for tests. */
public final class Table {
    private Table() {}

    /** One map a row, column to cell; a column without a name is called {@code ""}. */
    public static List<Map<String, String>> rows(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (csv.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                csv.header().forEach(name -> row.put(name, csv.text(csv.column(name))));
                rows.add(row);
            }
            csv.check(rows).orElseThrow();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
