package london.loti.model.need;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.TOKEN;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.grid;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class AnswerDetailTest {
    private static final ConceptRef STAFF = ConceptRef.parse("asked-by:council-staff");
    private static final ConceptRef SEVERE = ConceptRef.parse("severity:severe");
    private static final AnswerDetail FULL = AnswerDetail.NONE
            .withSeverity(SEVERE)
            .withSince(Since.parse("2026-09"))
            .inWordsOf(ConceptRef.parse("in-whose-words:carer"))
            .asked(ConceptRef.parse("asked-by:vcs-staff"), DAY.minusDays(3))
            .withNote(new NoteRef(TOKEN));

    private static NeedsSnapshot begin() {
        return NeedsSnapshot.begin(aResident(), grid(), DAY, STAFF);
    }

    private static NeedsSnapshot cold(Answer answer, AnswerDetail detail) {
        return begin().with(grid(), "home.cold", answer, detail);
    }

    @Test
    void standsBesideItsAnswer() {
        NeedsSnapshot snapshot = cold(Answer.YES, FULL).with(grid(), "money.job", Answer.NO);
        assertThat(snapshot.detail("home.cold")).isEqualTo(FULL);
        assertThat(snapshot.askedBy("home.cold")).hasToString("asked-by:vcs-staff");
        assertThat(snapshot.askedOn("home.cold")).isEqualTo("2026-11-20");
        assertThat(snapshot.detail("money.job")).isEqualTo(AnswerDetail.NONE);
        assertThat(snapshot.askedBy("money.job")).isEqualTo(STAFF);
        assertThat(snapshot.askedOn("money.job")).isEqualTo(DAY);
        assertThat(snapshot.details()).containsOnlyKeys("home.cold");
    }

    @Test
    void goesWithTheAnswerThatItStoodBeside() {
        assertThat(cold(Answer.YES, FULL).with(grid(), "home.cold", Answer.NO).details())
                .isEmpty();
    }

    @Test
    void fitsItsAnswer() {
        AnswerDetail words = AnswerDetail.NONE.inWordsOf(ConceptRef.parse("in-whose-words:staff"));
        for (Answer answer : List.of(Answer.YES, Answer.NO, Answer.UNKNOWN)) {
            assertThat(cold(answer, words).detail("home.cold")).isEqualTo(words);
        }
        for (Answer answer : List.of(Answer.NO, Answer.UNKNOWN)) {
            for (AnswerDetail detail : List.of(
                    AnswerDetail.NONE.withSeverity(SEVERE), AnswerDetail.NONE.withSince(Since.parse("2026-09")))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cold(answer, detail))
                        .withMessage("a 'severity' and a 'since' must be beside a YES, but one is not");
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cold(Answer.NOT_ASKED, words))
                .withMessage("a detail must be beside an answer, but nobody asked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin().with(grid(), "money.job", Answer.YES, AnswerDetail.NONE.withSeverity(SEVERE)))
                .withMessage("a 'severity' must be that of a need, but is that of a strength");
    }

    @Test
    void nothingIsAskedOrBegunLaterThanTheConversation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cold(Answer.YES, AnswerDetail.NONE.asked(STAFF, DAY.plusDays(1))))
                .withMessage("an 'askedOn' must not be after the day 'takenOn', but is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cold(Answer.YES, AnswerDetail.NONE.withSince(Since.on(DAY.plusDays(1)))))
                .withMessage("a 'since' must not be after the day of asking, but is");
        assertThat(cold(Answer.YES, AnswerDetail.NONE.withSince(Since.parse("2026-11")))
                        .details())
                .as("the month of the conversation may begin before it")
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cold(
                        Answer.YES, AnswerDetail.NONE.withSince(Since.on(DAY)).asked(STAFF, DAY.minusDays(1))));
    }

    @Test
    @SuppressWarnings("NullAway") // a document may hold it
    void aDetailIsThere() {
        Map<String, AnswerDetail> gap = new HashMap<>();
        gap.put("home.cold", null);
        assertThatNullPointerException()
                .isThrownBy(() -> new NeedsSnapshot(
                        aResident(), "grid", "1", DAY, STAFF, null, Map.of("home.cold", Answer.YES), gap))
                .withMessage("a detail must say something");
    }

    @Test
    void readsBackFromJsonAndHoldsNoTypedWords() {
        NeedsSnapshot snapshot = cold(Answer.YES, FULL);
        String json = LotiJson.write(snapshot);
        assertThat(json).contains("\"since\" : \"2026-09\"", "\"severity\" : \"severity:severe\"");
        assertThat(read(json, NeedsSnapshot.class).orElseThrow()).isEqualTo(snapshot);
        assertThat(told(read(
                        json.replace("2026-09", "since Jo Bloggs left")
                                .replace("\"note\" : \"" + TOKEN, "\"note\" : \"Jo Bloggs owes it"),
                        NeedsSnapshot.class)))
                .hasSize(2)
                .noneMatch(text -> text.contains("Bloggs"));
    }

    @Test
    void whatWasWrittenBeforeThereWereDetailsIsReadAndStaysTheSame() {
        String old = """
                {
                  "answers" : {
                    "home.cold" : "YES"
                  },
                  "askedBy" : "asked-by:council-staff",
                  "grid" : "grid",
                  "gridVersion" : "1",
                  "resident" : "%s",
                  "takenOn" : "2026-11-23"
                }
                """.formatted(TOKEN);
        NeedsSnapshot snapshot = read(old, NeedsSnapshot.class).orElseThrow();
        assertThat(snapshot).isEqualTo(begin().with(grid(), "home.cold", Answer.YES));
        assertThat(LotiJson.write(snapshot)).isEqualTo(old);
    }

    @Test
    void whatDoesNotFitGridOrCodelistsIsToldWithoutBeingRepeated() {
        Set<ConceptRef> known = Set.of(STAFF, SEVERE);
        assertThat(cold(Answer.YES, AnswerDetail.NONE.withSeverity(SEVERE)).check(grid(), known::contains))
                .isEmpty();
        NeedsSnapshot odd = new NeedsSnapshot(
                aResident(),
                "grid",
                "1",
                DAY,
                ConceptRef.parse("asked-by:Jo-Bloggs"),
                null,
                Map.of("Jo-Bloggs-is-cold", Answer.YES),
                Map.of("Jo-Bloggs-is-cold", FULL));
        List<Finding> findings = odd.check(grid(), known::contains);
        assertThat(findings)
                .extracting(f -> f.code().name() + " " + f.where())
                .containsExactly(
                        "UNKNOWN_CONCEPT snapshot, askedBy",
                        "UNKNOWN_QUESTION snapshot, answer 1",
                        "UNKNOWN_CONCEPT snapshot, detail 1, inWhoseWords",
                        "UNKNOWN_CONCEPT snapshot, detail 1, askedBy",
                        "SEVERITY_OF_A_STRENGTH snapshot, detail 1");
        assertThat(findings.toString()).doesNotContain("Bloggs");
        NeedsSnapshot other = new NeedsSnapshot(aResident(), "grid", "2", LocalDate.EPOCH, STAFF, null, Map.of());
        assertThat(other.check(grid(), known::contains))
                .extracting(Finding::code)
                .containsExactly(NeedsSnapshot.Code.OTHER_GRID);
    }
}
