package london.loti.model.codelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.Crosswalk;
import london.loti.model.need.Crosswalk.Link;
import london.loti.model.need.Crosswalk.Relation;
import london.loti.model.need.NeedsGrid;
import london.loti.model.need.NeedsToServiceTypes;
import london.loti.model.need.ServiceTypes;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept on the way between the grid, the categories of social drivers, Open Eligibility and loti's kinds. */
class NeedsRoundTripTest {
    private static final NeedsGrid GRID = Codelists.needsGrid();
    private static final NeedsToServiceTypes LOOKUP = Codelists.needsToServiceTypes();

    private static List<String> starts(String what) {
        return switch (what) {
            case "needs" -> GRID.needCodes();
            case "strengths" -> GRID.strengthCodes();
            default ->
                Codelists.bundled("service-types").concepts().stream()
                        .filter(concept -> concept.broader() != null)
                        .map(Concept::code)
                        .toList();
        };
    }

    private static Set<String> ends(Crosswalk crosswalk, Set<String> codes) {
        Set<String> ends = new TreeSet<>();
        codes.forEach(code -> crosswalk.linksOf(code).forEach(link -> ends.add(link.to())));
        return ends;
    }

    // alone: comes back as itself only; among others: as one of several candidates; gone: has no link at all
    @ParameterizedTest
    @CsvSource({
        "needs, better-conversations, sdoh-categories, 5, 6, 15",
        "strengths, better-conversations, sdoh-categories, 0, 7, 0",
        "needs, better-conversations, open-eligibility, 21, 2, 3",
        "strengths, better-conversations, open-eligibility, 1, 0, 6",
        "kinds, service-types, open-eligibility, 34, 4, 20"
    })
    void whatGoesThereComesBackAmongTheCandidates(
            String what, String from, String to, int alone, int amongOthers, int gone) {
        Crosswalk there = Codelists.bundledCrosswalk(from + "-to-" + to);
        Crosswalk back = Codelists.bundledCrosswalk(to + "-to-" + from);
        int[] counts = new int[3];
        for (String start : starts(what)) {
            Set<String> middle = ends(there, Set.of(start));
            Set<String> end = ends(back, middle);
            if (!middle.isEmpty()) {
                assertThat(end).as("back from %s", start).contains(start);
            }
            counts[middle.isEmpty() ? 2 : end.size() == 1 ? 0 : 1]++;
        }
        assertThat(counts).containsExactly(alone, amongOthers, gone);
    }

    @ParameterizedTest
    @CsvSource({
        "better-conversations, sdoh-categories",
        "better-conversations, open-eligibility",
        "service-types, open-eligibility"
    })
    void theWayBackIsACrosswalkOfItsOwnThatSaysTheOpposite(String from, String to) {
        List<String> there =
                links(Codelists.bundledCrosswalk(from + "-to-" + to).links(), false);
        List<String> back = links(Codelists.bundledCrosswalk(to + "-to-" + from).links(), true);
        assertThat(back).containsExactlyInAnyOrderElementsOf(there);
    }

    private static List<String> links(List<Link> links, boolean turned) {
        return links.stream()
                .map(link -> turned
                        ? link.to() + " " + turn(link.relation()) + " " + link.from()
                        : link.from() + " " + link.relation() + " " + link.to())
                .toList();
    }

    private static Relation turn(Relation relation) {
        return switch (relation) {
            case BROADER -> Relation.NARROWER;
            case NARROWER -> Relation.BROADER;
            case EXACT, OVERLAPS -> relation;
        };
    }

    /** Three vocabularies: what a need finds by way of another vocabulary shares something with what it finds itself. */
    @ParameterizedTest
    @CsvSource({"sdoh-categories, 11", "open-eligibility, 5"})
    void aWayOverAnotherVocabularyFindsSomeOfTheSameKinds(String over, int needsThatFindSomething) {
        Crosswalk first = Codelists.bundledCrosswalk("better-conversations-to-" + over);
        Crosswalk second = Codelists.bundledCrosswalk(over + "-to-service-types");
        Crosswalk direct = Codelists.bundledCrosswalk("better-conversations-to-service-types");
        int found = 0;
        for (String need : GRID.needCodes()) {
            Set<String> around = ends(second, ends(first, Set.of(need)));
            if (!around.isEmpty()) {
                found++;
                assertThat(ends(direct, Set.of(need)))
                        .as("kinds for %s, over %s: %s", need, over, around)
                        .containsAnyElementsOf(around);
            }
        }
        assertThat(found).isEqualTo(needsThatFindSomething);
    }

    @Test
    void everyNeedBarrierPartAndCrisisFindsAKindOfService() {
        List<ConceptRef> all = new ArrayList<>();
        GRID.needCodes().forEach(code -> all.add(GRID.reference(code)));
        for (String list : List.of("barriers", "access-items", "crisis-events")) {
            Codelists.bundled(list).concepts().stream()
                    .filter(concept -> !list.equals("barriers") || concept.broader() != null)
                    .forEach(concept -> all.add(new ConceptRef(list, concept.code())));
        }
        ServiceTypes types = LOOKUP.typesFor(all, "service-types");
        assertThat(types.withoutType()).isEmpty();
        assertThat(types.matches()).allSatisfy(match -> {
            assertThat(match.path()).as("a direct link").hasSize(1);
            assertThat(match.losses()).isNotEmpty();
        });
        Vocabulary words = Vocabulary.bundled();
        assertThat(types.types()).allMatch(words::contains);
    }

    @Test
    void everyKindOfServiceIsReachedFromSomewhere() {
        Set<String> reached = new TreeSet<>();
        Codelists.bundledCrosswalkNames().stream()
                .map(Codelists::bundledCrosswalk)
                .filter(crosswalk -> crosswalk.to().codelist().equals("service-types"))
                .flatMap(crosswalk -> crosswalk.links().stream())
                .forEach(link -> reached.add(link.to()));
        assertThat(starts("kinds")).allMatch(reached::contains);
        assertThat(Codelists.bundled("service-types").within(null))
                .as("families")
                .hasSize(12);
    }

    @Test
    void aNeedLeadsToTheNumbersOfADirectoryWithEverythingThatIsLost() {
        ConceptRef arrears = GRID.reference("financial-stability.rent-arrears");
        ServiceTypes numbers = LOOKUP.typesFor(List.of(arrears), OpenEligibility.ID);
        assertThat(numbers.types()).extracting(ConceptRef::code).contains("1142", "1263", "1328");
        assertThat(numbers.matchesOf(new ConceptRef(OpenEligibility.ID, "1263"))
                        .get(0)
                        .losses())
                .contains("That it is rent, so that the home may be at risk.")
                .contains("Bailiffs, and the debts to a council or landlord, as England has them.")
                .hasSize(5)
                .last()
                .asString()
                .contains("nothing is certain");
        assertThat(numbers.toString()).doesNotContain("arrears");
    }

    @Test
    void whatHasNoCounterpartAbroadIsNotInvented() {
        List<ConceptRef> kinds = Stream.of("device-gift", "data-sim", "public-computer")
                .map(code -> new ConceptRef("service-types", code))
                .toList();
        assertThat(LOOKUP.typesFor(kinds, OpenEligibility.ID).withoutType()).isEqualTo(kinds);
    }
}
