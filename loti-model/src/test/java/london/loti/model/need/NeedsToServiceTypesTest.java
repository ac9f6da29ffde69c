package london.loti.model.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.model.need.Crosswalk.Link;
import london.loti.model.need.Crosswalk.Relation;
import london.loti.model.need.Crosswalk.Side;
import london.loti.model.need.ServiceTypes.Match;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.grid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NeedsToServiceTypesTest {
    private static Crosswalk walk(String from, String to, String... links) {
        return new Crosswalk(
                from + "-to-" + to,
                "1",
                "2026-11-25",
                "nobody",
                Samples.SOURCE,
                new Side(from, "1"),
                new Side(to, "1"),
                Stream.of(links).map(NeedsToServiceTypesTest::link).toList(),
                "always " + from + " to " + to);
    }

    /** For example {@code a>b} for narrower, {@code a<b} for broader, {@code a=b} and {@code a~b}. */
    private static Link link(String text) {
        String[] ends = text.split("[<>=~]", -1);
        Relation relation = text.contains("=")
                ? Relation.EXACT
                : text.contains("<") ? Relation.BROADER : text.contains(">") ? Relation.NARROWER : Relation.OVERLAPS;
        return new Link(ends[0], ends[1], relation, relation == Relation.EXACT ? null : "lost by " + text);
    }

    private static final List<Crosswalk> WALKS = List.of(
            walk("grid", "types", "home.cold>warmth", "money.arrears~debts", "money.job=work"),
            walk("grid", "groups", "home.temporary<homeless", "home.cold<fuel"),
            walk("groups", "types", "homeless>hostel", "homeless=housing", "fuel>warmth"),
            walk("types", "terms", "warmth=17", "hostel~21", "housing<20"),
            walk("terms", "types", "17=warmth", "20>hostel"));

    private static final NeedsToServiceTypes LOOKUP = NeedsToServiceTypes.of(WALKS);

    private static List<String> ways(ServiceTypes types) {
        return types.matches().stream()
                .map(match -> match.need().code() + " to " + match.type().code() + ": "
                        + match.path().stream()
                                .map(ServiceTypes.Step::crosswalk)
                                .toList()
                        + " " + match.relation() + (match.certain() ? "" : "?"))
                .toList();
    }

    private static List<ConceptRef> refs(String... codes) {
        return Stream.of(codes).map(code -> grid().reference(code)).toList();
    }

    @Test
    void keepsTheShortestWayToEveryKindAndTellsWhatHasNone() {
        ServiceTypes types = LOOKUP.typesFor(
                List.of(
                        grid().reference("home.temporary"),
                        grid().reference("home.cold"),
                        ConceptRef.parse("grid:money.none"),
                        ConceptRef.parse("moon:full")),
                "types");
        assertThat(ways(types))
                .containsExactly(
                        "home.temporary to housing: [grid-to-groups, groups-to-types] BROADER",
                        "home.temporary to hostel: [grid-to-groups, groups-to-types] OVERLAPS?",
                        "home.cold to warmth: [grid-to-types] NARROWER");
        assertThat(types.withoutType())
                .extracting(ConceptRef::toString)
                .containsExactly("grid:money.none", "moon:full");
        assertThat(types.types())
                .extracting(ConceptRef::toString)
                .containsExactly("types:housing", "types:hostel", "types:warmth");
        assertThat(types.matches().get(1).losses())
                .containsExactly(
                        "lost by home.temporary<homeless",
                        "always grid to groups",
                        "lost by homeless>hostel",
                        "always groups to types",
                        "The way leads over words that do not contain each other, so that nothing is certain to be left"
                                + " in common.");
        assertThat(types.matchesOf(ConceptRef.parse("types:warmth"))).hasSize(1);
        assertThat(LOOKUP.beginnings()).containsExactly("grid", "groups", "terms", "types");
    }

    @Test
    void leadsOnToTheTermsOfADirectory() {
        assertThat(ways(LOOKUP.typesFor(refs("home.cold"), "terms")))
                .containsExactly("home.cold to 17: [grid-to-types, types-to-terms] NARROWER");
        assertThat(ways(LOOKUP.typesFor(List.of(ConceptRef.parse("terms:20")), "types")))
                .containsExactly("20 to hostel: [terms-to-types] NARROWER");
        assertThat(LOOKUP.typesFor(List.of(ConceptRef.parse("types:warmth")), "types")
                        .withoutType())
                .as("a way never comes back to the list that it began in")
                .hasSize(1);
    }

    @Test
    void onlyNamedNeedsCountAndStrengthsNeverDo() {
        NeedsSnapshot snapshot = NeedsSnapshot.begin(aResident(), grid(), DAY, ConceptRef.parse("asked-by:self"))
                .with(grid(), "money.job", Answer.YES)
                .with(grid(), "money.arrears", Answer.UNKNOWN)
                .with(grid(), "home.cold", Answer.YES)
                .with(grid(), "home.temporary", Answer.NO);
        ServiceTypes types = LOOKUP.typesFor(snapshot, grid(), "types");
        assertThat(types.types()).extracting(ConceptRef::code).containsExactly("warmth");
        assertThat(types.withoutType()).isEmpty();
    }

    @Test
    void theOrderOfTheCrosswalksDoesNotMatter() {
        List<ConceptRef> all = refs("home.cold", "home.temporary", "money.arrears", "money.job");
        ServiceTypes expected = LOOKUP.typesFor(all, "types");
        for (int seed = 0; seed < 20; seed++) {
            List<Crosswalk> shuffled = new ArrayList<>(WALKS);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(NeedsToServiceTypes.of(shuffled).typesFor(all, "types"))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
        assertThat(expected.matches()).extracting(Match::need).isSubsetOf(all);
    }

    @Test
    void refusesTwoOfOneNameAndTwoVersionsOfOneList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedsToServiceTypes.of(List.of(WALKS.get(0), WALKS.get(0))))
                .withMessageContaining("a crosswalk must come once, but 'grid-to-types' comes twice");
        Crosswalk newer = new Crosswalk(
                "x",
                "1",
                "2026-11-25",
                "nobody",
                Samples.SOURCE,
                new Side("grid", "2"),
                new Side("types", "1"),
                List.of(),
                "all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedsToServiceTypes.of(List.of(WALKS.get(0), newer)))
                .withMessageContaining("one version of codelist grid, but know 1 and 2");
    }

    @Test
    void aGridIsACodelistOfItsQuestions() {
        Codelist list = grid().toCodelist();
        assertThat(list.codes()).containsExactly("money.job", "money.arrears", "home.cold", "home.temporary");
        assertThat(List.of(list.id(), list.version())).containsExactly(grid().id(), grid().version());
    }
}
