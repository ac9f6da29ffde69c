package london.loti.persona.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;
import london.loti.persona.evidence.Ratings.Code;

/** One reading of one file. */
final class RatingsFile {
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "n/a");
    private static final int LONGEST_CATEGORY = 60;

    private final CsvReader csv;
    private final MeasurementLevel level;
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();

    private RatingsFile(CsvReader csv, MeasurementLevel level) {
        this.csv = csv;
        this.level = level;
    }

    static Checked<Ratings> read(Path file, MeasurementLevel level) {
        try (CsvReader csv = CsvReader.open(file)) {
            return new RatingsFile(csv, level).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked<Ratings> read() {
        int raters = Math.max(1, csv.header().size() - 1);
        checkHeader();
        RatingsBuilder ratings = Ratings.builder(raters);
        boolean readable = csv.findings().isEmpty();
        boolean tooMany = false;
        while (csv.next()) {
            if (!readable) {
                continue; // the lines still have to have as many cells as the header
            }
            String id = newId();
            if (level == MeasurementLevel.NOMINAL) {
                ratings.unit(id, names(raters));
            } else {
                ratings.unit(id, numbers(raters));
            }
            if (ratings.hasTooManyCategories() && !tooMany) {
                tooMany = true;
                csv.error(
                        Code.TOO_MANY_CATEGORIES,
                        "there must be at most " + Ratings.MOST_CATEGORIES + " different ratings, but here are more"
                                + "\nMaybe a column holds something else.",
                        csv.where(-1));
            }
        }
        if (csv.findings().stream().anyMatch(finding -> finding.isError())) {
            return Checked.failed(csv.findings());
        }
        return csv.check(ratings.build());
    }

    private void checkHeader() {
        List<String> header = csv.header();
        if (header.isEmpty()) {
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            if (csv.column(header.get(i)) != i) {
                csv.error(
                        Code.UNNAMED_COLUMN,
                        "every column must have a name, the first one of ids too, but one has none",
                        Where.line(csv.source(), 1));
                return;
            }
        }
        if (header.size() < 3) {
            csv.error(
                    Code.TOO_FEW_COLUMNS,
                    "the first column must hold ids and at least two more ratings, but there are " + header.size()
                            + " columns\nMaybe the file is one row a rating: make it one row a case, one column a"
                            + " rater.",
                    Where.line(csv.source(), 1));
        }
    }

    /** The id of this line; where it is absent or not new, another that is. */
    private String newId() {
        String id = csv.text(0);
        if (id.isEmpty()) {
            csv.error(Code.NO_ID, "a case must have an id, but the cell is empty", csv.where(0));
        } else {
            Integer before = lineOfId.putIfAbsent(id, csv.line());
            if (before == null) {
                return id;
            }
            csv.error(
                    Code.DUPLICATE_UNIT,
                    "a case must come once, but this one stands in line " + before + " too",
                    csv.where(0));
        }
        return "\n" + csv.line(); // no id ends up as this, for cells are stripped
    }

    private @Nullable String[] names(int raters) {
        @Nullable String[] names = new @Nullable String[raters];
        for (int rater = 0; rater < raters; rater++) {
            String name = csv.text(rater + 1);
            if (MISSING.contains(name)) {
                continue;
            }
            if (name.length() > LONGEST_CATEGORY) {
                csv.error(
                        Code.NOT_A_CATEGORY,
                        "a rating must be a category of at most " + LONGEST_CATEGORY + " characters, but this is a text"
                                + " of " + name.length(),
                        csv.where(rater + 1));
                continue;
            }
            String known = spelling.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (known != null && !known.equals(name) && spelling.putIfAbsent("\n" + name, name) == null) {
                csv.warning(
                        Code.SIMILAR_CATEGORIES,
                        "the category differs from another in capitals only, and counts as a different one",
                        csv.where(rater + 1));
            }
            names[rater] = name;
        }
        return names;
    }

    private double[] numbers(int raters) {
        double[] numbers = new double[raters];
        for (int rater = 0; rater < raters; rater++) {
            numbers[rater] = csv.number(rater + 1);
            if (level == MeasurementLevel.RATIO && numbers[rater] < 0) {
                csv.error(
                        Code.BELOW_NOUGHT,
                        "a rating must be nought or more to be compared as a ratio, but is below\nMaybe INTERVAL is"
                                + " meant.",
                        csv.where(rater + 1));
            }
        }
        return numbers;
    }
}
