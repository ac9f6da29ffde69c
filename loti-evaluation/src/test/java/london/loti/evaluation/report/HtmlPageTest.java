package london.loti.evaluation.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlPageTest {
    private static final String HOSTILE = "<script>alert(\"1\")</script>&'\u0001{{x}}";

    private static String html(String name) {
        return SampleReport.full(name).build().html();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void hasOneMainHeadingAndSkipsNoLevel() {
        List<Integer> levels = all("<h([1-6])[ >]", html("Tea")).stream()
                .map(Integer::parseInt)
                .toList();
        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void hasLandmarksAndASkipLink() {
        assertThat(html("Tea"))
                .contains("<html lang=\"en-GB\">", "<header", "<nav aria-label=", "<main id=\"main\"", "<footer")
                .contains("<a class=\"skip\" href=\"#main\">")
                .contains("prefers-reduced-motion", "@media print", ":focus-visible");
    }

    @Test
    void givesEveryTableACaptionAndScopes() {
        for (String table : all("<table>(.*?)</table>", html("Tea"))) {
            assertThat(table).containsOnlyOnce("<caption").contains("<th scope=\"col\">", "<th scope=\"row\"");
            assertThat(table).doesNotContain("<th>");
        }
    }

    @Test
    void givesEveryPictureANameAndATable() throws Exception {
        String html = html("Tea");
        List<String> pictures = all("<div class=\"scroll\"[^>]*>\\s*<figure>(.*?)</figure>\\s*<table>", html);
        assertThat(pictures).hasSameSizeAs(all("(<svg)", html)).hasSize(10);
        for (String picture : pictures) {
            Document svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
            assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
            assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
            assertThat(picture).doesNotContain("NaN", "Infinity", "style=");
        }
    }

    @Test
    void usesEveryIdOnceAndRefersOnlyToIdsThatAreThere() {
        String html = html("Tea");
        List<String> ids = all(" id=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        for (String references : all(" aria-labelledby=\"([^\"]*)\"", html)) {
            assertThat(ids).contains(references.split(" "));
        }
        assertThat(ids).containsAll(all("href=\"#([^\"]*)\"", html));
    }

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(html("Tea"))
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script", "<link rel=\"stylesheet", " src=", "url(", "@import", "onclick", "style=\"");
    }

    @Test
    void escapesAHostileName() {
        String html = html(HOSTILE);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;").contains("{{x}}");
    }

    @Test
    void keepsTextAndGroundsApart() {
        // WCAG 2.2, 1.4.3: 4.5 to 1; the colours of report.css on their lightest and darkest ground.
        for (int ink : new int[] {0x1b2330, 0x4a5464, 0x1f3f94}) {
            for (int ground : new int[] {0xffffff, 0xf3f5f8}) {
                assertThat((luminance(ground) + 0.05) / (luminance(ink) + 0.05)).isGreaterThan(4.5);
            }
        }
        assertThat(html("Tea")).contains("--ink: #1b2330", "--ink-soft: #4a5464", "--accent: #1f3f94");
    }

    private static double luminance(int colour) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
