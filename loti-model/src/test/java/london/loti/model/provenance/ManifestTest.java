package london.loti.model.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManifestTest {
    private static final Dataset RECIPE = new Dataset("recipe.json", "0".repeat(64));
    private static final Dataset INPUT = new Dataset("table.csv", "1".repeat(64));
    private static final Dataset OUTPUT = new Dataset("scores.csv", "2".repeat(64));

    // By hand, from the promises of LotiJson: keys in alphabetical order, two spaces, line feeds.
    private static final String DOCUMENT = """
            {
              "inputs" : [
                {
                  "name" : "table.csv",
                  "sha256" : "1111111111111111111111111111111111111111111111111111111111111111"
                }
              ],
              "loti" : "0.1.0",
              "method" : "index",
              "outputs" : [
                {
                  "name" : "scores.csv",
                  "sha256" : "2222222222222222222222222222222222222222222222222222222222222222"
                }
              ],
              "parameters" : {
                "area" : "E09000001",
                "weight.age" : "0.5"
              },
              "recipe" : {
                "name" : "recipe.json",
                "sha256" : "0000000000000000000000000000000000000000000000000000000000000000"
              }
            }
            """;

    private final Manifest manifest = manifest(new TreeMap<>(Map.of("weight.age", "0.5", "area", "E09000001")));

    @Test
    void isWrittenAsTheSameBytesEverywhereAndReadsBack() throws IOException {
        assertThat(LotiJson.write(manifest)).isEqualTo(DOCUMENT);
        assertThat(read(DOCUMENT).orElseThrow()).isEqualTo(manifest);
    }

    @Test
    void isInTheOrderOfTheNamesWhateverOrderTheParametersHad() {
        SortedMap<String, String> backwards = new TreeMap<>(Comparator.<String>reverseOrder());
        backwards.putAll(manifest.parameters());
        assertThat(LotiJson.write(manifest(backwards))).isEqualTo(DOCUMENT);
    }

    @Test
    void canNotBeChangedFromOutside() {
        manifest.parameters().clear();
        assertThat(manifest.parameters()).hasSize(2);
    }

    @Test
    void aBuilderCollectsItUnderTheRunningVersion() {
        Manifest built = Manifest.builder("map", RECIPE)
                .input(INPUT)
                .inputs(List.of(OUTPUT))
                .parameter("b", "2")
                .parameters(Map.of("a", "1"))
                .output(OUTPUT)
                .build();
        assertThat(built)
                .isEqualTo(new Manifest(
                        LibraryVersion.current(),
                        "map",
                        RECIPE,
                        List.of(INPUT, OUTPUT),
                        new TreeMap<>(Map.of("a", "1", "b", "2")),
                        List.of(OUTPUT)));
        assertThat(LibraryVersion.current()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    @Test
    void aParameterNeedsAValue() throws IOException {
        assertThat(read(DOCUMENT.replace("\"E09000001\"", "null")).findings())
                .extracting(finding -> finding.message())
                .containsExactly("a manifest's parameter needs a value");
    }

    @Test
    @SuppressWarnings("NullAway") // that is the test
    void sourcesAndManifestsSayWhatTheyNeed() {
        assertThatThrownBy(() -> new Source("id", "title", "publisher", "2021", null, null, null))
                .hasMessage("a source needs a 'licence'");
        assertThatThrownBy(() -> new Manifest("1", null, RECIPE, List.of(), new TreeMap<>(), List.of()))
                .hasMessage("a manifest needs a 'method'");
    }

    private static Manifest manifest(SortedMap<String, String> parameters) {
        return new Manifest("0.1.0", "index", RECIPE, List.of(INPUT), parameters, List.of(OUTPUT));
    }

    private static Checked<Manifest> read(String text) throws IOException {
        return LotiJson.read(
                "manifest.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Manifest.class);
    }
}
