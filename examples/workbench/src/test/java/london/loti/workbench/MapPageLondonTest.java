package london.loti.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import london.loti.mapping.index.AreaIndex;
import london.loti.model.area.AreaCode;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the real London: as large as a page gets, and still quick. */
class MapPageLondonTest {
    private static final int AREAS = 4_994;
    private static final long MOST_BYTES = 4_000_000;
    private static final long MOST_MILLISECONDS = 2_000;
    private static final long SEED = 33;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static MadePage london;

    @BeforeAll
    static void makeThePage() {
        Path table = SharedData.file("data/london/lsoa21_indicators.csv");
        Path boundaries = SharedData.file("data/boundaries/london_lsoa21.geojson");
        browser = Browser.start(folder);
        browser.resize(1440, 900);
        london = MadePage.of(folder.resolve("london"), "loti-london", table, boundaries);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void londonIsSmallQuickAndExact(TestReporter reporter) throws Exception {
        long bytes = Files.size(london.html());
        assertThat(bytes).isLessThan(MOST_BYTES);
        browser.open(london.html());
        long painted =
                browser.count("return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)");
        long ready = browser.count("return Math.round(performance.getEntriesByName('loti-ready')[0].startTime)");
        assertThat(painted).isLessThan(MOST_MILLISECONDS);
        assertThat(browser.text("return document.getElementById('subtitle').textContent"))
                .contains("4,994 areas");

        AreaIndex published = london.index(Map.of());
        assertThat(published.rankedCount()).isEqualTo(AREAS);
        PageScores.read(browser).agreeWith(published, "as opened");

        browser.find("#weights-toggle").click();
        browser.find("#weight-money").sendKeys(Keys.ARROW_RIGHT);
        browser.await("!document.getElementById('what-if').hidden");
        double weight = Double.parseDouble(browser.text("return document.getElementById('weight-money').value"));
        PageScores.read(browser).agreeWith(london.index(Map.of("money", weight)), "money = " + weight);
        double moved = Double.parseDouble(browser.text("const from = performance.now(); loti.setWeights({money: 3});"
                + "return String(performance.now() - from)"));

        Map<String, Double> weights = PageScores.randomWeights(london.recipe(), new SplittableRandom(SEED));
        AreaIndex index = london.index(weights);
        PageScores.with(browser, weights).agreeWith(index, "seed " + SEED);
        String highest = index.table().codes().get(index.rowsByRank().get(0)).value();
        browser.run("loti.select(arguments[0])", highest);
        browser.frames();
        PageScores.cardAgreesWith(browser, index.explain(new AreaCode(highest)).orElseThrow());
        assertThat(browser.texts("#card .place-rank")).containsExactly("1st of 4,994");
        assertThat(browser.console()).isEmpty();
        reporter.publishEntry(Map.of(
                "bytes", String.valueOf(bytes),
                "first contentful paint, ms", String.valueOf(painted),
                "ready, ms", String.valueOf(ready),
                "other weights worked out, ms", String.valueOf(Math.round(moved))));
    }

    @Test
    void theMapFillsItsPane() {
        browser.open(london.html());
        browser.frames();
        // The share of the pane's width or height (whichever is filled more) between the outermost painted pixels.
        double filled = Double.parseDouble(browser.text("""
                const canvas = document.querySelector('.leaflet-overlay-pane canvas');
                const pane = document.getElementById('map');
                const { width, height } = canvas;
                const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
                let left = width, right = 0, top = height, bottom = 0;
                for (let y = 0; y < height; y++) {
                  for (let x = 0; x < width; x++) {
                    if (pixels[4 * (y * width + x) + 3] === 0) continue;
                    left = Math.min(left, x); right = Math.max(right, x);
                    top = Math.min(top, y); bottom = Math.max(bottom, y);
                  }
                }
                return String(Math.max((right - left) / pane.clientWidth, (bottom - top) / pane.clientHeight));
                """));
        assertThat(filled).isBetween(0.93, 1.0);
    }
}
