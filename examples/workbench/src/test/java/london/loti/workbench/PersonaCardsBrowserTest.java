package london.loti.workbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

/** The cards of the bundled bank in a real browser: what a reader sees, reaches and prints. */
class PersonaCardsBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path cards;

    @BeforeAll
    static void makeTheCards() {
        browser = Browser.start(folder);
        cards = folder.resolve("cards.html");
        assertThat(Run.loti("persona", "cards", "london", "--out", cards).exit())
                .isZero();
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
        browser.openStill(cards);
    }

    @AfterEach
    void theConsoleIsClean() {
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void nothingLeavesThePage() {
        browser.requests();
        browser.openStill(cards);
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.matches("file:.*/cards[.]html|data:.*"));
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
    void headingsAreInOrderAndTheSkipLinkLeadsToTheCards() {
        assertThat(browser.text("""
                        let last = 0;
                        return [...document.querySelectorAll('h1, h2, h3, h4')].filter((h) => {
                          const level = Number(h.tagName[1]);
                          const jumps = level > last + 1;
                          last = level;
                          return jumps;
                        }).map((h) => h.innerText).join()""")).isEmpty();
        assertThat(browser.count("return document.querySelectorAll('h1').length"))
                .isEqualTo(1);
        browser.tab();
        assertThat(browser.text("return document.activeElement.innerText")).isEqualTo("Skip to the cards");
        assertThat(browser.count("return document.activeElement.getBoundingClientRect().top"))
                .isNotNegative();
        browser.press(Keys.ENTER);
        browser.frames();
        assertThat(browser.focus()).isEqualTo("cards");
    }

    @Test
    void whatIsNeededIsTheSameWithoutColours() {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
        assertThat(browser.is("matchMedia('(forced-colors: active)').matches")).isTrue();
        assertThat(browser.texts("#persona-carer_without_time .access li"))
                .containsExactly(
                        "Device\nHas it",
                        "Data\nHas it",
                        "Skills\nHas it",
                        "Support\nNeeded",
                        "Accessibility\nNot needed");
        assertThat(browser.is("[...document.querySelectorAll('.access .icon, .matrix td .icon')]"
                        + ".every((icon) => icon.getBoundingClientRect().width >= 14)"))
                .isTrue();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    /** No page holds parts of two: printed one by one, all take as many pages as printed together. */
    @Test
    void onPaperEachPersonaHasPagesOfItsOwn() {
        String parts = "const parts = [...document.querySelectorAll('header, main > section, article')];";
        int all = pages();
        int apart = 0;
        long articles = browser.count("return document.querySelectorAll('article').length");
        for (int i = 0; i < articles; i++) {
            browser.run(
                    parts + "const own = document.querySelectorAll('article')[arguments[0]];"
                            + "parts.forEach((part) => { part.hidden = part !== own; })",
                    i);
            int own = pages();
            assertThat(own).as("persona " + i).isBetween(2, 4);
            apart += own;
        }
        browser.run(parts + "parts.forEach((part) => { part.hidden = part.tagName === 'ARTICLE'; })");
        assertThat(apart + pages()).isEqualTo(all);
    }

    private static int pages() {
        Map<String, Object> printed = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
        byte[] pdf = Base64.getDecoder().decode(String.valueOf(printed.get("data")));
        return (int) Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
