package london.loti.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.table.CsvReader;

/** Where postcodes lie, by a table of one's own. */
final class PostcodePlaces {
    private enum Code implements Finding.Code {
        REPEATED_POSTCODE,
        NO_PLACE
    }

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
                double north = degrees(csv, latitude, 90);
                double east = degrees(csv, longitude, 180);
                if (Double.isNaN(north + east)) {
                    continue; // nobody says where it is, or it is told already that the cell is no number
                }
                double[] before =
                        places.putIfAbsent(FindCommand.normal(csv.text(postcode)), new double[] {north, east});
                if (before != null && (before[0] != north || before[1] != east)) {
                    csv.error(
                            Code.REPEATED_POSTCODE,
                            "a postcode must be in one place, but comes twice with different ones",
                            csv.where(postcode));
                }
            }
            return csv.check(new PostcodePlaces(places));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double degrees(CsvReader csv, int column, double most) {
        double degrees = csv.number(column);
        if (Math.abs(degrees) > most) {
            csv.error(
                    Code.NO_PLACE,
                    "degrees must be a number from -" + (int) most + " to " + (int) most
                            + "\nMaybe latitude and longitude are swapped, or these are metres of the national grid.",
                    csv.where(column));
        }
        return degrees;
    }

    Optional<double[]> find(String postcode) {
        return Optional.ofNullable(places.get(FindCommand.normal(postcode)));
    }
}
