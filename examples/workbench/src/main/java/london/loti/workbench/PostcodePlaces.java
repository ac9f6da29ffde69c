package london.loti.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import london.loti.model.finding.Checked;
import london.loti.model.table.CsvReader;

/** Where postcodes lie, by a table of one's own. */
final class PostcodePlaces {
    private final Map<String, double[]> places;

    private PostcodePlaces(Map<String, double[]> places) {
        this.places = places;
    }

    /** Columns {@code postcode}, {@code latitude} and {@code longitude}; others are left alone. */
    static Checked<PostcodePlaces> read(Path file) {
        Map<String, double[]> places = new HashMap<>();
        try (CsvReader csv = CsvReader.open(file)) {
            int postcode = csv.column("postcode");
            int latitude = csv.column("latitude");
            int longitude = csv.column("longitude");
            while (csv.next()) {
                places.put(
                        FindCommand.normal(csv.text(postcode)),
                        new double[] {csv.number(latitude), csv.number(longitude)});
            }
            return csv.check(new PostcodePlaces(places));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<double[]> find(String postcode) {
        return Optional.ofNullable(places.get(FindCommand.normal(postcode)));
    }
}
