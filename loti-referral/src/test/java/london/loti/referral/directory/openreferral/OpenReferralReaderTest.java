package london.loti.referral.directory.openreferral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.need.Answer;
import london.loti.model.service.Address;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.LocationType;
import london.loti.model.service.ReferralChannel;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

class OpenReferralReaderTest {
    private static final String ID = "ac148810-d857-441c-9679-408f346de14";

    @TempDir
    Path folder;

    private static Checked<Feed> read(String json) throws IOException {
        return OpenReferralReader.withDefaults()
                .read("feed.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String service(int number, String more) {
        return "{\"id\":\"" + ID + Integer.toHexString(number) + "\",\"name\":\"Service " + number
                + "\",\"status\":\"active\"" + more + "}";
    }

    @Test
    void aSmallRecordOfOpenReferralUk1IsKnownByWhatStandsInIt() throws IOException {
        Location place = Location.builder("l")
                .type(LocationType.PHYSICAL)
                .addresses(List.of(new Address(
                        "a",
                        null,
                        "1 Heron Lane",
                        null,
                        "Hollowbrook",
                        null,
                        "London",
                        "ZZ99 1AA",
                        "GB",
                        LocationType.PHYSICAL,
                        Extras.NONE)))
                .build();
        Service small = Service.builder("s", "Class", ServiceStatus.ACTIVE)
                .serviceAtLocations(List.of(
                        new ServiceAtLocation("sal", null, List.of(), List.of(), List.of(), place, Extras.NONE)))
                .build();
        Path feed = folder.resolve("small.ndjson");
        OpenReferralWriter.to(Standard.ORUK_1_0).write(List.of(small), FeedForm.NDJSON, feed);
        Service back = OpenReferralReader.withDefaults()
                .read(feed)
                .orElseThrow()
                .services()
                .get(0);
        Location there = Objects.requireNonNull(back.serviceAtLocations().get(0).location());
        assertThat(there.addresses()).extracting(Address::address1).containsExactly("1 Heron Lane");
    }

    @Test
    void goodRecordsAreKeptAndEveryBadOneIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("page.json"), """
                {"total_items": 4, "total_pages": 1, "page_number": 1, "size": 4, "first_page": true,
                 "last_page": true, "empty": false,
                 "contents": [
                  %s,
                  {"id": "x", "status": "active"},
                  %s,
                  %s
                 ]}""".formatted(
                        service(1, ", \"minimum_age\": \"twelve\",\n \"email\": \"nobody\", \"colour\": 1"),
                        service(1, ""),
                        service(2, ", \"phones\": [{\"number\": \"020 7946 0000\"}, 7]")));
        Checked<Feed> read = OpenReferralReader.withDefaults().read(file);
        Feed feed = read.value().orElseThrow();
        assertThat(feed.services()).extracting(Service::name).containsExactly("Service 1", "Service 2");
        Service first = feed.services().get(0);
        assertThat(first.minimumAge()).isNull();
        assertThat(first.extras().extensions())
                .containsEntry("minimum_age", "\"twelve\"")
                .containsEntry("colour", "1");
        assertThat(feed.services().get(1).phones()).hasSize(1);
        assertThat(read.errors())
                .extracting(Finding::code)
                .contains(FeedRule.WRONG_TYPE, FeedRule.NOT_KEPT, FeedRule.DUPLICATE_ID);
        assertThat(read.findings())
                .extracting(Finding::code)
                .contains(FeedRule.WRONG_FORMAT, FeedRule.UNKNOWN_FIELD, FeedRule.MADE_ID);
        assertThat(read.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(FeedRule.WRONG_FORMAT);
            assertThat(finding.where().line()).isEqualTo(5);
            assertThat(finding.where().column()).isEqualTo("/contents/0/email");
        });
        assertThat(read.findings().toString()).doesNotContain("twelve", "nobody");
    }

    @Test
    void aThousandEqualWarningsAreOne() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            lines.append("{\"id\":\"" + i + "\",\"name\":\"n\",\"status\":\"active\",\"colour\":1}\n");
        }
        Checked<Feed> read = read(lines.toString());
        assertThat(read.value().orElseThrow().form()).isEqualTo(FeedForm.NDJSON);
        assertThat(read.findings()).hasSize(2); // the ids are no UUIDs, and the colour
        assertThat(read.findings()).allSatisfy(f -> assertThat(f.message()).contains("1,000 places"));
    }

    @Test
    void aBadLineDoesNotHideTheNextOne() throws IOException {
        Checked<Feed> read = read(service(1, "") + "\n{broken\n" + service(2, "") + "\n");
        assertThat(read.value().orElseThrow().services()).hasSize(2);
        assertThat(read.errors())
                .singleElement()
                .satisfies(f -> assertThat(f.where().line()).isEqualTo(2));
    }

    @Test
    void lotisOwnFieldsAndThoseOfFindSupportServicesAreUsed() throws IOException {
        String json = service(1, """
                ,"x-loti-accepts-referrals":"yes",
                "x-loti-eligibility":{"areas":["E09000012"],"groups":["groups:carers"]},
                "organization":{"id":"ac148810-d857-441c-9679-408f346de150","name":"O","description":"D",
                  "x-loti-safeguarding-lead":"no"},
                "referralEmail":"refer@example.org"
                """);
        Checked<Feed> read = read(json);
        assertThat(read.findings()).isEmpty();
        Service service = read.value().orElseThrow().services().get(0);
        assertThat(service.acceptsReferrals()).isEqualTo(Answer.YES);
        assertThat(service.eligibility().areas()).hasSize(1);
        assertThat(service.organisation().safeguardingLead()).isEqualTo(Answer.NO);
        assertThat(service.referralChannels())
                .extracting(ReferralChannel::target)
                .containsExactly("refer@example.org");
        String back = OpenReferralWriter.to(Standard.ORUK_3_0).toJson(service);
        assertThat(SameTree.differences(SameTree.parse(json), SameTree.parse(back)))
                .isEmpty();
    }

    @Test
    void aConversionTellsWhatItDrops() throws IOException {
        Service full = read(Files.readString(SharedData.file("data/open-referral/hsds-3.0/examples/service_full.json")))
                .value()
                .orElseThrow()
                .services()
                .get(0);
        Path file = folder.resolve("service.json");
        List<Loss> losses = OpenReferralWriter.to(Standard.ORUK_3_0).write(List.of(full), FeedForm.SINGLE, file);
        assertThat(losses)
                .extracting(loss -> loss.kind() + "." + loss.field())
                .contains(
                        "service.program",
                        "service.required_documents",
                        "service.metadata",
                        "service.phones",
                        "schedule.timezone",
                        "contact.email");
        assertThat(FeedCheck.against(Standard.ORUK_3_0)
                        .check(file)
                        .value()
                        .orElseThrow()
                        .isValid())
                .isTrue();
        assertThat(OpenReferralWriter.to(Standard.HSDS_3_0).write(List.of(full), FeedForm.SINGLE, file))
                .isEmpty();
    }

    @Test
    void aRecordThatIsTooLargeOrTooDeepIsLeftOutAlone() throws IOException {
        String deep = "[".repeat(300) + "]".repeat(300);
        Checked<Feed> read = OpenReferralReader.withDefaults()
                .withMostCharacters(20_000)
                .read(
                        "feed.json",
                        new ByteArrayInputStream(("[" + service(1, ",\"a\":" + deep) + ","
                                        + service(2, ",\"description\":\"" + "x".repeat(30_000) + "\"") + ","
                                        + service(3, "") + "]")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(read.value().orElseThrow().services())
                .extracting(Service::name)
                .containsExactly("Service 3");
        assertThat(read.errors()).extracting(Finding::code).containsExactly(FeedRule.TOO_LARGE, FeedRule.TOO_LARGE);
    }

    @Test
    void whatIsNoFeedIsToldWithoutAnException() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        for (Path path : List.of(folder.resolve("absent"), folder.resolve("empty"))) {
            assertThat(OpenReferralReader.withDefaults().read(path).hasErrors()).isTrue();
        }
        for (String text : List.of("", "[]", "{}", "7", "null", "<html>", "{\"a\":1}", "\u0000")) {
            Checked<Feed> read = read(text);
            assertThat(read.hasErrors()).as(text).isTrue();
            assertThat(read.value()).as(text).isEmpty();
        }
    }

    @Test
    void formulasInTablesComeBackAndDoNotRun() throws IOException {
        Service service = read(service(
                        1, ",\"description\":\"=1+1\",\"fees\":\"'=2\",\"alert\":\" spaced \",\"x\":\"+3\""))
                .value()
                .orElseThrow()
                .services()
                .get(0);
        Path to = folder.resolve("csv");
        OpenReferralWriter.to(Standard.HSDS_3_0).write(List.of(service), FeedForm.CSV, to);
        assertThat(Files.readString(to.resolve("services.csv")))
                .contains("'=1+1")
                .doesNotContain(",=1+1");
        assertThat(OpenReferralReader.withDefaults()
                        .read(to)
                        .value()
                        .orElseThrow()
                        .services())
                .containsExactly(service);
    }
}
