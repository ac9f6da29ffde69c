package london.loti.workbench;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The report on the invented lessons in a real browser. */
class EvaluationPageBrowserTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void makeThePage() {
        browser = Browser.start(folder);
        assertThat(Run.loti("demo", "--out", folder).exit()).isZero();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 320})
    void axeFindsNothingAndNothingSticksOut(int width) {
        browser.resize(width, 900);
        browser.openStill(folder.resolve(DemoLessons.PAGE));
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<Rule> violations = new AxeBuilder()
                .withOptions(options)
                .withTags(RULES)
                .analyze(browser.driver())
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes().get(0))
                        .toList())
                .isEmpty();
        assertThat(browser.count("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void everyPlotHasWordsAndATableBesideIt() {
        browser.openStill(folder.resolve(DemoLessons.PAGE));
        assertThat(browser.count("return document.querySelectorAll('svg[role=img]').length"))
                .isGreaterThanOrEqualTo(2);
        assertThat(browser.is("[...document.querySelectorAll('svg[role=img]')].every((plot) =>"
                        + " plot.querySelector('title') && plot.closest('section').querySelector('table'))"))
                .isTrue();
        assertThat(browser.text("return document.body.innerText"))
                .contains("caused a rise of", "Taught people before and after alone would claim");
    }
}
