package london.loti.persona.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.attribute.AttributeTypes;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;

/** Expected values as they stand in their files, and invented people. */
final class Samples {
    private static final String FOLDER = "oracles/persona/";

    private Samples() {}

    /** The lines of a file of expected values, each by the names in the header. */
    static List<Map<String, String>> oracle(String name) {
        try (CsvReader csv = CsvReader.open(SharedData.file(FOLDER + name))) {
            List<Map<String, String>> lines = new ArrayList<>();
            while (csv.next()) {
                Map<String, String> line = new LinkedHashMap<>();
                csv.header().forEach(column -> line.put(column, csv.text(csv.column(column))));
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(Map<String, String> line, String column) {
        return Double.parseDouble(line.get(column));
    }

    /** Twelve invented residents with gaps. */
    static Sample residents() {
        Path types = SharedData.file(FOLDER + "residents_types.csv");
        return SampleReader.of(AttributeTypes.read(types).orElseThrow())
                .read(SharedData.file(FOLDER + "residents.csv"))
                .orElseThrow();
    }
}
