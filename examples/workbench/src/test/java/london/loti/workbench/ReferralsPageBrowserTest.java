package london.loti.workbench;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** The report on a year of invented referrals in a real browser: what a reader sees and reaches. */
class ReferralsPageBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void makeThePage() {
        browser = Browser.start(folder);
        page = folder.resolve("referrals.html");
        assertThat(Run.loti("demo", "--out", folder).exit()).isZero();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openThePage() {
        browser.resize(1280, 900);
        browser.openStill(page);
    }

    @AfterEach
    void theConsoleIsClean() {
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void nothingLeavesThePage() {
        browser.requests();
        browser.openStill(page);
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.matches("file:.*/referrals[.]html|data:.*"));
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 320})
    void axeFindsNothing(int width) {
        browser.resize(width, 900);
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1440, 1100, 860, 390, 320})
    void nothingSticksOutAtTheSideOrOfItsBox(int width) {
        browser.resize(width, 900);
        assertThat(browser.count("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        assertThat(browser.text("""
                        return [...document.querySelectorAll('main *:not(.word)')]
                          .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
                            && !e.closest('svg'))
                          .map((e) => e.outerHTML.slice(0, 80)).join()""")).isEmpty();
    }

    @Test
    void headingsAreInOrderAndTheSkipLinkLeadsToTheFigures() {
        assertThat(browser.text("""
                        let last = 0;
                        return [...document.querySelectorAll('h1, h2, h3, h4')].filter((h) => {
                          const level = Number(h.tagName[1]);
                          const jumps = level > last + 1;
                          last = level;
                          return jumps;
                        }).map((h) => h.innerText).join()""")).isEmpty();
        browser.tab();
        assertThat(browser.text("return document.activeElement.innerText")).isEqualTo("Skip to the figures");
        browser.press(Keys.ENTER);
        browser.frames();
        assertThat(browser.focus()).isEqualTo("main");
    }

    /** Each chart has its table beside it, with a row for each bar. */
    @Test
    void everyBarHasARowInTheTableBesideIt() {
        assertThat(browser.count("return document.querySelectorAll('.pair').length"))
                .isGreaterThan(10);
        assertThat(browser.is("[...document.querySelectorAll('.pair')].every((pair) =>"
                        + " pair.querySelectorAll('.track').length === pair.querySelectorAll('tbody tr').length)"))
                .isTrue();
    }
}
