package london.loti.mapping.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.mapping.recipe.Component.Part;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class RecipeReaderTest {
    private static final String GOOD = """
            {"id": "own", "version": "1", "title": "Own", "description": "Two indicators.", "date": "2026-11-23",
             "base": "TABLE", "normalisation": {"method": "MIN_MAX"},
             "missing": {"policy": "REFUSE"},
             "sources": [{"id": "s", "title": "T", "publisher": "P", "date": "2026", "licence": "OGL-UK-3.0"}],
             "indicators": [
               {"id": "old", "label": "Old", "column": "pct_old", "unit": "PERCENT",
                "polarity": "HIGHER_IS_MORE_NEED", "source": "s", "reason": "R"},
               {"id": "slow", "label": "Slow", "count": "n_slow", "denominator": "n_lines", "counts": "HOUSEHOLDS",
                "unit": "PERCENT", "polarity": "HIGHER_IS_MORE_NEED", "source": "s", "reason": "R"}],
             "components": [
               {"id": "overall", "label": "All", "aggregation": "ARITHMETIC_MEAN", "weighting": "NORMALISED",
                "parts": [{"of": "old", "weight": 5}, {"of": "slow", "weight": 2}], "reason": "R"}]}
            """;

    static List<String> bundledNames() {
        return RecipeReader.bundledNames();
    }

    @ParameterizedTest
    @MethodSource("bundledNames")
    void bundledRecipesHaveNoFindingAndGiveAReasonAndASourceForEveryChoice(String name) {
        Checked<Recipe> read = RecipeReader.bundled(name);
        assertThat(read.findings()).isEmpty();
        Recipe recipe = read.orElseThrow();
        assertThat(recipe.id()).isEqualTo(name);
        assertThat(recipe.indicators()).allSatisfy(i -> assertThat(i.reason()).isNotBlank());
        assertThat(recipe.components()).allSatisfy(c -> assertThat(c.reason()).isNotBlank());
        assertThat(recipe.limits()).isNotEmpty();
        assertThat(recipe.columns()).allSatisfy(m -> assertThat(m.source()).isNotNull());
    }

    @Test
    void everyRecipeInTheJarIsListed() throws IOException {
        Path folder = Path.of("src/main/resources/london/loti/mapping/recipe");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(RecipeReader.bundledNames());
        }
    }

    @Test
    void londonIndexLeavesOutTheOutcomeAndTheImdBesideItsOwnDomains() {
        List<String> columns =
                Recipe.bundled("loti-london").columns().stream().map(Metric::id).toList();
        assertThat(columns).doesNotContain("dpi_online_response_pct", "iod25_IMD_score", "pct65plus");
    }

    @Test
    void demographyOfDeriIsDividedByTheSumOfAllFourWeights() {
        Component demography =
                Recipe.bundled("deri-method").component("demography").orElseThrow();
        assertThat(demography.parts()).extracting(Part::weight).containsExactly(5.0, 5.0, 2.0, 2.0);
        assertThat(demography.weighting()).isEqualTo(Component.Weighting.NORMALISED);
    }

    @Test
    void columnsOfACountCarryWhatTheyCount() {
        assertThat(read(GOOD).orElseThrow().columns())
                .extracting(Metric::id, Metric::unit)
                .containsExactly(
                        tuple("pct_old", MetricUnit.PERCENT),
                        tuple("n_slow", MetricUnit.HOUSEHOLDS),
                        tuple("n_lines", MetricUnit.HOUSEHOLDS));
    }

    @Test
    void unknownNameSuggestsTheNearest() {
        assertThat(messages(RecipeReader.bundled("loti-londn"))).contains("Maybe 'loti-london' is meant");
    }

    @Test
    void aCircleIsToldWithItsWay() {
        String circle = GOOD.replace("\"components\": [", """
                "components": [
                  {"id": "a", "label": "A", "aggregation": "ARITHMETIC_MEAN", "weighting": "NORMALISED",
                   "parts": [{"of": "b", "weight": 1}], "reason": "R"},
                  {"id": "b", "label": "B", "aggregation": "ARITHMETIC_MEAN", "weighting": "NORMALISED",
                   "parts": [{"of": "a", "weight": 1}], "reason": "R"},
                """);
        assertThat(messages(read(circle))).contains("circle: a -> b -> a");
    }

    @Test
    void weightsThatAreAllNoughtAreRefused() {
        assertThat(messages(
                        read(GOOD.replace("\"weight\": 5", "\"weight\": 0").replace("\"weight\": 2", "\"weight\": 0"))))
                .contains("component 'overall'", "at least one weight must be above nought");
    }

    @Test
    void aMistypedFieldIsToldByItsOwnPathWhateverItHolds() {
        String broken = GOOD.replace("\"indicators\"", "\"indicatros\"")
                .replace("\"missing\": {", "\"mising\": {")
                .replace("\"version\"", "\"vershion\"")
                .replace("\"licence\": \"OGL-UK-3.0\"}", "\"licence\": \"OGL-UK-3.0\", \"urls\": [\"u\"]}")
                .replace("\"weight\": 5}", "\"weight\": 5, \"reasons\": {\"a\": 1}}");
        assertThat(read(broken).findings())
                .filteredOn(f -> f.message().startsWith("the field is not one that is known"))
                .extracting(f -> f.where().line() + f.where().column())
                .containsExactlyInAnyOrder(
                        "1/vershion",
                        "3/mising",
                        "4/sources/0/urls",
                        "5/indicatros",
                        "12/components/0/parts/0/reasons");
    }

    @Test
    void blankTextsAreRefused() {
        assertThat(messages(read(GOOD.replace("\"id\": \"own\"", "\"id\": \" \""))))
                .contains("a recipe needs an 'id'");
        assertThat(messages(read(GOOD.replace("\"title\": \"Own\"", "\"title\": \"\""))))
                .contains("a recipe needs a 'title'");
        assertThat(messages(read(GOOD.replace("\"column\": \"pct_old\"", "\"column\": \"\""))))
                .contains("an indicator's 'column' must not be blank");
        assertThat(messages(read(GOOD.replace("\"denominator\": \"n_lines\"", "\"denominator\": \"\""))))
                .contains("an indicator's 'denominator' must not be blank");
        assertThat(messages(read(GOOD.replace("\"reason\": \"R\"}]}", "\"reason\": \"\"}]}"))))
                .contains("a component needs a 'reason'");
    }

    @Test
    void aDateIsADay() {
        for (String date : List.of("23/11/2026", "2026-02-30", "2026", "")) {
            assertThat(messages(read(GOOD.replace("2026-11-23", date))))
                    .contains("a recipe's 'date' must be a day, for example 2026-11-23");
        }
    }

    @Test
    void numbersThatWouldEndInInfiniteScoresAreRefused() {
        assertThat(messages(read(GOOD.replace("\"weight\": 5", "\"weight\": 1e308"))))
                .contains("a weight must be at most a million");
        assertThat(messages(read(GOOD.replace(
                        "\"method\": \"MIN_MAX\"", "\"method\": \"MIN_MAX\", \"from\": -1e308, \"to\": 1e308"))))
                .contains("'from' and 'to' must lie between minus a million and a million");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        String broken = GOOD.replace(
                        "\"source\": \"s\", \"reason\": \"R\"},", "\"source\": \"sx\", \"reason\": \"R\"},")
                .replace("{\"of\": \"slow\"", "{\"of\": \"slw\"");
        assertThat(messages(read(broken)))
                .contains("'sx' is not", "'slw' is not", "Maybe 'slow' is meant", "is a part of none");
    }

    @Test
    void mistypedFieldsAndWordsAreToldTogetherWithLineAndPath() {
        String broken = GOOD.replace("\"base\": \"TABLE\"", "\"base\": \"TABEL\"")
                .replace("\"label\": \"Old\"", "\"lable\": \"Old\"")
                .replace("\"weight\": 2", "\"weight\": \"two\"");
        List<Finding> findings = read(broken).findings();
        assertThat(messages(read(broken)))
                .contains("Maybe 'TABLE' is meant", "Maybe 'label' is meant", "a number is wanted");
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.where().column()).isEqualTo("/base");
            assertThat(f.where().line()).isEqualTo(2);
        });
    }

    @Test
    void somethingThatCountsTwiceIsRefused() {
        assertThat(messages(read(GOOD.replace("{\"of\": \"slow\"", "{\"of\": \"old\""))))
                .contains("is a part of [overall, overall]", "counted twice");
    }

    @Test
    void negativeScoresInAGeometricMeanAreRefused() {
        String geometric = GOOD.replace("ARITHMETIC_MEAN", "GEOMETRIC_MEAN").replace("MIN_MAX", "Z_SCORE");
        assertThat(messages(read(geometric))).contains("a geometric mean needs scores of nought or more");
    }

    @Test
    void otherWeightsChangeOnlyTheWeights() {
        Recipe recipe = read(GOOD).orElseThrow();
        Recipe changed = recipe.withWeights(Map.of("slow", 7.0));
        assertThat(changed.overall().parts()).extracting(Part::weight).containsExactly(5.0, 7.0);
        assertThat(changed.indicators()).isEqualTo(recipe.indicators());
        assertThatThrownBy(() -> recipe.withWeights(Map.of("fast", 1.0))).hasMessageContaining("no part 'fast'");
    }

    private static Checked<Recipe> read(String json) {
        return RecipeReader.read("own.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String messages(Checked<Recipe> read) {
        assertThat(read.hasErrors()).isTrue();
        return String.join("\n", read.findings().stream().map(Finding::toString).toList());
    }

    @Test
    void anAbsentFileAndAFolderAreFindings(@TempDir Path folder) {
        assertThat(messages(RecipeReader.read(folder.resolve("none.json")))).contains("none.json", "must exist");
        assertThat(messages(RecipeReader.read(folder))).contains("folder");
    }
}
