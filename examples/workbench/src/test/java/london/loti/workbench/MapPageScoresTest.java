package london.loti.workbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import london.loti.mapping.index.AreaExplanation;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.area.AreaCode;

import static org.assertj.core.api.Assertions.assertThat;

/** The page works out the scores that the library does, under any weights and every kind of recipe. */
class MapPageScoresTest {
    private static final long SEED = 20261123;
    private static final int WEIGHT_SETS = 6;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static MadePage demo;

    @BeforeAll
    static void makeTheDemo() {
        browser = Browser.start(folder);
        browser.resize(1440, 900);
        demo = MadePage.demo(folder.resolve("demo"));
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void theConsoleIsClean() {
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void arrowKeysOnASliderRecompute() {
        openWeights();
        WebElement slider = browser.find("#weight-money");
        slider.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await("!document.getElementById('what-if').hidden");
        browser.frames();
        double weight = Double.parseDouble(browser.text("return document.getElementById('weight-money').value"));
        assertThat(weight).isGreaterThan(1);
        assertThat(Double.parseDouble(browser.text("return document.querySelector('#weight-money + input').value")))
                .isEqualTo(weight);
        PageScores.read(browser).agreeWith(demo.index(Map.of("money", weight)), "money = " + weight);
    }

    @Test
    void aTypedWeightRecomputesEverythingThatIsShown() {
        openWeights();
        WebElement box = browser.find("#weight-disabled + input");
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.5", Keys.TAB);
        browser.frames();
        assertThat(browser.text("return document.getElementById('weight-disabled').value"))
                .isEqualTo("0.5");
        AreaIndex index = demo.index(Map.of("disabled", 0.5));
        PageScores.read(browser).agreeWith(index, "disabled = 0.5");
        int highest = index.rowsByRank().get(0);
        assertThat(browser.texts("#table-rows tr:first-child .area-button"))
                .containsExactly(index.table().names().get(highest));
        assertThat(browser.text("return document.getElementById('what-if').innerText"))
                .startsWith("What-if, not the published index. With these weights ")
                .contains(" of 150 areas change fifth.");
        browser.await("document.getElementById('live').textContent.startsWith('What-if. With these weights')");
    }

    @Test
    void theRecipesOwnWeightsBringBackThePublishedNumbers() {
        openWeights();
        PageScores.read(browser).agreeWith(demo.index(Map.of()), "as opened");
        String published = browser.text("return JSON.stringify(loti.result())");
        PageScores.with(browser, Map.of("money", 5.0, "age_75_plus", 0.0));
        browser.frames();
        assertThat(browser.text("return JSON.stringify(loti.result())")).isNotEqualTo(published);
        browser.find("#weights-reset").click();
        browser.frames();
        assertThat(browser.text("return JSON.stringify(loti.result())")).isEqualTo(published);
        assertThat(browser.is("document.getElementById('what-if').hidden")).isTrue();
        browser.await("document.getElementById('live').textContent === 'These are the recipe’s weights.'");
    }

    @Test
    void anyWeightsGiveTheNumbersOfTheLibrary() {
        browser.open(demo.html());
        agreesUnderRandomWeights(demo, "loti-london");
    }

    @Test
    void weightsThatAreAllNoughtGiveNoScoreAndSaySo() {
        browser.open(demo.html());
        PageScores.with(
                browser, Map.of("age_and_disability", 0.0, "money", 0.0, "skills", 0.0, "connection_to_the_net", 0.0));
        browser.frames();
        assertThat(browser.text("return document.getElementById('what-if').innerText"))
                .contains("All weights of the overall score are 0, so no area has a score. Raise at least one.");
        assertThat(browser.texts("#legend-list li")).anyMatch(line -> line.startsWith("No score"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # recipe             | scale           | top        | inner      | weights      | missing
                    geometric            | MIN_MAX         | GEOMETRIC  | GEOMETRIC  | NORMALISED   | RENORMALISE
                    geometric-in-a-mean  | PERCENTILE_RANK | ARITHMETIC | GEOMETRIC  | NORMALISED   | PROPAGATE
                    geometric-as-given   | MIN_MAX         | GEOMETRIC  | ARITHMETIC | AS_PUBLISHED | RENORMALISE
                    sum-as-given         | PERCENTILE_RANK | ARITHMETIC | ARITHMETIC | AS_PUBLISHED | RENORMALISE
                    sum-that-propagates  | IOD_EXPONENTIAL | ARITHMETIC | ARITHMETIC | AS_PUBLISHED | PROPAGATE
                    z-scores             | Z_SCORE         | ARITHMETIC | ARITHMETIC | NORMALISED   | RENORMALISE
                    z-scores-as-given    | Z_SCORE         | ARITHMETIC | ARITHMETIC | AS_PUBLISHED | PROPAGATE
                    ranks                | RANK            | ARITHMETIC | GEOMETRIC  | NORMALISED   | RENORMALISE
                    """)
    void everyKindOfRecipeAgrees(String name, String scale, String top, String inner, String weighting, String policy)
            throws Exception {
        String recipe = OwnRecipes.threeLevels(name, scale, top + "_MEAN", inner + "_MEAN", weighting, policy);
        MadePage page = MadePage.of(folder.resolve("demo"), name, recipe, tableWithGaps());
        AreaIndex published = page.index(Map.of());
        assertThat(published.rankedCount()).isBetween(30, 149);
        browser.open(page.html());
        assertThat(browser.text("return document.getElementById('method-body').innerText"))
                .doesNotContain("calculation differs");
        PageScores.read(browser).agreeWith(published, name + " as opened");
        for (String area :
                List.of(areaOf(published, 0), areaOf(published, published.rankedCount() - 1), unranked(published))) {
            browser.run("loti.select(arguments[0])", area);
            PageScores.cardAgreesWith(browser, explain(published, area));
        }
        agreesUnderRandomWeights(page, name);
    }

    @Test
    void theCountingRecipeAgreesAndShowsAClassAScore() throws Exception {
        String recipe =
                new String(RecipeReader.bundledDocument("london-key-groups").orElseThrow(), StandardCharsets.UTF_8);
        MadePage page = MadePage.of(
                folder.resolve("demo"), "counting", recipe, Files.readString(folder.resolve("demo/table.csv")));
        AreaIndex index = page.index(Map.of());
        browser.open(page.html());
        PageScores.read(browser).agreeWith(index, "as opened");
        double highest = index.score(index.rowsByRank().get(0));
        assertThat(browser.texts("#legend-list .legend-label"))
                .startsWith("Score " + Math.round(highest) + ", highest")
                .last()
                .asString()
                .endsWith(", lowest");
        String area = areaOf(index, 2);
        browser.run("loti.select(arguments[0])", area);
        PageScores.cardAgreesWith(browser, explain(index, area));
        agreesUnderRandomWeights(page, "london-key-groups");
    }

    private static void agreesUnderRandomWeights(MadePage page, String what) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int set = 0; set < WEIGHT_SETS; set++) {
            Map<String, Double> weights = PageScores.randomWeights(page.recipe(), random);
            AreaIndex index = page.index(weights);
            PageScores.with(browser, weights).agreeWith(index, what + ", seed " + SEED + ", weights " + weights);
            if (set % 3 == 0 && index.rankedCount() > 0) { // a card takes a while to open
                String area = areaOf(index, random.nextInt(index.rankedCount()));
                browser.run("loti.select(arguments[0])", area);
                browser.frames();
                PageScores.cardAgreesWith(browser, explain(index, area));
            }
        }
    }

    private static AreaExplanation explain(AreaIndex index, String area) {
        return index.explain(new AreaCode(area)).orElseThrow();
    }

    private static String areaOf(AreaIndex index, int place) {
        return index.table().codes().get(index.rowsByRank().get(place)).value();
    }

    private static String unranked(AreaIndex index) {
        int row = 0;
        while (index.rank(row).isPresent()) {
            row++;
        }
        return index.table().codes().get(row).value();
    }

    private static void openWeights() {
        browser.open(demo.html());
        browser.find("#weights-toggle").click();
        browser.frames();
    }

    /** The demo's table with about one number in twelve taken out, and one area that has hardly any. */
    private static String tableWithGaps() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> lines = Files.readAllLines(folder.resolve("demo/table.csv"));
        List<String> changed = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int oneIn = changed.size() == 7 ? 1 : 12;
            for (int cell = 7; cell < cells.length; cell++) {
                cells[cell] = random.nextInt(oneIn) == 0 ? "" : cells[cell];
            }
            changed.add(String.join(",", cells));
        }
        return String.join("\n", changed) + "\n";
    }
}
