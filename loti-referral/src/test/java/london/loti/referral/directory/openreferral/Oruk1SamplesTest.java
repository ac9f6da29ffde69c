package london.loti.referral.directory.openreferral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.service.Service;
import london.loti.referral.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

/** Samples made by walking the schemas of the OpenAPI document of Open Referral UK 1.0. */
class Oruk1SamplesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SAMPLES = 300;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(20_261_125);

    private static JsonNode schemas() throws IOException {
        return SameTree.parse(Files.readString(SharedData.file("data/open-referral/oruk-1.0/open_api.json")))
                .path("components")
                .path("schemas");
    }

    @Test
    void servicesComeBackAsTheyWere() throws IOException {
        JsonNode schema = schemas().path("service_details");
        int withoutStatus = 0;
        for (int i = 0; i < SAMPLES; i++) {
            JsonNode sample = sample(schema, "service", false);
            Checked<Feed> read = read(sample);
            assertThat(read.findings()).as(sample.toString()).isEmpty();
            Feed feed = read.value().orElseThrow();
            withoutStatus += sample.has("status") ? 0 : 1;
            Service service = feed.services().get(0);
            JsonNode back =
                    SameTree.parse(OpenReferralWriter.to(Standard.ORUK_1_0).toJson(service));
            assertThat(SameTree.differences(sample, back)).as(sample.toString()).isEmpty();
            assertThat(FeedCheck.isValid(Standard.ORUK_1_0, "service", sample)).isTrue();
        }
        assertThat(withoutStatus).isPositive();
    }

    @Test
    void whatFeedsPublishBesideTheDocumentComesBack() throws IOException {
        JsonNode sample = SameTree.parse("""
                {"id": "s1", "name": "Debt advice", "status": "active",
                 "organization": {"id": "2f1c5c7e-0000-4000-8000-000000000001", "name": "Hollowbrook Advice",
                   "description": "Advice for all", "url": "https://example.org"},
                 "eligibilitys": [{"id": "e1", "minimum_age": 18, "maximum_age": 65},
                   {"id": "e2", "minimum_age": 16.5, "maximum_age": 70}],
                 "regular_schedules": [{"id": "r1", "opens_at": "09:30", "closes_at": "17:00", "byday": "MO,TU",
                   "freq": "WEEKLY", "interval": 1}],
                 "holiday_schedules": [{"id": "h1", "closed": true, "start_date": "2026-12-25", "end_date": "2026-12-26"}],
                 "service_areas": [{"id": "a1", "service_area": "Hollowbrook", "uri": "http://example.org/E09000099"}],
                 "languages": [{"id": "l1", "language": "Urdu"}],
                 "contacts": [{"id": "c1", "name": "Reception", "phones": [{"id": "p1", "number": "020 7946 0000"}]}],
                 "fundings": [{"id": "f1", "source": "Council"}],
                 "cost_options": [{"id": "co1", "option": "Free", "amount": 0}],
                 "service_taxonomys": [{"id": "t1", "taxonomy": {"id": "x1", "name": "Debt", "vocabulary": "esdServiceTypes"}}],
                 "link_taxonomies": [{"id": "lt1", "link_type": "eligibility", "link_id": "e1",
                   "taxonomy": {"id": "x2", "name": "Adults", "vocabulary": "circumstances"}}],
                 "service_at_locations": [{"id": "sal1",
                   "regular_schedule": [{"id": "r2", "opens_at": "10:00", "byday": "WE"}],
                   "location": {"id": "loc1", "name": "Library", "latitude": 51.5, "longitude": -0.05,
                     "physical_addresses": [{"id": "pa1", "address_1": "1 High Street", "city": "Hollowbrook",
                       "state_province": "London", "postal_code": "ZZ99 1AA", "country": "GB"}],
                     "accessibility_for_disabilities": [{"id": "ac1", "accessibility": "Step-free"}]}}]}""");
        Checked<Feed> read = read(sample);
        assertThat(read.findings()).isEmpty();
        Feed feed = read.value().orElseThrow();
        assertThat(feed.standard()).isEqualTo(Standard.ORUK_1_0);
        Service service = feed.services().get(0);
        assertThat(service.minimumAge()).isEqualByComparingTo("16.5");
        assertThat(service.maximumAge()).isEqualByComparingTo("70");
        assertThat(service.schedules().get(0).opensAt()).isEqualTo("09:30");
        assertThat(service.extras().attributes()).hasSize(2);
        assertThat(service.serviceAtLocations()
                        .get(0)
                        .location()
                        .addresses()
                        .get(0)
                        .postalCode())
                .isEqualTo("ZZ99 1AA");
        assertThat(service.organisation().website()).isEqualTo("https://example.org");
        OpenReferralWriter writer = OpenReferralWriter.to(Standard.ORUK_1_0);
        assertThat(SameTree.differences(sample, SameTree.parse(writer.toJson(service))))
                .isEmpty();
        for (FeedForm form : List.of(FeedForm.PAGE_1_0, FeedForm.NDJSON, FeedForm.FOLDER)) {
            assertThat(writer.write(List.of(service), form, folder.resolve("as" + form)))
                    .isEmpty();
            Checked<Feed> again = OpenReferralReader.withDefaults().read(folder.resolve("as" + form));
            assertThat(again.value().orElseThrow().services()).containsExactly(service);
        }
    }

    @Test
    void agesOfAnotherStandardBecomeAnEligibility() throws IOException {
        Service service = Service.builder("s", "Club", london.loti.model.service.ServiceStatus.ACTIVE)
                .minimumAge(new java.math.BigDecimal("12.5"))
                .build();
        JsonNode written =
                SameTree.parse(OpenReferralWriter.to(Standard.ORUK_1_0).toJson(service));
        assertThat(written.at("/eligibilitys/0/minimum_age").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(read(written).value().orElseThrow().services().get(0).minimumAge())
                .isEqualByComparingTo("12.5");
    }

    private static Checked<Feed> read(JsonNode sample) throws IOException {
        return OpenReferralReader.withDefaults()
                .read("service.json", new ByteArrayInputStream(sample.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode sample(JsonNode schema, String name, boolean required) {
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        String type = schema.path("type").asText("object");
        if (type.equals("object")) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                boolean needed = isIn(schema.path("required"), property.getKey());
                if (needed || random.nextInt(3) > 0) {
                    object.set(property.getKey(), sample(property.getValue(), property.getKey(), needed));
                }
            }
            return object;
        }
        if (type.equals("array")) {
            ArrayNode array = NODES.arrayNode();
            for (int i = random.nextInt(3); i > 0; i--) {
                array.add(sample(schema.path("items"), name, required));
            }
            return array;
        }
        return switch (type) {
            case "number" -> NODES.numberNode(new java.math.BigDecimal(random.nextInt(-9000, 9000)).movePointLeft(2));
            case "integer" -> NODES.numberNode(random.nextInt(1000));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(schema, name));
        };
    }

    private static boolean isIn(JsonNode list, String name) {
        for (JsonNode item : list) {
            if (item.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String text(JsonNode schema, String name) {
        String format = schema.path("format").asText();
        if (format.equals("uri") || schema.path("pattern").asText().contains("http")) {
            return "https://example.org/" + random.nextInt(1000);
        }
        if (format.equals("email")) {
            return "somebody" + random.nextInt(100) + "@example.org";
        }
        if (format.equals("date") || name.endsWith("_date") || name.equals("date")) {
            return String.format("2026-%02d-%02d", random.nextInt(1, 13), random.nextInt(1, 29));
        }
        if (name.equals("id") || schema.path("pattern").asText().contains("0-9a-f")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        return name + " " + random.nextInt(100);
    }
}
