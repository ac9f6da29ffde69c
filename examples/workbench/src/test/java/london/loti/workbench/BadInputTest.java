package london.loti.workbench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.examples.borough.InventedBorough;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mistake that a user can make: exit 1, a message that says where and what, and nothing written. */
class BadInputTest {
    @TempDir
    Path folder;

    private Path table;
    private Path out;
    private String good;

    @BeforeEach
    void makeAGoodTable() throws IOException {
        good = InventedBorough.withSeed(2021).tableCsv();
        table = folder.resolve("table.csv");
        out = folder.resolve("out");
        Files.writeString(table, good);
    }

    private String failIndex(String text) throws IOException {
        Files.writeString(table, text);
        return failIndex("loti-london", table);
    }

    private String failIndex(Object recipe, Path csv) throws IOException {
        return fail("index", "--recipe", recipe, "--table", csv, "--out", out);
    }

    private String fail(Object... args) throws IOException {
        Run run = Run.loti(args);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err()).doesNotContain("Exception", "\tat ").contains("nothing was written");
        assertThat(out).doesNotExist();
        return run.err();
    }

    @Test
    void truncatedTable() throws IOException {
        assertThat(failIndex(good.substring(0, good.length() - 60)))
                .contains(
                        "error: table.csv, line 151: a line must have 23 cells like the header, but has",
                        "cut off here");
        String quoted = good.replaceFirst("(E01990150),", "$1,\"");
        assertThat(failIndex(quoted)).contains("table.csv, line 151: a quoted cell must end");
    }

    @Test
    void otherSeparatorsAndTitlesAboveTheHeader() throws IOException {
        for (String text : new String[] {
            good.replace(',', ';'), good.replace(',', '\t'), "Table 1: indicators\r\n" + good, "Table 1,,,\r\n" + good
        }) {
            assertThat(failIndex(text))
                    .contains("table.csv, line 1: the first line must name the columns, with commas", "semicolons")
                    .contains("1 error;");
        }
    }

    @Test
    void wrongColumnName() throws IOException {
        assertThat(failIndex(good.replaceFirst("pct_disabled", "pct_disbled")))
                .contains("table.csv, pct_disabled: the column is needed", "Maybe 'pct_disbled' is meant");
    }

    @Test
    void duplicatedArea() throws IOException {
        assertThat(failIndex(good.replace("E01990002", "E01990001")))
                .contains("table.csv, line 3, lsoa21_code: an area must come once, but E01990001 stands in line 2");
    }

    @Test
    void textInANumberColumn() throws IOException {
        String[] lines = good.split("\r\n");
        int pop = Arrays.asList(lines[0].split(",")).indexOf("pop");
        for (int line : new int[] {4, 9}) {
            String[] cells = lines[line].split(",");
            cells[pop] = "about two thousand";
            lines[line] = String.join(",", cells);
        }
        assertThat(failIndex(String.join("\r\n", lines) + "\r\n"))
                .contains("table.csv, line 5, pop: a number is wanted", "table.csv, line 10, pop: a number is wanted")
                .contains("2 errors; nothing was written");
    }

    @Test
    void aNumberTooLargeToBeMeasured() throws IOException {
        String[] lines = good.split("\r\n");
        int column = Arrays.asList(lines[0].split(",")).indexOf("iod25_digital_connectivity");
        String[] cells = lines[4].split(",");
        cells[column] = "-1e308";
        lines[4] = String.join(",", cells);
        assertThat(failIndex(String.join("\r\n", lines) + "\r\n"))
                .contains("table.csv, line 5, iod25_digital_connectivity: a number of the unit SCORE can't have");
    }

    @Test
    void unknownArea() throws IOException {
        assertThat(failIndex(good.replace("E01990007", "Hollowbrook 7").replace("E01990008", "E05990001")))
                .contains("line 8, lsoa21_code: the code of an area is wanted")
                .contains(
                        "line 9, lsoa21_code: the code of an area of LSOA 2021 is wanted, but E05990001 is the code of a ward");
    }

    @Test
    void anAreaThatTheBoundariesDoNotHave() throws IOException {
        Files.writeString(table, good.replace("E01990007", "E01990999"));
        Path scores = folder.resolve("scores");
        assertThat(Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", scores)
                        .exit())
                .isZero();
        Path boundaries = Files.writeString(
                folder.resolve("b.geojson"), InventedBorough.withSeed(2021).boundariesGeoJson());
        assertThat(fail("map", "--scores", scores.resolve("scores.csv"), "--boundaries", boundaries))
                .contains("b.geojson: 1 of 150 areas have no boundary and would be lost: E01990999");
        assertThat(scores.resolve("map.html")).doesNotExist();
    }

    @Test
    void tableOf2011WithBoundariesOf2021() throws IOException {
        assertThat(failIndex(good.replace("lsoa21_", "lsoa11_")))
                .contains("a table of LSOA 2021 is wanted, but this one is of LSOA 2011");
        Path recipe = Files.writeString(
                folder.resolve("any.json"),
                Run.loti("recipes", "loti-london").out().replace("\"vintage\": \"lsoa21\",", ""));
        Path scores = folder.resolve("scores");
        assertThat(Run.loti("index", "--recipe", recipe, "--table", table, "--out", scores)
                        .exit())
                .isZero();
        Path boundaries = Files.writeString(
                folder.resolve("b.geojson"), InventedBorough.withSeed(2021).boundariesGeoJson());
        assertThat(fail("map", "--scores", scores.resolve("scores.csv"), "--boundaries", boundaries))
                .contains("the scores are of LSOA 2011 and the boundaries of LSOA 2021");
    }

    @Test
    void emptyFile() throws IOException {
        assertThat(failIndex("")).contains("table.csv: the first line must name the columns, but the file is empty");
        assertThat(failIndex(good.lines().findFirst().orElseThrow() + "\r\n"))
                .contains("table.csv: the file must have lines below its header");
    }

    @Test
    void recipeWithACircle() throws IOException {
        String json = Run.loti("recipes", "loti-london").out();
        Path recipe = Files.writeString(
                folder.resolve("circle.json"),
                json.replace("{\n          \"of\": \"income\",", "{\n          \"of\": \"skills\",")
                        .replace("{\n          \"of\": \"adult_skills\",", "{\n          \"of\": \"money\","));
        assertThat(failIndex(recipe, table)).contains("error: circle.json", "circle: money -> skills -> money");
    }

    @Test
    void weightsThatAreAllNought() throws IOException {
        Path recipe = Files.writeString(
                folder.resolve("nought.json"),
                Run.loti("recipes", "loti-london").out().replaceAll("\"weight\": \\d", "\"weight\": 0"));
        assertThat(failIndex(recipe, table))
                .contains("nought.json", "component 'overall': at least one weight must be above nought")
                .contains("5 errors");
    }

    @Test
    void recipeThatIsNoRecipe() throws IOException {
        Path recipe = Files.writeString(folder.resolve("r.json"), "{\"id\": \"x\", \"titel\": 3");
        assertThat(failIndex(recipe, table)).contains("r.json, line 1", "breaks off");
        assertThat(failIndex("loti-lndon", table)).contains("Maybe 'loti-london' is meant");
        assertThat(failIndex(folder, table)).contains("folder");
    }

    @Test
    void constantIndicator() throws IOException {
        String[] lines = good.split("\r\n");
        int column = Arrays.asList(lines[0].split(",")).indexOf("pct_disabled");
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(",");
            cells[column] = "12.5";
            lines[line] = String.join(",", cells);
        }
        assertThat(failIndex(String.join("\r\n", lines) + "\r\n"))
                .contains("table.csv, pct_disabled: an indicator must tell areas apart");
    }

    @Test
    void oneLineOf200Megabytes() throws IOException {
        byte[] piece = "E01990001 and no end ".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(table))) {
            for (long written = 0; written < 200_000_000; written += piece.length) {
                file.write(piece);
            }
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(failIndex("loti-london", table))
                        .contains("a line must have at most 1048576 characters"));
    }

    @Test
    void folderInPlaceOfAFile() throws IOException {
        assertThat(failIndex("loti-london", folder)).contains("a file is wanted, but this is a folder");
        assertThat(failIndex("loti-london", folder.resolve("none.csv"))).contains("none.csv: the file must exist");
    }

    @Test
    void outputFolderThatCantBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        Run run = Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", file);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("in-the-way: results can't be written to this folder");

        Files.createDirectories(out.resolve("manifest.json"));
        Run blocked = Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", out);
        assertThat(blocked.exit()).isEqualTo(1);
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).as("nothing half-written").containsExactly(out.resolve("manifest.json"));
        }
    }

    @Test
    void resultsThatWouldTakeThePlaceOfInputs() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path scores = Files.writeString(own.resolve("scores.csv"), good);
        assertThat(fail("index", "--recipe", "loti-london", "--table", scores, "--out", own))
                .contains("error: scores.csv: a result must not take the place of an input", "--out");
        assertThat(scores).hasContent(good);

        Path recipe = Files.writeString(
                own.resolve("recipe.json"), Run.loti("recipes", "loti-london").out());
        Run again = Run.loti("index", "--recipe", recipe, "--table", table, "--out", own);
        assertThat(again.exit())
                .as("a recipe may lie among its results: " + again.err())
                .isZero();

        String geoJson = InventedBorough.withSeed(2021).boundariesGeoJson();
        Path boundaries = Files.writeString(own.resolve("b.geojson"), geoJson);
        for (String name : new String[] {"b.geojson", "scores.csv", "manifest.json", "recipe.json"}) {
            byte[] before = Files.readAllBytes(own.resolve(name));
            assertThat(fail("map", "--scores", scores, "--boundaries", boundaries, "--out", own.resolve(name)))
                    .contains(name + ": a result must not take the place of an input");
            assertThat(own.resolve(name)).hasBinaryContent(before);
        }
    }

    @Test
    void aRecipeOfOnesOwnAmongTheResults() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path recipe = Files.writeString(own.resolve("recipe.json"), "{\"id\": \"mine\"}");
        assertThat(fail("index", "--recipe", "loti-london", "--table", table, "--out", own))
                .contains("recipe.json: a result must not take the place of an input");
        assertThat(recipe).hasContent("{\"id\": \"mine\"}");
        assertThat(own.resolve("scores.csv")).doesNotExist();

        Path results = folder.resolve("results");
        Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", results);
        Run other = Run.loti("index", "--recipe", "london-key-groups", "--table", table, "--out", results);
        assertThat(other.exit())
                .as("a copy that loti wrote gives way: " + other.err())
                .isZero();
    }

    @Test
    void boundariesInBritishNationalGrid() throws IOException {
        Path scores = folder.resolve("scores");
        Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", scores);
        Path boundaries = Files.writeString(
                folder.resolve("b.geojson"),
                InventedBorough.withSeed(2021).boundariesGeoJson().replaceAll("\\[1\\.(\\d+),", "[53$1,"));
        assertThat(fail("map", "--scores", scores.resolve("scores.csv"), "--boundaries", boundaries))
                .contains("coordinates must be longitudes and latitudes (WGS84)", "British National Grid");
    }

    @Test
    void scoresWithoutTheirManifest() throws IOException {
        assertThat(fail("map", "--scores", table, "--boundaries", table))
                .contains("manifest.json: the file must exist");
    }

    @Test
    void recomputeWithoutScores() throws IOException {
        Path scores = folder.resolve("scores");
        Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", scores);
        Files.delete(scores.resolve("scores.csv"));
        assertThat(fail("recompute", scores.resolve("manifest.json"), "--inputs", folder))
                .contains("scores.csv: the file must exist", "1 error");
    }

    @Test
    void manifestThatDoesNotNameItsScores() throws IOException {
        Path scores = folder.resolve("scores");
        Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", scores);
        Path manifest = scores.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("(?s)\"outputs\" : \\[.*?\\]", "\"outputs\" : []"));
        Run run = Run.loti("recompute", manifest, "--inputs", folder);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).as("nothing is said to agree").isEmpty();
    }

    @Test
    void manifestThatIsNone() throws IOException {
        Path manifest = Files.writeString(folder.resolve("m.json"), "{\"loti\": \"1\", \"metod\": \"index\"}");
        assertThat(fail("recompute", manifest)).contains("m.json, line 1, /metod", "Maybe 'method' is meant");
    }
}
