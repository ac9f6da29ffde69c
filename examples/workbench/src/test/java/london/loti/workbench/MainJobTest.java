package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.json.ResultFile;
import london.loti.examples.borough.InventedLessons;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job, end to end, as a user runs it. */
class MainJobTest {
    @TempDir
    Path folder;

    @Test
    void demoWritesEverythingAndSaysWhereToLookNext() throws IOException {
        Run run = Run.loti("demo", "--out", folder.resolve("demo"));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Hollowbrook (invented): 150 areas")
                .contains("highest estimated need, and why", "Where to look next", "map.html")
                .contains("Near enough to a persona", "the census cannot say more", "About areas only")
                .contains("needs: Rent arrears, Carer", "completed is not helped")
                .containsPattern("Loop closed: [0-9]{2}% ")
                .containsPattern("Never contacted: [0-9]+% ");
        assertThat(names(folder.resolve("demo")))
                .containsExactlyInAnyOrder(
                        "table.csv",
                        "boundaries.geojson",
                        "recipe.json",
                        "scores.csv",
                        "manifest.json",
                        "map.html",
                        "map.manifest.json",
                        "survey.csv",
                        "referrals.html",
                        "referrals.csv",
                        "lessons.csv",
                        "lessons.html",
                        "lessons.result.json");
        Interval interval = ResultFile.read(folder.resolve("demo/lessons.result.json"))
                .orElseThrow()
                .headline()
                .interval();
        assertThat(interval.contains(InventedLessons.EFFECT)).isTrue();
        assertThat(run.out()).containsPattern("before and after would claim [3-9]\\.[0-9]{2} \\(95 % from [3-9]");
        assertThat(Files.size(folder.resolve("demo/map.html"))).isLessThan(1_000_000);
    }

