package london.loti.model.need;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;
import london.loti.model.need.Crosswalk.Link;
import london.loti.model.need.Crosswalk.Relation;

import static london.loti.model.need.Samples.codelist;
import static london.loti.model.need.Samples.concept;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrosswalkTest {
    private static final Codelist FRUIT = codelist("fruit", concept("plum"), concept("fig"));
    private static final Codelist COLOURS = codelist("colours", concept("blue"), concept("green"));

    private static Link link(String from, String to) {
        return new Link(from, to, Relation.OVERLAPS, "the taste");
    }

    private static Crosswalk crosswalk(Link... links) {
        return crosswalk("1", links);
    }

    private static Crosswalk crosswalk(String version, Link... links) {
        return new Crosswalk(
                "fruit-to-colours",
                "1",
                "2026-11-23",
                "nobody",
                Samples.SOURCE,
                new Crosswalk.Side("fruit", version),
                new Crosswalk.Side("colours", "1"),
                List.of(links),
                "everything but the skin");
    }

    @Test
    void whatIsNotLinkedIsNotEquivalent() {
        Crosswalk crosswalk = crosswalk(link("plum", "blue"), link("plum", "green"));
        assertThat(crosswalk.linksOf("plum")).extracting(Link::to).containsExactly("blue", "green");
        assertThat(crosswalk.linksOf("fig")).isEmpty();
        assertThat(crosswalk.linksOf("blue")).as("one way only").isEmpty();
    }

    @Test
    void onlyAnExactLinkLosesNothing() {
        assertThatCode(() -> new Link("a", "b", Relation.EXACT, null)).doesNotThrowAnyException();
        for (Relation relation : List.of(Relation.BROADER, Relation.NARROWER, Relation.OVERLAPS)) {
            assertThatLinkIsRefused(relation, null, "a link that is not EXACT must say what it 'loses'");
        }
        assertThatLinkIsRefused(Relation.EXACT, " ", "a link's 'loses' must not be blank");
        assertThat(told(read(LotiJson.write(crosswalk()).replace("everything but the skin", ""), Crosswalk.class)))
                .containsExactly("own.json: a crosswalk must say what it 'loses'");
    }

    private static void assertThatLinkIsRefused(Relation relation, @Nullable String loses, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Link("a", "b", relation, loses))
                .withMessage(message);
    }

    @Test
    void aLinkComesOnce() {
        assertThatThrownBy(() -> crosswalk(link("plum", "blue"), link("fig", "green"), link("plum", "blue")))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("link plum to blue")
                .hasMessageContaining("a link must come once, but comes twice");
    }

    @Test
    void fitsTheListsThatItWasJudgedFor() {
        assertThat(crosswalk(link("plum", "blue")).check(FRUIT, COLOURS)).isEmpty();
        assertThat(crosswalk().check(FRUIT, COLOURS)).isEmpty();
    }

    @Test
    void tellsEverythingThatDoesNotFit() {
        List<Finding> findings =
                crosswalk("2", link("plumb", "pink"), link("fig", "green")).check(FRUIT, COLOURS);
        assertThat(findings)
                .extracting(f -> f.code().name() + " " + f.message().replace("\n", " / "))
                .containsExactly(
                        "OTHER_VERSION it was judged for codelist fruit 2, but was given fruit 1",
                        "UNKNOWN_CONCEPT its 'from' must be a code of codelist fruit, but 'plumb' is not / Maybe"
                                + " 'plum' is meant.",
                        "UNKNOWN_CONCEPT its 'to' must be a code of codelist colours, but 'pink' is not");
        assertThat(findings).extracting(f -> String.valueOf(f.where().column())).contains("link plumb to pink");
    }

    @Test
    void aCrosswalkBetweenTwoVersionsOfOneListChecksBoth() {
        Crosswalk.Side fruit = new Crosswalk.Side("fruit", "1");
        Crosswalk same = new Crosswalk(
                "x", "1", "2026-11-23", "nobody", Samples.SOURCE, fruit, fruit, List.of(), "nothing is gained");
        assertThat(same.check(COLOURS, FRUIT)).hasSize(1);
        assertThat(same.check(FRUIT, COLOURS)).hasSize(1);
    }

    @Test
    void readsBackFromJson() {
        Crosswalk crosswalk = crosswalk(link("plum", "blue"), new Link("fig", "green", Relation.EXACT, null));
        String json = LotiJson.write(crosswalk);
        assertThat(read(json, Crosswalk.class).orElseThrow()).isEqualTo(crosswalk);
        assertThat(told(read(json.replace("OVERLAPS", "SAME"), Crosswalk.class)))
                .singleElement()
                .asString()
                .contains("one of [EXACT, BROADER, NARROWER, OVERLAPS] is wanted");
    }
}
