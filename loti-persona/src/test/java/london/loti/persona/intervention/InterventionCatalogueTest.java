package london.loti.persona.intervention;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.Codelists;
import london.loti.model.codelist.HomeRules;
import london.loti.model.codelist.Vocabulary;
import london.loti.model.json.LotiJson;
import london.loti.model.need.AccessItem;
import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InterventionCatalogueTest {
    private final InterventionCatalogue london = InterventionCatalogue.london();

    @Test
    void bundledCatalogueHasEveryInterventionOfTheCodelistAndNoFamily() {
        List<String> leaves = Codelists.bundled("interventions").concepts().stream()
                .filter(concept -> concept.broader() != null)
                .map(Concept::code)
                .toList();
        assertThat(london.interventions())
                .extracting(intervention -> intervention.concept().code())
                .containsExactlyElementsOf(leaves);
        Vocabulary words = Vocabulary.bundled();
        for (Intervention intervention : london.interventions()) {
            assertThat(intervention.label()).isEqualTo(words.label(intervention.concept()));
            assertThat(intervention.ratings())
                    .allMatch(rating ->
                            rating.group() == null || words.find(rating.group()).isPresent());
        }
        assertThat(LotiJson.write(london)).contains("\"UNRATED\"");
        assertThat(Samples.read(LotiJson.write(london), InterventionCatalogue.class)
                        .orElseThrow())
                .isEqualTo(london);
    }

    @Test
    void bundledCatalogueIsMostlyAndHonestlyUnrated() {
        assertThat(london.interventions())
                .filteredOn(i -> i.ratings().equals(List.of(EvidenceRating.UNRATED)))
                .hasSizeGreaterThan(london.interventions().size() * 3 / 4);
        assertThat(ratings(london))
                .filteredOn(rating -> rating.level().isRated())
                .hasSize(5)
                .allSatisfy(rating -> assertThat(rating.note()).startsWith("Level read by loti"));
        assertThat(london.limits()).anyMatch(limit -> limit.contains("UNRATED"));
    }

    @Test
    void everyItemIsProvidedBySomethingThatNoHomeRulesOut() {
        for (AccessItem item : AccessItem.values()) {
            assertThat(london.providing(item))
                    .as("%s", item)
                    .anyMatch(intervention -> HomeRules.temporaryAccommodation()
                            .excluding(intervention.concept())
                            .isEmpty());
        }
        assertThat(london.find(ConceptRef.parse("interventions:mifi"))).isPresent();
        assertThat(london.find(ConceptRef.parse("interventions:tea"))).isEmpty();
    }

    @Test
    void unratedIsNotTheFirstLevelAndScalesAreNotCompared() {
        EvidenceRating two =
                Samples.catalogue().interventions().get(1).ratings().get(0);
        assertThat(two.words()).isEqualTo("Nesta 2");
        assertThat(two.isAtLeast(EvidenceScale.NESTA, EvidenceLevel.LEVEL_2)).isTrue();
        assertThat(two.isAtLeast(EvidenceScale.NESTA, EvidenceLevel.LEVEL_3)).isFalse();
        assertThat(two.isAtLeast(EvidenceScale.MARYLAND, EvidenceLevel.LEVEL_1)).isFalse();
        assertThat(EvidenceRating.UNRATED.words()).isEqualTo("unrated");
        for (EvidenceScale scale : EvidenceScale.values()) {
            assertThat(EvidenceRating.UNRATED.isAtLeast(scale, EvidenceLevel.LEVEL_1))
                    .isFalse();
        }
        assertThatThrownBy(() -> EvidenceLevel.LEVEL_1.isAtLeast(EvidenceLevel.UNRATED))
                .hasMessageContaining("unrated is not a level");
        // as many levels as the codelists of the two scales have, and unrated
        for (String scale : List.of("nesta-standards", "maryland-sms")) {
            assertThat(Codelists.bundled(scale).codes()).hasSize(EvidenceLevel.values().length);
        }
    }

    @Test
    void aBrokenCatalogueTellsAllThatIsWrong() {
        String broken = Samples.CATALOGUE
                .replace("\"provides\": [\"DATA\"]", "\"provides\": [\"DATTA\"]")
                .replace("\"place\": \"Invented\", \"date\": \"2025\", ", "")
                .replace(
                        "\"provides\": [],\n   \"ratings\": [{\"level\": \"UNRATED\"}]",
                        "\"provides\": [], \"ratings\": []");
        assertThat(Samples.read(broken, InterventionCatalogue.class).findings())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("/interventions/0/provides", "one of [DEVICE, DATA", "Maybe 'DATA' is meant"),
                        second -> assertThat(second)
                                .contains("/interventions/1/ratings/0", "missing: [place, date]", "UNRATED, which is"),
                        third -> assertThat(third).contains("/interventions/2", "must have a rating"));
        String references = Samples.CATALOGUE
                .replace("\"source\": \"us\", \"triedWith\": \"Two", "\"source\": \"su\", \"triedWith\": \"Two")
                .replace("interventions:outreach", "interventions:skills-class");
        assertThat(Samples.read(references, InterventionCatalogue.class).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "sample.json, intervention 'interventions:skills-class': a rating must name a source of the"
                                + " catalogue, but 'su' is none\nMaybe 'us' is meant.",
                        "sample.json, intervention 'interventions:skills-class': an intervention must come once, but"
                                + " comes twice");
        assertThatThrownBy(() -> new EvidenceRating(
                        EvidenceScale.NESTA, EvidenceLevel.UNRATED, null, null, null, null, null, null, null))
                .hasMessageContaining("on none");
        assertThatThrownBy(() ->
                        new Intervention(ConceptRef.parse("interventions:mifi"), "MiFi", Set.of(), List.of(), null))
                .hasMessageContaining("honest");
    }

    private static List<EvidenceRating> ratings(InterventionCatalogue catalogue) {
        return catalogue.interventions().stream()
                .map(Intervention::ratings)
                .flatMap(List::stream)
                .toList();
    }
}
