package london.loti.workbench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, and without a network: only one that is installed already, nothing is fetched. */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final String DRIVER = "/usr/bin/chromedriver";
    private static final List<String> AXE_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Duration TO_LOAD = Duration.ofSeconds(8);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; the test is skipped where none is installed. */
    static Browser start(Path folder) {
        File chromium = BROWSERS.stream()
                .map(File::new)
                .filter(File::canExecute)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("no browser: none of " + BROWSERS));
        File chromedriver = new File(DRIVER);
        Assumptions.assumeTrue(chromedriver.canExecute(), "no browser: " + DRIVER + " is absent");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setExperimentalOption(
                "prefs", Map.of("download.default_directory", downloads(folder).toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        return browser;
    }

    /** Where files go that a page saves. */
    static Path downloads(Path folder) {
        return folder.resolve("downloads");
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page and waits until it is ready. */
    void open(Path page) {
        driver.get(page.toUri().toString());
        loaded("window.loti");
        @Nullable
        Object failure = driver.executeAsyncScript(
                "const done = arguments[0]; loti.ready.then(() => done(null), (e) => done(String(e)))");
        if (failure != null) {
            throw new AssertionError("the page must become ready, but: " + failure);
        }
    }

    /** On a busy machine a large page may still be on its way after "get" has come back. */
    private void loaded(String condition) {
        long end = System.nanoTime() + TO_LOAD.toNanos();
        while (!is("document.readyState === 'complete' && " + condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the page must have loaded, with " + condition);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Opens a page that runs no script of its own. */
    void openStill(Path page) {
        driver.get(page.toUri().toString());
        loaded("document.body");
        frames();
    }

    /** The size of the view in CSS pixels. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        frames();
    }

    /** Runs a script with a result. */
    Object js(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** Runs a script without one. */
    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    String text(String script, Object... arguments) {
        return js(script, arguments).toString();
    }

    long count(String script, Object... arguments) {
        return ((Number) js(script, arguments)).longValue();
    }

    boolean is(String condition) {
        return Boolean.TRUE.equals(js("return Boolean(" + condition + ")"));
    }

    /** What axe-core finds against WCAG 2.2 AA and its own best practice, a line a rule. */
    List<String> violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations")); // the rest is told in short, which is quicker
        return new AxeBuilder()
                .withOptions(options).withTags(AXE_RULES).analyze(driver).getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    List<String> texts(String selector) {
        return text(
                        "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText).join('\\u0001')",
                        selector)
                .transform(all -> all.isEmpty() ? List.of() : List.of(all.split("\u0001", -1)));
    }

    /** Waits until the page has drawn what it was asked for. */
    void frames() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))");
    }

    /** Waits until a condition in JavaScript holds. */
    void await(String condition) {
        @Nullable
        Object held = driver.executeAsyncScript("const done = arguments[0]; const end = Date.now() + 3000;"
                + "const look = () => { if (" + condition + ") done(true);"
                + " else if (Date.now() > end) done(false); else setTimeout(look, 20); }; look()");
        if (!Boolean.TRUE.equals(held)) {
            throw new AssertionError("within three seconds it must hold that " + condition);
        }
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Keys to whatever has the focus. */
    void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            driver.switchTo().activeElement().sendKeys(key);
        }
    }

    void tab() {
        new Actions(driver).sendKeys(Keys.TAB).perform();
    }

    void tabBack() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** The id of the element with the focus; empty where it has none. */
    String focus() {
        return text("return document.activeElement.id");
    }

    /** Chooses an entry of a list by its text, as a reader does. */
    void choose(String listId, String entry) {
        run(
                "const list = document.getElementById(arguments[0]);"
                        + "list.value = [...list.options].find((o) => o.text === arguments[1]).value;"
                        + "list.dispatchEvent(new Event('change', {bubbles: true}))",
                listId,
                entry);
        frames();
    }

    /** What the page has written to the console since the last look. */
    List<String> console() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::toString)
                .toList();
    }

    /** The addresses that were asked for since the last look. */
    List<String> requests() {
        return StreamSupport.stream(
                        driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
                .toList();
    }

    /** Saved files, once they are complete. */
    static Path saved(Path folder, String ending) throws Exception {
        Path downloads = downloads(folder);
        for (int i = 0; i < 150; i++) {
            if (Files.isDirectory(downloads)) {
                try (Stream<Path> files = Files.list(downloads)) {
                    Path found = files.filter(f -> f.toString().endsWith(ending))
                            .findFirst()
                            .orElse(null);
                    if (found != null) {
                        return found;
                    }
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("within three seconds a file must be saved that ends with " + ending);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
