package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The report on the invented lessons in a real browser. */
class EvaluationPageBrowserTest {
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
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.count("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
        assertThat(browser.console()).isEmpty();
    }

    /** Card and Krueger's fast food restaurants in New Jersey and Pennsylvania, before and after a higher minimum wage. */
    @Test
    void aReportOnPublicDataIsCleanToo() throws IOException {
        Path data = SharedData.file("data/evaluation/poe_njmin3_card_krueger.csv");
        Path study = Files.writeString(folder.resolve("study.json"), """
                {"title": "Did a higher minimum wage cost jobs?", "date": "2026-11-26", "place": "New Jersey",
                 "design": "DIFFERENCE_IN_DIFFERENCES", "attrition": 0.03, "differentialAttrition": 0.01,
                 "programme": {"id": "wage", "name": "The minimum wage of 1992",
                               "why": "a wage to live on", "procedures": "the hourly minimum rose from $4.25 to $5.05"},
                 "theory": {"id": "wage_theory", "version": "1", "title": "What a higher wage does",
                            "source": "Card and Krueger 1994",
                            "steps": [{"id": "law", "stage": "INPUT", "text": "A law is passed"},
                                      {"id": "jobs", "stage": "OUTCOME", "text": "Restaurants hire fewer or more",
                                       "shownBy": ["employment"]}],
                            "links": [{"from": "law", "to": "jobs", "assumption": "employers follow the law",
                                       "evidence": "ASSUMED"}]},
                 "measure": {"id": "employment", "label": "Employment", "unit": "full-time equivalents",
                             "definition": "full-time employees and half the part-time ones of a restaurant",
                             "direction": "NEITHER", "tags": []}}
                """);
        Path report = folder.resolve("wage.html");
        Run run = Run.loti(
                "evaluate",
                "did",
                "--data",
                data,
                "--outcome",
                "fte",
                "--group",
                "nj",
                "--time",
                "d",
                "--report",
                report,
                "--study",
                study);
        assertThat(run.exit()).as(run.err()).isZero();
        for (int width : new int[] {1280, 320}) {
            browser.resize(width, 900);
            browser.openStill(report);
            assertThat(browser.violations()).isEmpty();
        }
        assertThat(browser.text("return document.body.innerText"))
                .contains("Did a higher minimum wage cost jobs?", "2.75")
                .doesNotContain("caused a");
    }

    @Test
    void aPageOfCostsIsCleanAndSaysWhenOpenSourceIsNotBest() throws IOException {
        Path model = Files.writeString(
                folder.resolve("model.json"),
                Run.loti("example", "whole-life-cost").out());
        Path page = folder.resolve("costs.html");
        Run run = Run.loti("cost", model, "--page", page);
        assertThat(run.exit()).as(run.err()).isZero();
        for (int width : new int[] {1280, 320}) {
            browser.resize(width, 900);
            browser.openStill(page);
            assertThat(browser.violations()).isEmpty();
            assertThat(browser.count(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        }
        assertThat(browser.count("return document.querySelectorAll('svg[role=img]').length"))
                .isGreaterThanOrEqualTo(3);
        assertThat(browser.text("return document.body.innerText"))
                .contains("When open source is not best", "It is not the cheapest", "Councils needed");
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
