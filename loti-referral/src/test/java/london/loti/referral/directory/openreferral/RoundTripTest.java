package london.loti.referral.directory.openreferral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.service.Service;
import london.loti.referral.SharedData;
import london.loti.referral.directory.DirectoryFiles;
import london.loti.referral.directory.openreferral.Examples.Example;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTest {
    @TempDir
    Path folder;

    @Test
    void everyExampleOfEveryKindComesBackAsItWas() {
        int compared = 0;
        for (Example example : Examples.all()) {
            if (example.kind().equals("api_details")) {
                continue;
            }
            List<String> told = new ArrayList<>();
            Kind kind = RuleTable.kind(true, example.kind());
            Losses losses = new Losses();
            Object record = new RecordCodec(told(told)).decode(kind, example.node(), "", null);
            assertThat(record).as(example.name()).isNotNull();
            boolean beyond = example.name().startsWith("oruk-3.0-mock-feed"); // it has fields that its profile lacks
            JsonNode back = new RecordEncoder(example.standard(), true, beyond, losses).encode(kind, record);
            assertThat(SameTree.differences(example.node(), back))
                    .as(example.name())
                    .isEmpty();
            assertThat(losses.toList()).as(example.name()).isEmpty();
            compared++;
        }
        System.out.printf("examples read, written and compared: %d%n", compared);
        assertThat(compared).isGreaterThan(30);
    }

    private static RecordCodec.Told told(List<String> told) {
        return new RecordCodec.Told() {
            @Override
            public void unusable(String path, FeedRule rule, String words) {
                told.add(path + " " + rule);
            }

            @Override
            public void changed(String path, FeedRule rule, String words) {
                told.add(path + " " + rule);
            }
        };
    }

    @Test
    void servicesComeBackThroughEveryFormOfJson() throws IOException {
        for (Example example : Examples.all()) {
            if (!example.kind().equals("service")) {
                continue;
            }
            Service service = read(example.node().toString());
            for (FeedForm form : List.of(
                    FeedForm.SINGLE,
                    FeedForm.PAGE,
                    FeedForm.PAGE_1_0,
                    FeedForm.LIST,
                    FeedForm.NDJSON,
                    FeedForm.FOLDER)) {
                Path to = folder.resolve(example.name().replace('/', '_') + form);
                OpenReferralWriter writer = OpenReferralWriter.to(example.standard());
                assertThat(writer.write(List.of(service), form, to)).isEmpty();
                Checked<Feed> again = OpenReferralReader.withDefaults().read(to);
                assertThat(again.hasErrors())
                        .as(example.name() + form + again.findings())
                        .isFalse();
                assertThat(again.value().orElseThrow().services()).containsExactly(service);
                assertThat(SameTree.differences(example.node(), SameTree.parse(writer.toJson(service))))
                        .isEmpty();
            }
        }
    }

    @Test
    void aStoredDirectoryKeepsAllOfAService() throws IOException {
        List<Service> services = new ArrayList<>();
        for (Example example : Examples.all()) {
            if (example.kind().equals("service")) {
                services.add(read(example.node().toString()));
            }
        }
        DirectoryFiles.write(folder.resolve("store"), services, List.of());
        assertThat(DirectoryFiles.read(folder.resolve("store")).orElseThrow()).isEqualTo(services);
    }

    @Test
    void theTablesOfHsdsComeBack() throws IOException {
        for (String name : List.of("hsds-3.0", "oruk-3.0-profile")) {
            Path tables = SharedData.file("data/open-referral/" + name + "/examples/csv");
            Checked<Feed> read = OpenReferralReader.withDefaults().read(tables);
            Feed feed = read.value().orElseThrow(() -> new AssertionError(read.findings()));
            assertThat(feed.form()).isEqualTo(FeedForm.CSV);
            assertThat(read.errors()).as(name).isEmpty();
            assertThat(feed.services()).hasSize(1);
            assertThat(feed.services().get(0).schedules()).isNotEmpty();
            Path to = folder.resolve(name);
            OpenReferralWriter.to(Standard.HSDS_3_0).withFieldsBeyondProfile().write(feed.services(), FeedForm.CSV, to);
            Checked<Feed> again = OpenReferralReader.withDefaults().read(to);
            assertThat(again.findings().stream().filter(Finding::isError)).isEmpty();
            assertThat(again.value().orElseThrow().services()).isEqualTo(feed.services());
        }
    }

    @Test
    void aFullServiceComesBackThroughTables() throws IOException {
        for (Example example : Examples.all()) {
            if (!example.kind().equals("service")) {
                continue;
            }
            Service service = read(example.node().toString());
            Path to = folder.resolve(example.name().replace('/', '_'));
            List<Loss> losses = OpenReferralWriter.to(example.standard()).write(List.of(service), FeedForm.CSV, to);
            Checked<Feed> again = OpenReferralReader.withDefaults().read(to);
            assertThat(again.errors()).as(example.name()).isEmpty();
            ObjectNode was = (ObjectNode)
                    SameTree.parse(OpenReferralWriter.to(example.standard()).toJson(service));
            was.findParents("link_entity").forEach(term -> ((ObjectNode) term).remove("link_entity"));
            was.findParents("resource_type").forEach(change -> ((ObjectNode) change).remove("resource_type"));
            JsonNode is = SameTree.parse(OpenReferralWriter.to(example.standard())
                    .toJson(again.value().orElseThrow().services().get(0)));
            assertThat(SameTree.differences(was, is))
                    .as(example.name() + losses)
                    .isEmpty();
        }
    }

    private static Service read(String json) throws IOException {
        Checked<Feed> read = OpenReferralReader.withDefaults()
                .read("service.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return read.value()
                .orElseThrow(() -> new AssertionError(read.findings()))
                .services()
                .get(0);
    }
}
