package london.loti.model.need;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.need.Crosswalk.Relation;
import london.loti.model.need.ServiceTypes.Match;
import london.loti.model.need.ServiceTypes.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceTypesTest {
    private static ConceptRef at(int place) {
        return new ConceptRef("list" + place, "x");
    }

    private static Match match(List<Relation> relations) {
        List<Step> steps = IntStream.range(0, relations.size())
                .mapToObj(i -> new Step("walk" + i, at(i), at(i + 1), relations.get(i), "loss " + i, "always " + i))
                .toList();
        return new Match(at(0), at(relations.size()), steps);
    }

    /** Meanings as sets of three things, bit by bit. */
    private static boolean holds(Relation relation, int from, int to) {
        return switch (relation) {
            case EXACT -> from == to;
            case BROADER -> (from & to) == from;
            case NARROWER -> (from & to) == to;
            case OVERLAPS -> (from & to) != 0;
        };
    }

    private static boolean alwaysShareSomething(List<Relation> relations, int first, int now, int done) {
        if (done == relations.size()) {
            return (first & now) != 0;
        }
        for (int next = 1; next < 8; next++) {
            if (holds(relations.get(done), now, next) && !alwaysShareSomething(relations, first, next, done + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean alwaysHolds(List<Relation> relations, Relation wanted, int first, int now, int done) {
        if (done == relations.size()) {
            return holds(wanted, first, now);
        }
        for (int next = 1; next < 8; next++) {
            if (holds(relations.get(done), now, next) && !alwaysHolds(relations, wanted, first, next, done + 1)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Relation>> upTo(int longest) {
        List<List<Relation>> all = new ArrayList<>();
        List<List<Relation>> of = List.of(List.of());
        for (int i = 0; i < longest; i++) {
            List<List<Relation>> longer = new ArrayList<>();
            for (List<Relation> begun : of) {
                for (Relation relation : Relation.values()) {
                    List<Relation> more = new ArrayList<>(begun);
                    more.add(relation);
                    longer.add(more);
                }
            }
            all.addAll(longer);
            of = longer;
        }
        return all;
    }

    /** Against every way of giving the words meanings: 4 + 16 + 64 sequences of relations. */
    @Test
    void aWayIsCertainExactlyWhereNoMeaningOfTheWordsCouldEndElsewhere() {
        for (List<Relation> relations : upTo(3)) {
            boolean certain = IntStream.range(1, 8).allMatch(first -> alwaysShareSomething(relations, first, first, 0));
            assertThat(match(relations).certain()).as("%s", relations).isEqualTo(certain);
        }
    }

    @Test
    void theRelationOfAWayIsOneThatAlwaysHolds() {
        for (List<Relation> relations : upTo(3)) {
            Match match = match(relations);
            if (match.certain()) {
                assertThat(IntStream.range(1, 8)
                                .allMatch(first -> alwaysHolds(relations, match.relation(), first, first, 0)))
                        .as("%s is %s", relations, match.relation())
                        .isTrue();
            } else {
                assertThat(match.relation()).isEqualTo(Relation.OVERLAPS);
            }
        }
    }

    @Test
    void everyLossOfTheWayIsToldOnce() {
        assertThat(match(List.of(Relation.NARROWER, Relation.NARROWER)).losses())
                .containsExactly("loss 0", "always 0", "loss 1", "always 1");
        assertThat(match(List.of(Relation.BROADER, Relation.NARROWER)).losses())
                .hasSize(5)
                .last()
                .asString()
                .contains("nothing is certain");
        Step exact = new Step("walk", at(0), at(1), Relation.EXACT, null, "always");
        assertThat(new Match(at(0), at(1), List.of(exact)).losses()).containsExactly("always");
    }

    @Test
    void aWayHangsTogetherAndTellsNothingByAccident() {
        Step step = new Step("walk", at(0), at(1), Relation.EXACT, null, "always");
        assertThatMatchIsRefused(at(0), at(1), List.of());
        assertThatMatchIsRefused(at(0), at(2), List.of(step));
        assertThatMatchIsRefused(at(1), at(1), List.of(step));
        assertThatMatchIsRefused(at(0), at(1), List.of(step, step));
        Match match = new Match(at(0), at(1), List.of(step));
        assertThat(match + " " + step + " " + new ServiceTypes(List.of(match), List.of(at(7))))
                .doesNotContain("list");
    }

    private static void assertThatMatchIsRefused(ConceptRef from, ConceptRef to, List<Step> path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Match(from, to, path));
    }
}
