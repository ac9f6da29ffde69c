package london.loti.model.outcome;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ResidentRef;
import london.loti.model.outcome.TheoryOfChange.Evidence;
import london.loti.model.outcome.TheoryOfChange.Link;
import london.loti.model.outcome.TheoryOfChange.Stage;
import london.loti.model.outcome.TheoryOfChange.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TheoryOfChangeTest {
    private static final Step TUTORS = new Step("tutors", Stage.INPUT, "Two tutors are paid.", List.of("cost"));
    private static final Step LESSONS = new Step("lessons", Stage.OUTPUT, "Lessons are held.", List.of("lessons_held"));
    private static final Step SKILLS = new Step("skills", Stage.OUTCOME, "People can do more online.", List.of());
    private static final Step LONELY = new Step("lonely", Stage.IMPACT, "Fewer people are lonely.", List.of("ucla_3"));

    private static Link link(String from, String to) {
        return new Link(from, to, "people come", Evidence.ASSUMED, null);
    }

    private static TheoryOfChange theory(Link... links) {
        return new TheoryOfChange(
                "lessons", "1.0", "Lessons", "a workshop", List.of(TUTORS, LESSONS, SKILLS, LONELY), List.of(links));
    }

    @Test
    void tellsWhatNobodyWouldSeeAndWhatNothingLeadsTo() {
        TheoryOfChange theory = theory(link("tutors", "lessons"), link("skills", "lonely"));
        assertThat(theory.unmeasured()).containsExactly(SKILLS);
        assertThat(theory.unreached()).containsExactly(SKILLS, LONELY);
        assertThat(theory.assumed()).hasSize(2);
        assertThat(theory(link("tutors", "lessons"), link("lessons", "skills"), link("skills", "lonely"))
                        .unreached())
                .isEmpty();
    }

    @Test
    void linksKnowTheirStepsAndTimeDoesNotGoBack() {
        assertThatThrownBy(() -> theory(link("tutor", "lessons")))
                .hasMessageContaining("'tutor' is none")
                .hasMessageContaining("tutors");
        assertThatThrownBy(() -> theory(link("lonely", "skills"))).hasMessageContaining("must not go back");
        Step more = new Step("more", Stage.OUTCOME, "People help others.", List.of());
        assertThatThrownBy(() -> new TheoryOfChange(
                        "t",
                        "1",
                        "T",
                        "s",
                        List.of(SKILLS, more),
                        List.of(link("skills", "more"), link("more", "skills"))))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> new TheoryOfChange("t", "1", "T", "s", List.of(SKILLS, SKILLS), List.of()))
                .hasMessageContaining("comes twice");
        assertThatThrownBy(() -> new Link("tutors", "lessons", "people come", Evidence.STRONG, null))
                .hasMessageContaining("where its evidence is");
    }

    @Test
    void isReadFromJsonAndWrittenBack() throws IOException {
        TheoryOfChange theory = theory(link("tutors", "lessons"));
        String json = LotiJson.write(theory);
        Checked<TheoryOfChange> read = LotiJson.read(
                "theory.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), TheoryOfChange.class);
        assertThat(read.orElseThrow()).isEqualTo(theory);
        String wrong = json.replace("\"OUTPUT\"", "\"PUTOUT\"");
        assertThat(LotiJson.read(
                                "theory.json",
                                new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)),
                                TheoryOfChange.class)
                        .hasErrors())
                .isTrue();
    }

    @Test
    void aProgrammeNamesWhatOthersCouldNotDoAfterIt() {
        Programme programme = new Programme(
                "lessons",
                "Lessons",
                "skills open doors",
                null,
                "six lessons",
                "tutors",
                null,
                null,
                "weekly",
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                null,
                "lessons");
        assertThat(programme.unanswered())
                .containsExactly(
                        Programme.Item.WHAT_MATERIALS,
                        Programme.Item.HOW,
                        Programme.Item.WHERE,
                        Programme.Item.TAILORING,
                        Programme.Item.MODIFICATIONS,
                        Programme.Item.HOW_WELL_PLANNED,
                        Programme.Item.HOW_WELL_ACTUAL);
        assertThatThrownBy(() -> new Programme(
                        "p",
                        "P",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 1, 1),
                        null))
                .hasMessageContaining("must not be before");
        assertThatThrownBy(() -> new Programme(
                        "p", "P", " ", null, null, null, null, null, null, null, null, null, null, null, null, null))
                .hasMessageContaining("is blank");
    }

    @Test
    void aMeasureKnowsWhatCanBe() {
        OutcomeMeasure measure = new OutcomeMeasure(
                "ucla_3",
                "Loneliness",
                "sum of three items",
                "points, 3 to 9",
                Direction.LOWER_IS_BETTER,
                3.0,
                9.0,
                List.of("loneliness"),
                "ucla-3");
        assertThat(measure.allows(3)).isTrue();
        assertThat(measure.allows(9.5)).isFalse();
        assertThat(measure.allows(Double.NaN)).isFalse();
        assertThatThrownBy(() -> new OutcomeMeasure("m", "M", "d", "u", Direction.NEITHER, 2.0, 1.0, List.of(), null))
                .hasMessageContaining("must not be above");
        assertThatThrownBy(() ->
                        new OutcomeMeasure("m", "M", "d", "u", Direction.NEITHER, Double.NaN, null, List.of(), null))
                .hasMessageContaining("must be numbers");
    }

    @Test
    void anObservationShowsNeitherPersonNorValue() {
        Observation observation = new Observation(
                "ucla_3", new ResidentRef("a1b2c3d4-0000"), "before", LocalDate.of(2026, 3, 1), 7.25, "taught");
        assertThat(observation.toString())
                .doesNotContain("a1b2c3d4")
                .doesNotContain("7.25")
                .contains("ucla_3");
        assertThatThrownBy(() -> new Observation(
                        "ucla_3",
                        new ResidentRef("a1b2c3d4-0000"),
                        "before",
                        LocalDate.of(2026, 3, 1),
                        Double.NaN,
                        null))
                .hasMessageContaining("must be finite");
    }
}
