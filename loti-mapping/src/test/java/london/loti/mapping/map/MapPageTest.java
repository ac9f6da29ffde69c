package london.loti.mapping.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.geojson.GeoJsonReader;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

import static org.assertj.core.api.Assertions.assertThat;

class MapPageTest {
    private static final Recipe RECIPE =
            RecipeReader.read("own.json", """
                    {"id": "own", "version": "1", "title": "A </script><b>title</b>", "description": "D",
                     "date": "2026-11-23", "base": "TABLE", "normalisation": {"method": "MIN_MAX"},
                     "missing": {"policy": "PROPAGATE"},
                     "sources": [{"id": "s", "title": "T", "publisher": "P", "date": "2026", "licence": "not-open"}],
                     "indicators": [{"id": "old", "label": "Old", "column": "n_old", "unit": "PEOPLE",
                       "polarity": "HIGHER_IS_MORE_NEED", "source": "s", "reason": "R"}],
                     "components": [{"id": "overall", "label": "All", "aggregation": "ARITHMETIC_MEAN",
                       "weighting": "NORMALISED", "parts": [{"of": "old", "weight": 1}], "reason": "R"}]}
                    """.getBytes(StandardCharsets.UTF_8)).orElseThrow();

    @TempDir
    Path folder;

    private Boundaries boundaries(String property, String... codes) throws IOException {
        StringBuilder features = new StringBuilder();
        for (String code : codes) {
            features.append(features.isEmpty() ? "" : ",").append("""
                            {"type": "Feature", "properties": {"%s": "%s"}, "geometry": {"type": "Polygon",
                             "coordinates": [[[1.9, 51.7], [1.91, 51.7], [1.91, 51.71], [1.9, 51.7]]]}}""".formatted(property, code));
        }
        Path file = folder.resolve("b.geojson");
        Files.writeString(file, "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}");
        return GeoJsonReader.withDefaults().read(file).orElseThrow();
    }

    private static AreaTable scores(double... counts) {
        AreaTable table = AreaTable.builder(AreaVintage.parse("lsoa21"))
                .codes(List.of(new AreaCode("E01000001"), new AreaCode("E01000002"), new AreaCode("E01000003")))
                .names(List.of("One & only", "<img src=x>", "Three"))
                .column(Metric.of("n_old", "Old", MetricUnit.PEOPLE), counts)
                .build();
        AreaIndex index = IndexBuilder.of(RECIPE).build(table).orElseThrow();
        return index.toTable();
    }

    private static Checked<MapPage> page(AreaTable scores, Boundaries boundaries) {
        return MapPage.of(RECIPE, DisclosureRule.withDefaults().apply(scores), boundaries);
    }

    @Test
    void loadsNothingFromAnywhereAndLetsNoDataBecomeMarkup() throws IOException {
        String html = page(scores(20, 30, 45), boundaries("lsoa21_code", "E01000001", "E01000002", "E01000003"))
                .orElseThrow()
                .html();
        assertThat(html)
                .doesNotContainPattern(
                        "(?i)<(img|script|link|iframe)[^>]*\\s(src|href)=(?![\"']?data:)|@import|url\\([\"']?https?:");
        assertThat(html).doesNotContain("<b>title", "<img src=x>", "sourceMappingURL");
        assertThat(html).contains("\\u003cimg src=x\\u003e", "A &lt;/script&gt;");
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1).replace("&#39;", "'")).startsWith("default-src 'none'; script-src 'sha256-");
    }

    @Test
    void givesTheSameBytesForTheSameScores() throws IOException {
        Boundaries boundaries = boundaries("lsoa21_code", "E01000001", "E01000002", "E01000003");
        assertThat(page(scores(20, 30, 45), boundaries).orElseThrow().html())
                .isEqualTo(page(scores(20, 30, 45), boundaries).orElseThrow().html());
    }

    @Test
    void drawsOnlyWhatTheDisclosureRuleLeaves() throws IOException {
        String html = page(scores(7, 30, 45), boundaries("lsoa21_code", "E01000001", "E01000002", "E01000003"))
                .orElseThrow()
                .html();
        assertThat(html).contains("\"values\":[null,30,45]", "counts below 10", "(1 number)");
    }

    @Test
    void fewAreasAreShownByTheirScoresAndNotInFifths() throws IOException {
        String html = page(scores(20, 30, 45), boundaries("lsoa21_code", "E01000001", "E01000002", "E01000003"))
                .orElseThrow()
                .html();
        assertThat(html).contains("\"classes\":{\"kind\":\"VALUES\",\"values\":[0,40,100]}", "3 areas");
    }

    @Test
    void neverLosesAnAreaSilently() throws IOException {
        Checked<MapPage> page = page(scores(20, 30, 45), boundaries("lsoa21_code", "E01000001", "E01000009"));
        assertThat(messages(page))
                .contains("b.geojson: 2 of 3 areas have no boundary and would be lost: E01000002, E01000003");
    }

    @Test
    void refusesBoundariesOfAnotherVintage() throws IOException {
        assertThat(messages(page(scores(20, 30, 45), boundaries("lsoa11_code", "E01000001", "E01000002", "E01000003"))))
                .contains("the scores are of LSOA 2021 and the boundaries of LSOA 2011");
    }

    @Test
    void refusesATableThatIsNoIndexByTheRecipe() throws IOException {
        AreaTable other = AreaTable.builder(AreaVintage.parse("lsoa21"))
                .codes(List.of(new AreaCode("E01000001")))
                .column(Metric.of("overall", "All", MetricUnit.SCORE), new double[] {1})
                .build();
        assertThat(messages(page(other, boundaries("lsoa21_code", "E01000001"))))
                .contains("score_old: an index by the recipe own has the column");
    }

    @Test
    void speaksOfNeedAndNeverOfTheWorst() throws IOException {
        String html = page(scores(20, 30, 45), boundaries("lsoa21_code", "E01000001", "E01000002", "E01000003"))
                .orElseThrow()
                .html();
        assertThat(html).contains("areas, not people", "highest estimated need");
        assertThat(html.toLowerCase(java.util.Locale.ROOT)).doesNotContain("worst");
    }

    private static String messages(Checked<?> page) {
        return String.join("\n", page.findings().stream().map(Finding::toString).toList());
    }
}
