package london.loti.model.need;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.codelist;
import static london.loti.model.need.Samples.concept;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodelistTest {
    private static final Codelist LIST =
            codelist("fruit", concept("stone"), concept("plum", "stone"), concept("cherry", "stone"), concept("fig"));

    @Test
    void findsConceptsByTheirCode() {
        assertThat(LIST.find("plum")).contains(concept("plum", "stone"));
        assertThat(LIST.find("Plum")).isEmpty();
        assertThat(LIST.codes()).containsExactly("stone", "plum", "cherry", "fig");
        assertThat(LIST.within("stone")).extracting(Concept::code).containsExactly("plum", "cherry");
        assertThat(LIST.within(null)).extracting(Concept::code).containsExactly("stone", "fig");
        assertThat(LIST.within("fig")).isEmpty();
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        assertThatThrownBy(() -> codelist(
                        "fruit",
                        concept("plum", "ston"),
                        concept("plum"),
                        concept("stone"),
                        concept("hen", "egg"),
                        concept("egg", "hen"),
                        concept("chick", "egg"),
                        concept("self", "self")))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(
                                        f -> f.code().name() + " " + f.where().column() + ": "
                                                + f.message().replace("\n", " / "))
                                .containsExactly(
                                        "DUPLICATE_CODE concept 'plum': a code must come once, but comes twice",
                                        "UNKNOWN_BROADER concept 'plum': its 'broader' must be a code of the list, but 'ston'"
                                                + " is not / Maybe 'stone' is meant.",
                                        "CYCLE concept 'hen': a concept must not be broader than itself, but is",
                                        "CYCLE concept 'egg': a concept must not be broader than itself, but is",
                                        "CYCLE concept 'self': a concept must not be broader than itself, but is"));
    }

    @Test
    void aListHasAnEntry() {
        assertThatThrownBy(() -> codelist("fruit"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a codelist must have an entry, but has none");
    }

    @Test
    void aConceptHasACodeAndALabelThatSaySomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concept("not a code"))
                .withMessageContaining("a concept's 'code' must be at most 80 letters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concept("a", "not a code"))
                .withMessageContaining("a concept's 'broader' must be at most 80 letters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Concept("a", " ", null, null, null))
                .withMessage("a concept needs a 'label'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Concept("a", "A", " ", null, null))
                .withMessage("a concept's 'definition' must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Concept("a", "A", null, null, ""))
                .withMessage("a concept's 'note' must not be blank");
    }

    @Test
    void readsBackFromJson() {
        String json = LotiJson.write(LIST);
        assertThat(read(json, Codelist.class).orElseThrow()).isEqualTo(LIST);
        assertThat(LotiJson.write(read(json, Codelist.class).orElseThrow())).isEqualTo(json);
    }

    @Test
    void aDocumentTellsWhichFieldIsMissing() {
        String json = LotiJson.write(LIST);
        assertThat(told(read(json.replace("\"id\" : \"fruit\",", ""), Codelist.class)))
                .containsExactly("own.json: a codelist needs its 'id'");
        assertThat(told(read(json.replace("\"date\" : \"2026-11-23\",", ""), Codelist.class)))
                .containsExactly("own.json: a codelist's 'date' must be a day, for example 2026-11-23");
        assertThat(told(read(json.replace("\"ordered\" : false,", ""), Codelist.class)))
                .hasSize(1);
    }
}
