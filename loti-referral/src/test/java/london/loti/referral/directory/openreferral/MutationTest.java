package london.loti.referral.directory.openreferral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.service.Organisation;
import london.loti.model.service.Service;
import london.loti.referral.directory.openreferral.Examples.Example;

import static org.assertj.core.api.Assertions.assertThat;

/** Damaged records are told or come back as they are: nothing is accepted in silence, nothing throws. */
class MutationTest {
    private static final OpenReferralReader READER =
            OpenReferralReader.withDefaults().withMostCharacters(200_000);

    @Test
    void threeThousandDamagedRecordsAreToldOrComeBack() throws IOException {
        run(3_000, 1);
    }

    @Test
    @Tag("perf")
    void aHundredThousandDamagedRecordsAreToldOrComeBack() throws IOException {
        run(100_000, 2);
    }

    private static void run(int number, long seed) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Example example : Examples.all()) {
            if (example.kind().equals("service") || example.kind().equals("organization")) {
                examples.add(example);
            }
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            SplittableRandom random = seeds.split();
            Example example = examples.get(random.nextInt(examples.size()));
            byte[] damaged = damage(example, random);
            String outcome = outcome(damaged);
            outcomes.merge(outcome.startsWith("SILENT") ? "silent" : outcome, 1, Integer::sum);
            assertThat(outcome)
                    .as("seed %d, record %d of %s: %s", seed, i, example.name(), text(damaged))
                    .doesNotStartWith("SILENT");
        }
        System.out.printf("%,d damaged records, seed %d: %s%n", number, seed, outcomes);
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(400, text.length()));
    }

    private static String outcome(byte[] bytes) throws IOException {
        Checked<Feed> read = READER.read("damaged.json", new ByteArrayInputStream(bytes));
        for (var finding : read.findings()) {
            assertThat(finding.message()).doesNotContain("Exception", "com.fasterxml", "java.");
        }
        if (read.hasErrors()) {
            return "error told";
        }
        if (!read.findings().isEmpty()) {
            return "warning told";
        }
        JsonNode was;
        try {
            was = SameTree.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return "SILENT: not JSON";
        }
        Feed feed = read.value().orElseThrow();
        JsonNode is = written(feed, was);
        List<String> differences = SameTree.differences(was, is);
        return differences.isEmpty() ? "same again" : "SILENT: " + differences;
    }

    private static JsonNode written(Feed feed, JsonNode was) {
        Standard standard = feed.standard() == Standard.ORUK_1_0 ? Standard.ORUK_1_0 : Standard.HSDS_3_1;
        RecordEncoder encoder = new RecordEncoder(standard, true, true, new Losses());
        if (feed.organisations().isEmpty()) {
            Service service = feed.services().get(0);
            return encoder.encode(RuleTable.kind(standard.isHsds(), "service"), service);
        }
        Organisation organisation = feed.organisations().get(0);
        ObjectNode node = encoder.encode(RuleTable.kind(standard.isHsds(), "organization"), organisation);
        if (was.path("services").isArray()) {
            for (Service service : feed.services()) {
                // an organisation's own services are told to be its own, where they do not say whose they are
                boolean isGiven = !was.path("services")
                        .path(node.withArray("services").size())
                        .hasNonNull("organization");
                node.withArray("services")
                        .add(encoder.encode(
                                RuleTable.kind(standard.isHsds(), "service"),
                                isGiven ? service.toBuilder().organisation(null).build() : service));
            }
        }
        return node;
    }

    private static byte[] damage(Example example, SplittableRandom random) {
        ObjectNode node = example.node().deepCopy();
        if (random.nextInt(10) < 6) {
            TreeMutator mutator = new TreeMutator(random);
            for (int i = random.nextInt(3); i >= 0; i--) {
                if (!node.isEmpty()) {
                    mutator.mutate(node);
                }
            }
        }
        byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(10) < 6 ? damage(bytes, random) : bytes;
    }

    private static byte[] damage(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> {
                int other = random.nextInt(bytes.length);
                byte swapped = bytes[at];
                bytes[at] = bytes[other];
                bytes[other] = swapped;
                yield bytes;
            }
            case 3 -> inserted(bytes, at, new byte[] {(byte) 0xC3, (byte) 0x28});
            case 4 -> replaced(bytes, "\"id\":", "\"id\":\"twice\",\"id\":");
            case 5 -> replaced(bytes, ":12,", random.nextBoolean() ? ":NaN," : ":1e999999999,");
            case 6 -> replaced(bytes, ":100", ":" + "9".repeat(random.nextInt(1, 1_200)));
            case 7 -> replaced(bytes, "\"name\":", "\"deep\":" + "[".repeat(random.nextInt(1, 3_000)) + "0,\"name\":");
            case 8 -> {
                int deep = random.nextInt(1, 200);
                yield replaced(bytes, "\"name\":", "\"deep\":" + "[".repeat(deep) + "]".repeat(deep) + ",\"name\":");
            }
            default -> inserted(bytes, at, "\\ud800".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] replaced(byte[] bytes, String old, String by) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = text.indexOf(old);
        return at < 0
                ? bytes
                : (text.substring(0, at) + by + text.substring(at + old.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
