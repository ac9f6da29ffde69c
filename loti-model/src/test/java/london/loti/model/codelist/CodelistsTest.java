package london.loti.model.codelist;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.model.finding.Checked;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.Codelist;
import london.loti.model.need.Concept;
import london.loti.model.need.Crosswalk;
import london.loti.model.need.NeedsGrid;
import london.loti.model.provenance.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodelistsTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Codelists.bundledNames();
    }

    static List<String> crosswalkNames() {
        return Codelists.bundledCrosswalkNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBundledListSaysWhatItIsAndWhereItComesFrom(String name) {
        Codelist list = Codelists.bundled(name);
        assertThat(list.id()).isEqualTo(name);
        assertThat(list.date()).matches("2026-\\d{2}-\\d{2}");
        assertThatSourceIsTold(list.source());
        assertThat(list.concepts()).extracting(Concept::label).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("crosswalkNames")
    void everyBundledCrosswalkFitsItsListsAndSaysThatItIsAJudgement(String name) {
        Crosswalk crosswalk = Codelists.bundledCrosswalk(name);
        assertThat(crosswalk.id()).isEqualTo(name);
        assertThat(crosswalk.author()).isEqualTo("loti");
        assertThatSourceIsTold(crosswalk.source());
        assertThat(crosswalk.source().note()).contains("others have not verified it");
        assertThat(crosswalk.check(side(crosswalk.from()), side(crosswalk.to())))
                .isEmpty();
    }

    /** What is not bundled is looked at in {@code OpenEligibilityTest}; here its numbers only need to be numbers. */
    private static Codelist side(Crosswalk.Side side) {
        if (side.codelist().equals(Codelists.needsGrid().id())) {
            return Codelists.needsGrid().toCodelist();
        }
        return side.codelist().equals(OpenEligibility.ID)
                ? OpenEligibilityTest.numbersOf(side)
                : Codelists.bundled(side.codelist());
    }

    private static void assertThatSourceIsTold(Source source) {
        assertThat(source.publisher()).isNotBlank();
        assertThat(source.date()).containsPattern("[0-9]{4}");
        assertThat(source.licence().id()).isNotBlank();
        assertThat(source.note()).as("what is verified of it").isNotBlank();
        if (!source.publisher().equals("loti") && source.licence().open()) {
            assertThat(source.url()).as("where an open source can be read").startsWith("https://");
        }
    }

    @Test
    void everyDocumentOfThePackageIsListed() throws IOException, URISyntaxException {
        Path package_ = Path.of(Objects.requireNonNull(Codelists.class.getResource("barriers.json"))
                        .toURI())
                .getParent();
        List<String> listed = new ArrayList<>(Codelists.bundledNames());
        listed.addAll(Codelists.bundledCrosswalkNames());
        listed.add("needs-grid");
        try (Stream<Path> files = Files.list(package_)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".json"))
                            .map(file -> file.replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
        assertThat(Codelists.bundledNames()).isSorted();
        assertThat(Codelists.bundledCrosswalkNames()).isSorted();
    }

    @Test
    void aMisspeltNameHintsAtTheNearest() {
        assertThatThrownBy(() -> Codelists.bundled("bariers"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a bundled codelist must be one of")
                .hasMessageContaining("Maybe 'barriers' is meant.");
        assertThatThrownBy(() -> Codelists.bundledCrosswalk("iuc-2018-to-loti-segment"))
                .hasMessageContaining("a bundled crosswalk must be one of")
                .hasMessageContaining("Maybe 'iuc-2018-to-loti-segments' is meant.");
    }

    // Counts as published; see the note of each list's source. Those of loti's own lists are not asserted.
    @ParameterizedTest
    @CsvSource({
        "gds-digital-inclusion-scale, 9, 9, true",
        "eds-skills, 6, 6, false",
        "eds-foundation-tasks, 8, 8, false",
        "iuc-2018, 10, 10, false",
        "loac-2021, 7, 23, false",
        "loti-segments, 5, 5, false",
        "lloyds-engagement, 4, 4, true",
        "nesta-standards, 6, 6, false",
        "maryland-sms, 6, 6, false",
        "sdoh-categories, 24, 24, false"
    })
    void countsAreThePublishedOnes(String name, int atTheTop, int all, boolean ordered) {
        Codelist list = Codelists.bundled(name);
        assertThat(list.within(null)).hasSize(atTheTop);
        assertThat(list.concepts()).hasSize(all);
        assertThat(list.ordered()).isEqualTo(ordered);
    }

    @Test
    void theGroupsOfLondonsAreasBearTheirSupergroupsLetter() {
        Codelist loac = Codelists.bundled("loac-2021");
        assertThat(loac.within(null)).extracting(Concept::code).containsExactly("A", "B", "C", "D", "E", "F", "G");
        assertThat(loac.within(null).stream()
                        .map(supergroup -> loac.within(supergroup.code()).size()))
                .containsExactly(3, 2, 2, 3, 2, 2, 2); // 16 groups: Singleton and Longley 2024
        assertThat(loac.concepts())
                .filteredOn(concept -> concept.broader() != null)
                .allSatisfy(group -> assertThat(group.code()).startsWith(group.broader()));
    }

    @Test
    void unratedIsNoLevelOfAScaleOfEvidence() {
        for (String name : List.of("nesta-standards", "maryland-sms")) {
            Codelist scale = Codelists.bundled(name);
            assertThat(scale.codes()).containsExactly("1", "2", "3", "4", "5", "unrated");
            assertThat(scale.ordered()).isFalse();
            assertThat(scale.description())
                    .contains("unrated, which is no level")
                    .contains("Never averaged");
        }
    }

    @Test
    void whatIsNotVerifiedSaysSo() {
        assertThat(unverified("key-groups"))
                .hasSize(Codelists.bundled("key-groups").concepts().size() - 1)
                .doesNotContain("older-people");
        assertThat(unverified("mdls")).containsExactly("smartphone-child", "mobile-data", "computer");
        assertThat(unverified("lloyds-engagement")).containsExactly("low", "high", "very-high");
        assertThat(unverified("maryland-sms")).containsExactly("4");
        for (String name : List.of("loac-2021", "loti-segments", "eds-skills", "eds-foundation-tasks", "tenure")) {
            assertThat(Codelists.bundled(name).source().note()).contains("unverified");
        }
    }

    @Test
    void thePartsOfAnAccessPackageAreThoseOfItsCodes() {
        assertThat(Codelists.bundled("access-items").codes())
                .containsExactlyElementsOf(Stream.of(AccessItem.values())
                        .map(item -> item.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void severityIsAScaleAndEveryCrisisHasAHint() {
        assertThat(Codelists.bundled("severity").codes()).containsExactly("low", "moderate", "severe", "crisis");
        assertThat(Codelists.bundled("severity").ordered()).isTrue();
        assertThat(Codelists.bundled("crisis-events").concepts())
                .hasSizeGreaterThan(20)
                .allSatisfy(event -> assertThat(event.note()).isNotBlank());
    }

    private static List<String> unverified(String name) {
        return Codelists.bundled(name).concepts().stream()
                .filter(concept ->
                        String.valueOf(concept.note()).toLowerCase(Locale.ROOT).contains("unverified"))
                .map(Concept::code)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aListHasAtMostTwoLevelsAndNoDimensionOfOne(String name) {
        Codelist list = Codelists.bundled(name);
        List<String> tops = list.within(null).stream().map(Concept::code).toList();
        for (Concept concept : list.concepts()) {
            if (concept.broader() == null) {
                assertThat(list.within(concept.code()).size())
                        .as("parts of %s", concept.code())
                        .isNotEqualTo(1);
            } else {
                assertThat(tops).contains(concept.broader());
            }
        }
    }

    @Test
    void everyBarrierIsAPartOfADimensionThatHasBarriers() {
        Codelist barriers = Codelists.bundled("barriers");
        assertThat(barriers.within(null))
                .extracting(Concept::code)
                .containsExactly(
                        "access", "affordability", "ability", "motivation", "trust", "circumstances", "services")
                .allSatisfy(dimension -> assertThat(barriers.within(dimension)).isNotEmpty());
    }

    @Test
    void noAreaStandsForASegmentOfPeople() {
        Crosswalk areas = Codelists.bundledCrosswalk("iuc-2018-to-loti-segments");
        assertThat(areas.links()).isEmpty();
        assertThat(areas.loses()).contains("ecological fallacy");
    }

    @Test
    void aListOfOnesOwnIsReadLikeABundledOne() throws IOException {
        Codelist bundled = Codelists.bundled("channels");
        Path file = Files.writeString(folder.resolve("own.json"), LotiJson.write(bundled));
        assertThat(Codelists.read(file).orElseThrow()).isEqualTo(bundled);
        Crosswalk crosswalk = Codelists.bundledCrosswalk("gds-scale-to-loti-segments");
        Files.writeString(file, LotiJson.write(crosswalk));
        assertThat(Codelists.readCrosswalk(file).orElseThrow()).isEqualTo(crosswalk);
        NeedsGrid grid = Codelists.needsGrid();
        Files.writeString(file, LotiJson.write(grid));
        assertThat(Codelists.readNeedsGrid(file).orElseThrow()).isEqualTo(grid);
    }

    @Test
    void everyBrokenRuleOfAListIsTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.json"),
                LotiJson.write(Codelists.bundled("channels"))
                        .replace("\"code\" : \"post\"", "\"code\" : \"email\"")
                        .replace("\"code\" : \"relay\"", "\"code\" : \"relay\", \"broader\" : \"telefone\""));
        Checked<Codelist> checked = Codelists.read(file);
        assertThat(checked.findings())
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding.message()).contains("Maybe 'telephone' is meant."));
    }
}
