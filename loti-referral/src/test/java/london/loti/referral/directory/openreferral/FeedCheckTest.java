package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.referral.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

class FeedCheckTest {
    private static final String SERVICE =
            "{\"id\":\"ac148810-d857-441c-9679-408f346de14b\",\"name\":\"Debt advice\",\"status\":\"active\"}";

    @TempDir
    Path folder;

    private FeedReport check(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("service_list.json"), json);
        return FeedCheck.against(Standard.ORUK_3_0).check(file).value().orElseThrow();
    }

    private static String page(
            String total, String pages, String page, String size, String first, String last, String empty) {
        return """
               {"total_items": %s, "total_pages": %s, "page_number": %s, "size": %s, "first_page": %s, "last_page": %s,
                "empty": %s, "contents": [%s]}""".formatted(total, pages, page, size, first, last, empty, SERVICE);
    }

    @Test
    void theNumbersOfAPageMustAgree() throws IOException {
        assertThat(check(page("10", "10", "1", "1", "true", "false", "false")).isValid())
                .isTrue();
        for (String wrong : new String[] {
            page("10", "9", "1", "1", "true", "false", "false"),
            page("0", "1", "1", "1", "true", "true", "false"),
            page("10", "10", "2", "1", "true", "false", "false"),
            page("10", "10", "1", "1", "true", "true", "false"),
            page("10", "10", "1", "3", "true", "false", "false"),
            page("10", "10", "1", "1", "true", "false", "true"),
            page("-1", "10", "1", "1", "true", "false", "false"),
            page("10", "\"10\"", "1", "1", "true", "false", "false"),
            page("10", "10", "1.5", "1", "true", "false", "false")
        }) {
            FeedReport report = check(wrong);
            assertThat(report.isValid()).as(wrong).isFalse();
            assertThat(report.findings()).extracting(Finding::code).contains(FeedRule.PAGE_NUMBERS);
        }
    }

    @Test
    void thePagesOfTheExamplesAndOfTheMockFeedHaveTheirContentsChecked() {
        Path mock = SharedData.file("data/open-referral/oruk-3.0-mock-feed");
        Checked<FeedReport> list = FeedCheck.detecting().check(mock.resolve("service_list.json"));
        assertThat(list.value().orElseThrow().isValid())
                .as(list.findings().toString())
                .isTrue();
        FeedReport full = FeedCheck.detecting()
                .check(mock.resolve("service_full.json"))
                .value()
                .orElseThrow();
        assertThat(full.isValid()).as(full.findings().toString()).isTrue();
        assertThat(full.standard()).isEqualTo(Standard.ORUK_3_0);
        assertThat(full.richness().score()).isBetween(60.0, 100.0);
    }

    @Test
    void idsComeOnceAndNullIsNotAbsent() throws IOException {
        FeedReport twice = check("[" + SERVICE + "," + SERVICE + "]");
        assertThat(twice.findings()).extracting(Finding::code).contains(FeedRule.DUPLICATE_ID);
        assertThat(twice.errorCount()).isEqualTo(1);
        assertThat(check(SERVICE.replace("}", ",\"email\":null}")).isValid()).isFalse();
        assertThat(check(SERVICE.replace("}", ",\"assured_date\":\"soon\",\"colour\":1}"))
                        .isValid())
                .isTrue();
    }

    @Test
    void richnessIsTheWeightedShareOfWhatIsTold() throws IOException {
        FeedReport bare = check(SERVICE);
        assertThat(bare.richness().score()).isZero();
        FeedReport more = check(SERVICE.replace("}", ",\"url\":\"https://example.org\"}"));
        int weights =
                more.richness().parts().stream().mapToInt(Richness.Part::weight).sum();
        assertThat(more.richness().score()).isEqualTo(100.0 / weights);
    }

    @Test
    void aTableIsCheckedLineByLine() throws IOException {
        Files.writeString(folder.resolve("services.csv"), "id,name,status,minimum_age\nx,Debt advice,open,twelve\n");
        FeedReport report =
                FeedCheck.against(Standard.HSDS_3_0).check(folder).value().orElseThrow();
        assertThat(report.findings())
                .extracting(Finding::code)
                .contains(FeedRule.WRONG_FORMAT, FeedRule.NOT_A_CHOICE, FeedRule.WRONG_TYPE);
        assertThat(report.findings())
                .allSatisfy(f -> assertThat(f.where().line()).isIn(2, null));
    }
}
