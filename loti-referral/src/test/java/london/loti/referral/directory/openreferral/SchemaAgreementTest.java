package london.loti.referral.directory.openreferral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

import london.loti.referral.SharedData;
import london.loti.referral.directory.openreferral.Examples.Example;

import static org.assertj.core.api.Assertions.assertThat;

/** The official schemas, read by another library, and our rules come to the same verdict. */
class SchemaAgreementTest {
    private static final String ROOT = "https://schemas.example.org/";
    private static final int MUTATIONS = 120;

    private final Map<String, Schema> schemas = new HashMap<>();

    /** The single schemas, whose references name their neighbours. */
    private Schema schema(Standard standard, String kind) throws IOException {
        Path folder = SharedData.file(
                standard == Standard.HSDS_3_0
                        ? "data/open-referral/hsds-3.0/schema"
                        : "data/open-referral/oruk-3.0-profile/schema");
        Schema known = schemas.get(standard + kind);
        if (known != null) {
            return known;
        }
        Map<String, String> documents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                ObjectNode tree = (ObjectNode) SameTree.parse(text);
                String name = file.getFileName().toString();
                nested(tree, name);
                documents.put(ROOT + name, tree.toString());
            }
        }
        documents.put(
                ROOT + "api_details.json",
                Files.readString(SharedData.file("data/open-referral/oruk-3.0-schemas/api_details.json")));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(documents)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        Schema schema = registry.getSchema(SchemaLocation.of(ROOT + kind + ".json"));
        schemas.put(standard + kind, schema);
        return schema;
    }

    /** What the compiled schemas of full records have and the single ones lack: the services of an organisation. */
    private static void nested(ObjectNode schema, String name) {
        if (name.equals("organization.json")) {
            ObjectNode services = ((ObjectNode) schema.get("properties")).putObject("services");
            services.put("type", "array").putObject("items").put("$ref", "service.json");
        } else if (name.equals("service_at_location.json")) {
            ((ObjectNode) schema.get("properties")).putObject("service").put("$ref", "service.json");
        }
    }

    private static boolean isValid(Schema schema, JsonNode node) {
        return schema.validate(node.toString(), InputFormat.JSON).isEmpty();
    }

    @Test
    void everyExampleHasTheVerdictOfItsSchema() throws IOException {
        List<String> different = new ArrayList<>();
        int valid = 0;
        List<Example> examples = Examples.all();
        for (Example example : examples) {
            boolean official = isValid(schema(example.standard(), example.kind()), example.node());
            valid += official ? 1 : 0;
            if (official != FeedCheck.isValid(example.standard(), example.kind(), example.node())) {
                different.add(example.name() + ": " + official);
            }
        }
        assertThat(different).isEmpty();
        assertThat(examples).hasSizeGreaterThan(30);
        System.out.printf("examples compared: %d, of which valid: %d%n", examples.size(), valid);
    }

    @Test
    void everyCompiledSchemaOfAFullRecordAgreesToo() throws IOException {
        int compared = 0;
        for (Example example : Examples.all()) {
            String folder = example.standard() == Standard.HSDS_3_0 ? "hsds-3.0" : "oruk-3.0-profile";
            Path file = SharedData.file("data/open-referral/" + folder + "/schema/compiled")
                    .resolve(example.kind() + ".json");
            if (!Files.exists(file)) {
                continue;
            }
            Schema schema = schemas.get(file.toString());
            if (schema == null) {
                schema = SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build()))
                        .getSchema(Files.readString(file), InputFormat.JSON);
                schemas.put(file.toString(), schema);
            }
            assertThat(FeedCheck.isValid(example.standard(), example.kind(), example.node()))
                    .as(example.name())
                    .isEqualTo(isValid(schema, example.node()));
            compared++;
        }
        System.out.printf("examples compared with compiled schemas: %d%n", compared);
        assertThat(compared).isGreaterThan(15);
    }

    @Test
    void everyMutationHasTheVerdictOfTheSchema() throws IOException {
        Map<String, Integer> verdicts = new TreeMap<>();
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Example example : Examples.all()) {
            Schema schema = schema(example.standard(), example.kind());
            TreeMutator mutator =
                    new TreeMutator(new SplittableRandom(example.name().hashCode()));
            for (int i = 0; i < MUTATIONS; i++) {
                ObjectNode mutated = example.node().deepCopy();
                String what = mutator.mutate(mutated);
                boolean official = isValid(schema, mutated);
                verdicts.merge(official ? "valid" : "invalid", 1, Integer::sum);
                compared++;
                if (official != FeedCheck.isValid(example.standard(), example.kind(), mutated)) {
                    different.add(example.name() + ": " + what + ", official " + official);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(verdicts).containsKeys("valid", "invalid");
        System.out.printf("mutations compared: %d, %s%n", compared, verdicts);
    }
}
