package london.loti.model.codelist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.SharedData;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Codelist;
import london.loti.model.need.Concept;
import london.loti.model.need.Crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

class OpenEligibilityTest {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <taxonomy>
              <version>9.9</version>
              <services>
                <descriptions><category id="1" title="first">What the first is.</category></descriptions>
                <top_level id="1" title="First">
                  <second_level id="2" title="Part &amp; parcel">
                    <third_level id="2" title="Again"><fourth_level id="3" title="Deep"/></third_level>
                    <third_level title="No number"/>
                  </second_level>
                </top_level>
              </services>
              <situations><top_level id="20000" title="Somebody"/></situations>
            </taxonomy>
            """;

    @TempDir
    Path folder;

    /** The numbers that the crosswalks use, each with itself as its label. */
    static Codelist numbersOf(Crosswalk.Side side) {
        List<Concept> numbers = crosswalks()
                .flatMap(crosswalk ->
                        crosswalk.links().stream().map(link -> crosswalk.to().equals(side) ? link.to() : link.from()))
                .distinct()
                .peek(number -> assertThat(number).containsOnlyDigits())
                .map(number -> new Concept(number, number, null, null, null))
                .toList();
        return new Codelist(
                side.codelist(),
                side.version(),
                "Numbers",
                "Numbers",
                "2026-11-25",
                Codelists.bundled("severity").source(),
                false,
                numbers);
    }

    static Stream<Crosswalk> crosswalks() {
        return Codelists.bundledCrosswalkNames().stream()
                .filter(name -> name.contains(OpenEligibility.ID))
                .map(Codelists::bundledCrosswalk);
    }

    private static Checked<Codelist> published() {
        return OpenEligibility.read(SharedData.file("data/open-eligibility/taxonomy.json"));
    }

    private Checked<Codelist> read(String text) throws IOException {
        return OpenEligibility.read(Files.writeString(folder.resolve("own"), text));
    }

    @Test
    void readsThePublishedTaxonomyAndTellsOfTheNumberThatComesTwice() {
        Checked<Codelist> read = published();
        assertThat(read.findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(OpenEligibility.Code.DUPLICATE_ID);
            assertThat(finding.isError()).isFalse();
            assertThat(finding.where()).hasToString("taxonomy.json, term '1206'");
        });
        Codelist list = read.orElseThrow();
        assertThat(list.version()).isEqualTo("2.0");
        // 385 terms stand in the file: numbers 1101 to 1390 with 1206 twice, and 94 situations
        assertThat(list.concepts()).hasSize(384);
        assertThat(list.concepts())
                .filteredOn(c -> c.code().startsWith("1"))
                .hasSize(290)
                .extracting(Concept::code)
                .contains("1101", "1390");
        assertThat(list.within("1206")).hasSize(8).allMatch(c -> !c.code().equals("1206"));
        assertThat(list.source().licence().id()).isEqualTo("CC-BY-SA-3.0");
    }

    @ParameterizedTest
    @MethodSource("crosswalks")
    void everyNumberOfTheCrosswalksIsInThePublishedTaxonomyAndNoneIsAmbiguous(Crosswalk crosswalk) {
        Codelist published = published().orElseThrow();
        Codelist from = side(crosswalk.from(), published);
        Codelist to = side(crosswalk.to(), published);
        assertThat(crosswalk.check(from, to)).isEmpty();
        assertThat(crosswalk.links())
                .noneMatch(link -> link.from().equals("1206") || link.to().equals("1206"));
    }

    private static Codelist side(Crosswalk.Side side, Codelist published) {
        if (side.codelist().equals(OpenEligibility.ID)) {
            return published;
        }
        return side.codelist().equals("better-conversations")
                ? Codelists.needsGrid().toCodelist()
                : Codelists.bundled(side.codelist());
    }

    /** The taxonomy is share-alike: its numbers are facts, its words stay outside. */
    @Test
    void noCrosswalkHoldsTheWordsOfTheTaxonomy() {
        Codelist published = published().orElseThrow();
        List<String> words = published.concepts().stream()
                .map(concept -> concept.label().toLowerCase(Locale.ROOT))
                .filter(label -> label.contains(" "))
                .toList();
        List<String> definitions = published.concepts().stream()
                .map(Concept::definition)
                .filter(Objects::nonNull)
                .toList();
        assertThat(definitions).hasSize(11);
        for (Crosswalk crosswalk : crosswalks().toList()) {
            String links = LotiJson.writeCompact(crosswalk.links()).toLowerCase(Locale.ROOT);
            assertThat(words).as(crosswalk.id()).noneMatch(links::contains);
        }
        assertThat(Codelists.bundledNames()).doesNotContain(OpenEligibility.ID);
    }

    @Test
    void readsXmlAndTellsEverythingThatIsLeftOut() throws IOException {
        Checked<Codelist> read = read(XML);
        assertThat(read.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "own, term '2': a number must come once, but comes twice: the first term keeps it, the other is"
                                + " left out, and its parts are not",
                        "own, below term '2': a term must have a number and a title, but one has not; it is left out,"
                                + " and its parts are not");
        Codelist list = read.orElseThrow();
        assertThat(list.version()).isEqualTo("9.9");
        assertThat(list.concepts())
                .containsExactly(
                        new Concept("1", "First", "What the first is.", null, null),
                        new Concept("2", "Part & parcel", null, "1", null),
                        new Concept("3", "Deep", null, "2", null),
                        new Concept("20000", "Somebody", null, null, null));
    }

    @Test
    void theSameAsXmlAndAsJsonIsTheSame() throws IOException {
        Codelist json = published().orElseThrow();
        JsonNode tree = LotiJson.mapper()
                .readTree(SharedData.file("data/open-eligibility/taxonomy.json").toFile());
        StringBuilder xml = new StringBuilder();
        write(tree, xml);
        assertThat(read(xml.toString()).orElseThrow()).isEqualTo(json);
    }

    private static void write(JsonNode node, StringBuilder xml) {
        xml.append('<').append(node.get("tag").asText());
        for (String name : List.of("id", "title")) {
            if (node.has(name)) {
                xml.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escape(node.get(name)))
                        .append('"');
            }
        }
        xml.append('>');
        if (node.has("text")) {
            xml.append(escape(node.get("text")));
        }
        node.path("children").forEach(child -> write(child, xml));
        xml.append("</").append(node.get("tag").asText()).append('>');
    }

    private static String escape(JsonNode text) {
        return text.asText().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Test
    void aTaxonomyWithoutAVersionIsReadAndFitsNoCrosswalk() throws IOException {
        Checked<Codelist> read = read("""
                {"tag": "taxonomy", "children": [{"tag": "services", "children": [
                 {"tag": "top_level", "id": "1101", "title": "One"}]}]}
                """);
        assertThat(read.findings()).extracting(Finding::code).containsExactly(OpenEligibility.Code.NO_VERSION);
        assertThat(read.orElseThrow().codes()).containsExactly("1101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body/></html>",
                "<taxonomy><services/></taxonomy>",
                "<taxonomy><services>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><taxonomy>&x;</taxonomy>",
                "[]",
                "7",
                "{\"tag\": \"taxonomy\"}"
            })
    void whatIsSomethingElseIsToldAndNothingIsRead(String text) throws IOException {
        Checked<Codelist> read = read(text);
        assertThat(read.value()).isEmpty();
        assertThat(read.errors()).hasSize(1);
        assertThat(read.errors().get(0).code()).isEqualTo(OpenEligibility.Code.NOT_THE_TAXONOMY);
    }

    @Test
    void deepNestingAndBrokenJsonAndNoFileAreFindings() throws IOException {
        String deep = "<taxonomy>" + "<services>".repeat(5_000);
        assertThat(read(deep).hasErrors()).isTrue();
        assertThat(read("{\"tag\": ").hasErrors()).isTrue();
        assertThat(read("").hasErrors()).isTrue();
        assertThat(OpenEligibility.read(folder.resolve("absent")).findings())
                .extracting(f -> f.code().name())
                .containsExactly("UNREADABLE");
        Files.write(folder.resolve("own"), "<taxonomy>\u00e9</taxonomy>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(OpenEligibility.read(folder.resolve("own")).hasErrors()).isTrue();
    }
}
