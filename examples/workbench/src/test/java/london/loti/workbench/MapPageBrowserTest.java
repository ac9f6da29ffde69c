package london.loti.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.print.PrintOptions;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.geojson.GeoJsonReader;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.map.MapPage;
import london.loti.model.area.AreaCode;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.disclosure.DisclosureRule;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the invented borough in a real browser: what a reader sees, reaches, saves and hears. */
class MapPageBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static MadePage demo;
    private static AreaIndex index;

    @BeforeAll
    static void makeTheDemo() {
        browser = Browser.start(folder);
        demo = MadePage.demo(folder.resolve("demo"));
        index = demo.index(Map.of());
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openThePage() {
        browser.resize(1440, 900);
        browser.open(demo.html());
    }

    @AfterEach
    void theConsoleIsClean() {
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void nothingLeavesThePage() {
        browser.requests();
        browser.open(demo.html());
        browser.find("#weights-toggle").click();
        browser.run("loti.select(arguments[0])", codeAt(0));
        browser.frames();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.matches("file:.*/map[.]html|data:.*"));
        assertThat(browser.count("return performance.getEntriesByType('resource').length"))
                .isZero();
    }

    @Test
    void aScriptThatIsNotThePagesOwnDoesNotRun() {
        browser.run(
                "window.ran = 'no'; const s = document.createElement('script'); s.textContent = \"window.ran = 'yes'\";"
                        + "document.body.append(s)");
        assertThat(browser.text("return window.ran")).isEqualTo("no");
        assertThat(browser.console()).singleElement().asString().contains("Content Security Policy");
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1440, 1024, 390, 320})
    void nothingSticksOutAtTheSide(int width) {
        browser.resize(width, 844);
        assertThat(overflow()).isZero();
        browser.find("#weights-toggle").click();
        browser.run("loti.setWeights({money: 4}); loti.select(arguments[0])", codeAt(0));
        browser.frames();
        assertThat(overflow()).as("with weights, card and banner").isZero();
    }

    @Test
    void aCardIsFoundOpenedAndClosedWithTheKeyboard() {
        String name = nameAt(140);
        browser.find("#search").sendKeys(name.substring(0, name.length() - 1));
        assertThat(browser.is("document.getElementById('search-list').hidden")).isFalse();
        int downs = 1 + browser.texts("#search-list .found").indexOf(name);
        assertThat(downs).isPositive();
        for (int i = 0; i < downs; i++) {
            browser.press(Keys.ARROW_DOWN);
        }
        assertThat(browser.text("return document.activeElement.getAttribute('aria-activedescendant')"))
                .isEqualTo("search-" + (downs - 1));
        browser.press(Keys.ENTER);
        assertThat(browser.focus()).isEqualTo("card-title");
        assertThat(browser.texts("#card-title")).containsExactly(name);
        assertThat(browser.texts("#card .place-rank")).containsExactly("141st of 150");
        assertThat(browser.texts("#card .place-class")).containsExactly("Fifth 5, lowest estimated need");
        PageScores.cardAgreesWith(
                browser, index.explain(index.table().codes().get(rowAt(140))).orElseThrow());
        browser.press(Keys.ESCAPE);
        assertThat(browser.is("document.getElementById('card').hidden")).isTrue();
        assertThat(browser.focus()).isEqualTo("search");
    }

    @Test
    void aCardOpenedFromTheTableGivesTheFocusBackToItsRow() {
        browser.find("#table-rows tr:nth-child(3) .area-button").sendKeys(Keys.ENTER);
        assertThat(browser.texts("#card-title")).containsExactly(nameAt(2));
        assertThat(browser.texts("#card .place-class")).containsExactly("Fifth 1, highest estimated need");
        browser.find("#card-close").click();
        assertThat(browser.text("return document.activeElement.innerText")).isEqualTo(nameAt(2));
    }

    @Test
    void aClickOnTheMapOpensACard() {
        browser.find("#map").click();
        assertThat(browser.is("document.getElementById('card').hidden")).isFalse();
        String area = browser.texts("#card-title").get(0);
        assertThat(index.table().names()).contains(area);
        browser.find("#card-close").click();
        assertThat(browser.focus()).isEqualTo("map");
        browser.press(Keys.ENTER);
        assertThat(browser.texts("#card-title"))
                .as("Enter opens the same area, in the middle")
                .containsExactly(area);
    }

    @Test
    void aWardFiltersTheTableAndSaysSo() {
        browser.choose("filter-ward24", "Copperfold");
        assertThat(browser.texts("#table-title")).containsExactly("Areas in Copperfold");
        assertThat(browser.texts("#table-rows .ward:not(.narrow-only)"))
                .isNotEmpty()
                .containsOnly("Copperfold");
        assertThat(browser.text("const list = document.getElementById('filter-ltla24');"
                        + "return list.options[list.selectedIndex].text"))
                .isEqualTo("Hollowbrook (invented)");
        browser.await("document.getElementById('live').textContent.endsWith('areas in Copperfold')");
        browser.choose("filter-ltla24", "All");
        assertThat(browser.texts("#page-rows")).containsExactly("Rows 1–50 of 150");
    }

    @Test
    void theTableSortsAndTurnsItsPages() {
        assertThat(sortedBy()).isEqualTo("Rank ascending");
        browser.find("th button[data-key=name]").click();
        assertThat(sortedBy()).isEqualTo("Area ascending");
        browser.find("th button[data-key=name]").click();
        assertThat(sortedBy()).isEqualTo("Area descending");
        browser.find("th button[data-key=score]").click();
        assertThat(sortedBy()).isEqualTo("Score descending");
        assertThat(browser.texts("#table-rows .area-button")).isEqualTo(names(0, 50));
        browser.find("#page-next").click();
        browser.find("#page-next").click();
        assertThat(browser.texts("#page-rows")).containsExactly("Rows 101–150 of 150");
        assertThat(browser.texts("#table-rows .area-button")).isEqualTo(names(100, 150));
        assertThat(browser.text("return document.getElementById('page-next').getAttribute('aria-disabled')"))
                .isEqualTo("true");
        browser.find("#page-previous").click();
        assertThat(browser.texts("#page-rows")).containsExactly("Rows 51–100 of 150");
    }

    @Test
    void savedRowsAreThoseOfTheFilterWithTheNumbersOfTheLibrary() throws Exception {
        browser.choose("filter-ward24", "Copperfold");
        browser.find("#csv").click();
        List<String> lines = Files.readAllLines(Browser.saved(folder, "loti-london-1.0.0_copperfold.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        assertThat(header)
                .startsWith("code", "name", "ward24_code", "ward24_name")
                .endsWith("rank", "decile", "fifth");
        List<String> codes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int row = index.table().row(new AreaCode(cells[0])).orElseThrow();
            codes.add(cells[0]);
            assertThat(cells[header.indexOf("ward24_name")]).isEqualTo("Copperfold");
            assertThat(Double.parseDouble(cells[header.indexOf("overall_score")]))
                    .isEqualTo(index.score(row));
            assertThat(Integer.parseInt(cells[header.indexOf("rank")]))
                    .isEqualTo(index.rank(row).orElseThrow());
        }
        assertThat(codes).hasSameSizeAs(browser.texts("#table-rows tr")).doesNotHaveDuplicates();
    }

    @Test
    void oddNamesAreTextInThePageAndNoFormulasInTheFile() throws Exception {
        MadePage odd = MadePage.of(
                folder.resolve("demo"),
                "odd",
                Files.readString(folder.resolve("demo/recipe.json")).replace("\"loti-london\"", "\"odd-names\""),
                withNames("=1+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "-cmd & '\u2028'", "+44</script>"));
        browser.open(odd.html());
        browser.run("loti.select('E01990003')");
        assertThat(browser.texts("#card-title")).containsExactly("<img src=x onerror=alert(1)>");
        assertThat(browser.count("return document.images.length")).isZero();
        browser.find("#csv").click();
        assertThat(Files.readString(Browser.saved(folder, "odd-names-1.0.0.csv"), StandardCharsets.UTF_8))
                .contains(
                        "E01990001,'=1+1,",
                        "E01990002,'@SUM(A1),",
                        "E01990003,<img src=x onerror=alert(1)>,",
                        "E01990004,'-cmd & ",
                        "E01990005,'+44</script>,");
    }

    @Test
    void aTableThatIsNotOpenSaysThatNumbersMayBeSuppressed() throws IOException {
        String recipe = Files.readString(folder.resolve("demo/recipe.json"))
                .replace("\"OGL-UK-3.0\"", "{\"id\": \"own\", \"name\": \"The council's own\", \"open\": false}")
                .replaceFirst("\"RENORMALISE\",\\s*\"minimumShare\": [0-9.]+", "\"PROPAGATE\"")
                .replace("\"column\": \"pct75plus\"", "\"column\": \"pct75plus\", \"denominator\": \"pop\"");
        String csv = Files.readString(folder.resolve("demo/table.csv"))
                .replaceFirst("(E01990001,(?:[^,]*,){4})[0-9]+,", "$19,");
        MadePage closed = MadePage.of(folder.resolve("demo"), "closed", recipe, csv);
        browser.open(closed.html());
        browser.run("loti.select('E01990001')");
        assertThat(browser.texts("#card .place p"))
                .containsExactly("No score", "A value that this recipe needs is missing or suppressed.");
        assertThat(browser.texts("#card .bar-value").get(0)).startsWith("Missing or suppressed.");
        assertThat(browser.texts("#legend-list li")).contains("No score\n1 area");
        browser.choose("colour-by", "Residents aged 75 and over");
        assertThat(browser.texts("#legend-list li")).contains("Missing or suppressed\n1 area");
        assertThat(browser.texts("#findings li"))
                .singleElement()
                .asString()
                .endsWith("because too much about them is missing or suppressed.");
        assertThat(browser.texts("#method-body"))
                .singleElement()
                .asString()
                .contains(
                        "counts below 10, noughts among them, are suppressed.",
                        "A suppressed number is shown as missing.");
    }

    @Test
    void aPageWithoutAManifestIsDrawnAllTheSame() throws IOException {
        Boundaries boundaries = GeoJsonReader.withDefaults()
                .read(folder.resolve("demo/boundaries.geojson"))
                .orElseThrow();
        DisclosedTable scores = DisclosureRule.withDefaults().apply(index.toTable());
        String html =
                MapPage.of(demo.recipe(), scores, boundaries).orElseThrow().html();
        browser.open(Files.writeString(folder.resolve("no-manifest.html"), html));
        PageScores.read(browser).agreeWith(index, "without a manifest");
        assertThat(browser.count("return document.querySelectorAll('#method details').length"))
                .isZero();
    }

    @Test
    void onPaperStandTheMapItsLegendTheNoteAndTheMethodAndNoControls() {
        String visible = "const seen = (id) => getComputedStyle(document.querySelector(id)).display !== 'none';";
        assertThat(browser.js(visible + "return seen('.toolbar') && !seen('.print-map')"))
                .isEqualTo(true);
        browser.run("window.dispatchEvent(new Event('beforeprint'))");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.js(visible + "return ['.toolbar', '.map', '.table-region'].some(seen)"))
                .isEqualTo(false);
        assertThat(browser.js(visible + "return ['.print-map', '.legend', '.fixed-note', '.method'].every(seen)"))
                .isEqualTo(true);
        assertThat(browser.js("""
                        const map = document.querySelector('.print-map');
                        const dots = map.getContext('2d').getImageData(0, 0, map.width, map.height).data;
                        return new Set(new Uint32Array(dots.buffer)).size"""))
                .as("colours of the painted map")
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isGreaterThan(5);
        assertThat(browser.driver().print(new PrintOptions()).getContent())
                .as("a PDF")
                .startsWith("JVBERi0");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void axeFindsNothingInAnyState() {
        axe("initial");
        browser.choose("filter-ward24", "Copperfold");
        axe("filtered");
        browser.run("loti.select(arguments[0])", codeAt(7));
        browser.frames();
        axe("card open");
        browser.find("#weights-toggle").click();
        browser.run("loti.setWeights({money: 4, adult_skills: 0})");
        browser.frames();
        axe("what-if");
        browser.resize(390, 844);
        axe("narrow");
    }

    @Test
    void tabReachesEveryControlInOrderAndShowsWhereItIs() {
        browser.choose("filter-ward24", "Copperfold"); // few rows
        browser.find("#weights-toggle").click();
        browser.run(
                "loti.select(arguments[0])", browser.text("return document.querySelector('td.col-code').innerText"));
        browser.run("""
                const wanted = 'a[href], button, input, select, summary, [tabindex="0"]';
                window.controls = [...document.querySelectorAll(wanted)].filter((e) => e.checkVisibility());
                controls[0].focus();
                """);
        browser.tab();
        browser.tabBack(); // to the first control by the keyboard, as a reader comes there
        long controls = browser.count("return controls.length");
        List<Long> reached = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < controls; i++) {
            reached.add(browser.count("return controls.indexOf(document.activeElement)"));
            String fault = browser.text("""
                    const e = document.activeElement;
                    const style = getComputedStyle(e);
                    const ring = e.id === 'map' ? getComputedStyle(document.querySelector('.map-ring')).display : 'none';
                    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    const box = e.getBoundingClientRect();
                    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                    return (outline || ring === 'block') && inView ? '' : e.outerHTML.slice(0, 120);
                    """);
            if (!fault.isEmpty()) {
                unseen.add(fault);
            }
            browser.tab();
        }
        assertThat(reached)
                .isEqualTo(IntStream.range(0, (int) controls)
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(unseen).as("controls without a visible focus").isEmpty();
        assertThat(browser.text("return controls.map((c) => c.id).filter(Boolean).join(' ')"))
                .startsWith("print colour-by filter-ltla24 filter-ward24 search weights-toggle weights-reset weight-")
                .endsWith(" map card-close csv page-previous page-next table-scroll");
    }

    private static void axe(String state) {
        assertThat(browser.violations()).as(state).isEmpty();
    }

    private static long overflow() {
        return browser.count("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static String sortedBy() {
        return browser.text("const all = [...document.querySelectorAll('th[aria-sort]')];"
                + "return all.map((th) => th.firstChild.firstChild.textContent + ' ' + th.ariaSort).join()");
    }

    private static int rowAt(int place) {
        return index.rowsByRank().get(place);
    }

    private static String codeAt(int place) {
        return index.table().codes().get(rowAt(place)).value();
    }

    private static String nameAt(int place) {
        return index.table().names().get(rowAt(place));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(MapPageBrowserTest::nameAt).toList();
    }

    /** The demo's table with other names for its first areas. */
    private static String withNames(String... names) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("demo/table.csv")));
        for (int i = 0; i < names.length; i++) {
            String line = lines.get(i + 1);
            lines.set(i + 1, names[i] + line.substring(line.indexOf(',')));
        }
        return String.join("\n", lines) + "\n";
    }
}