    @Test
    void demoReplacesNoTableOfTheUsersOwn() throws IOException {
        Path own = Files.writeString(folder.resolve("table.csv"), "mine\n");
        Run run = Run.loti("demo", "--out", folder);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("table.csv: a result must not take the place of an input");
        assertThat(own).hasContent("mine\n");
        Path survey = Files.createDirectory(folder.resolve("survey")).resolve("survey.csv");
        Files.writeString(survey, "mine\n");
        assertThat(Run.loti("demo", "--out", survey.getParent()).exit()).isEqualTo(1);
        assertThat(names(survey.getParent())).containsExactly("survey.csv");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("recipe.json"), "mine\n");
        assertThat(Run.loti("demo", "--out", other).err()).contains("recipe.json: a result must not take the place");
        assertThat(names(other)).containsExactly("recipe.json");
    }

    @Test
    void anIndexReplacesNoDisclosureRuleOfTheUsersOwn() throws IOException {
        Run.loti("demo", "--out", folder.resolve("demo"));
        String json = "{\"id\": \"own\", \"version\": \"1\", \"threshold\": 5, \"zeros\": \"SHOW\","
                + " \"rounding\": 1, \"reason\": \"Ours.\"}";
        Path rule =
                Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("manifest.json"), json);
        Run run = Run.loti(
                "index",
                "--recipe",
                "loti-london",
                "--table",
                folder.resolve("demo/table.csv"),
                "--disclosure",
                rule,
                "--out",
                rule.getParent());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("manifest.json: a result must not take the place of an input");
        assertThat(rule).hasContent(json);
    }

    @Test
    void demoIsTheSameEveryTime() throws IOException {
        Run.loti("demo", "--out", folder.resolve("one"));
        Run.loti("demo", "--out", folder.resolve("two"));
        for (String name : names(folder.resolve("one"))) {
            assertThat(Dataset.of(folder.resolve("one").resolve(name)))
                    .isEqualTo(Dataset.of(folder.resolve("two").resolve(name)));
        }
    }

    @Test
    void manifestHoldsNamesAndHashesAndNoFolderOrTime() throws IOException {
        Run.loti("demo", "--out", folder);
        String json = Files.readString(folder.resolve("manifest.json"));
        assertThat(json).doesNotContain(folder.toString(), "/").doesNotContainPattern("\\d\\d:\\d\\d");
        Manifest manifest =
                LotiJson.read(folder.resolve("manifest.json"), Manifest.class).orElseThrow();
        assertThat(manifest.inputs()).containsExactly(Dataset.of(folder.resolve("table.csv")));
        assertThat(manifest.outputs()).containsExactly(Dataset.of(folder.resolve("scores.csv")));
        assertThat(manifest.recipe()).isEqualTo(Dataset.of(folder.resolve("recipe.json")));
    }

    @Test
    void recomputeAgreesAndNoticesEveryChange() throws IOException {
        Run.loti("demo", "--out", folder);
        Run agreed = Run.loti("recompute", folder.resolve("manifest.json"));
        assertThat(agreed.exit()).as(agreed.err()).isZero();
        assertThat(agreed.out()).contains("all 4,200 values agree (greatest difference 0)");
        Run drawn = Run.loti("recompute", folder.resolve("map.manifest.json"));
        assertThat(drawn.out()).contains("byte for byte the same");

        Path scores = folder.resolve("scores.csv");
        String good = Files.readString(scores);
        Files.writeString(scores, good.replaceFirst("(E01990003,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,)\\d+", "$19999"));
        Run changed = Run.loti("recompute", folder.resolve("manifest.json"));
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("scores.csv, line 4, pop: the recomputed value differs", "instead of 9999");
        Run undrawn = Run.loti("map", "--scores", scores, "--boundaries", folder.resolve("boundaries.geojson"));
        assertThat(undrawn.exit()).isEqualTo(1);
        assertThat(undrawn.err()).contains("scores.csv: the file must be the one that the manifest describes");

        Files.writeString(scores, good);
        Files.writeString(folder.resolve("table.csv"), "\n", java.nio.file.StandardOpenOption.APPEND);
        Run otherInput = Run.loti("recompute", folder.resolve("manifest.json"));
        assertThat(otherInput.exit()).isEqualTo(1);
        assertThat(otherInput.err()).contains("table.csv: the input must be the one that the manifest describes");
    }

    @Test
    void recomputeFindsInputsInAnotherFolderAndSaysWhatItLacks() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Run.loti("demo", "--out", folder.resolve("demo"));
        Files.move(folder.resolve("demo/table.csv"), inputs.resolve("table.csv"));
        assertThat(Run.loti("recompute", folder.resolve("demo/manifest.json")).err())
                .contains("table.csv: the input is needed", "Maybe give its folder with --inputs");
        assertThat(Run.loti("recompute", folder.resolve("demo/manifest.json"), "--inputs", inputs)
                        .exit())
                .isZero();
    }

    @Test
    void otherBaseIsKeptInTheManifestAndRecomputed() {
        Run.loti("demo", "--out", folder.resolve("demo"));
        Path out = folder.resolve("ward");
        Run index = Run.loti(
                "index",
                "--recipe",
                "loti-london",
                "--table",
                folder.resolve("demo/table.csv"),
                "--base",
                "ward",
                "--out",
                out);
        assertThat(index.exit()).as(index.err()).isZero();
        Run again = Run.loti("recompute", out.resolve("manifest.json"), "--inputs", folder.resolve("demo"));
        assertThat(again.exit()).as(again.err()).isZero();
        Run map = Run.loti(
                "map",
                "--scores",
                out.resolve("scores.csv"),
                "--boundaries",
                folder.resolve("demo/boundaries.geojson"),
                "--out",
                folder.resolve("pages/ward.html"));
        assertThat(map.exit()).as(map.err()).isZero();
        assertThat(folder.resolve("pages/ward.manifest.json")).exists();
    }

    @Test
    void aRecipeOfOnesOwnRunsOnATableOfOnesOwn() throws IOException {
        Run printed = Run.loti("recipes", "london-key-groups");
        Path recipe = Files.writeString(
                folder.resolve("my-recipe.json"), printed.out().replace("\"london-key-groups\"", "\"my-recipe\""));
        Run.loti("demo", "--out", folder.resolve("demo"));
        Run run = Run.loti(
                "index",
                "--recipe",
                recipe,
                "--table",
                folder.resolve("demo/table.csv"),
                "--out",
                folder.resolve("mine"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("by the recipe my-recipe");
        assertThat(Run.loti("recipes").out()).contains("deri-method", "iod-2025", "loti-london");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : List.of("demo", "index", "map", "recompute", "recipes", "referrals")) {
            Run help = Run.loti(command, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.out()).contains("Usage: loti " + command, "Example: loti " + command);
        }
        assertThat(Run.loti("--version").out()).startsWith("loti ");
    }

    @Test
    void aWrongCommandIsTwo() {
        assertThat(Run.loti().exit()).isEqualTo(2);
        assertThat(Run.loti("indx").exit()).isEqualTo(2);
        assertThat(Run.loti("index").exit()).isEqualTo(2);
        Run vintage = Run.loti("index", "--recipe", "r", "--table", "t", "--out", "o", "--vintage", "soon");
        assertThat(vintage.exit()).isEqualTo(2);
        assertThat(vintage.err()).contains("a vintage must be a geography", "lsoa21");
    }

    /** Real data: every area of London keeps its place from the table to the map. */
    @Test
    void londonLosesNoArea() throws IOException {
        Path table = SharedData.file("data/london/lsoa21_indicators.csv");
        Path boundaries = SharedData.file("data/boundaries/london_lsoa21.geojson");
        Run index = Run.loti("index", "--recipe", "loti-london", "--table", table, "--out", folder);
        assertThat(index.exit()).as(index.err()).isZero();
        assertThat(index.out()).contains("4,994 areas (LSOA 2021), 4,994 with a score");
        Run map = Run.loti("map", "--scores", folder.resolve("scores.csv"), "--boundaries", boundaries);
        assertThat(map.exit()).as(map.err()).isZero();
        assertThat(Files.size(folder.resolve("map.html"))).isLessThan(4_000_000);
        assertThat(Run.loti("recompute", folder.resolve("manifest.json"), "--inputs", table.getParent())
                        .exit())
                .isZero();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
