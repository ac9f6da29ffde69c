package london.loti.model.need;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NeedsSnapshotTest {
    private static final ConceptRef STAFF = ConceptRef.parse("asked-by:council-staff");

    private static NeedsSnapshot begin() {
        return NeedsSnapshot.begin(aResident(), grid(), DAY, STAFF);
    }

    @Test
    void unknownIsNotNo() {
        NeedsSnapshot snapshot =
                begin().with(grid(), "money.arrears", Answer.UNKNOWN).with(grid(), "home.cold", Answer.NO);
        assertThat(snapshot.answer("money.arrears")).isEqualTo(Answer.UNKNOWN);
        assertThat(snapshot.answer("home.cold")).isEqualTo(Answer.NO);
        assertThat(snapshot.answer("home.temporary")).isEqualTo(Answer.NOT_ASKED);
        assertThat(snapshot.needs(grid())).isEmpty();
        assertThat(Answer.values()).filteredOn(Answer::isKnown).containsExactly(Answer.YES, Answer.NO);
    }

    @Test
    void namesNeedsAndStrengthsInTheOrderOfTheConversation() {
        NeedsSnapshot snapshot = begin().with(grid(), "home.temporary", Answer.YES)
                .with(grid(), "money.arrears", Answer.YES)
                .with(grid(), "money.job", Answer.YES);
        assertThat(snapshot.needs(grid())).containsExactly("money.arrears", "home.temporary");
        assertThat(snapshot.strengths(grid())).containsExactly("money.job");
    }

    @Test
    void aLaterAnswerTakesTheEarlierOnesPlaceInACopy() {
        NeedsSnapshot first = begin().with(grid(), "home.cold", Answer.YES);
        NeedsSnapshot second = first.with(grid(), "home.cold", Answer.NO);
        assertThat(first.answer("home.cold")).isEqualTo(Answer.YES);
        assertThat(second.answer("home.cold")).isEqualTo(Answer.NO);
        assertThatThrownBy(() -> second.answers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isReadWithItsOwnGridOnly() {
        NeedsGrid newer = grid("2", grid().groups().get(0));
        NeedsSnapshot snapshot = begin();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.needs(newer))
                .withMessage("a snapshot must be read with its own grid, grid 1, but was given grid 2");
        assertThatIllegalArgumentException().isThrownBy(() -> snapshot.strengths(newer));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.with(newer, "money.arrears", Answer.YES))
                .withMessageContaining("with its own grid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.with(grid(), "home", Answer.YES))
                .withMessage("an answer must be to a question of grid grid, but is to none");
    }

    @Test
    @SuppressWarnings("NullAway") // a document may hold it
    void everyAnswerIsThereAndItsQuestionIsACode() {
        Map<String, Answer> gap = new HashMap<>();
        gap.put("home.cold", null);
        assertThatNullPointerException()
                .isThrownBy(() -> new NeedsSnapshot(aResident(), "grid", "1", DAY, STAFF, null, gap))
                .withMessage("a question needs an answer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedsSnapshot(
                        aResident(), "grid", "1", DAY, STAFF, null, Map.of("Jo Bloggs is cold", Answer.YES)))
                .withMessageContaining("a question's 'code' must be")
                .withMessageNotContaining("Bloggs");
    }

    @Test
    void saysNothingAboutWhomOrWhat() {
        assertThat(begin().with(grid(), "home.cold", Answer.YES)).hasToString("NeedsSnapshot[redacted, 1 answers]");
    }

    @Test
    void readsBackFromJson() {
        NeedsSnapshot snapshot = new NeedsSnapshot(
                aResident(),
                "grid",
                "1",
                LocalDate.of(2026, 2, 28),
                STAFF,
                ConceptRef.parse("interventions:device-loan"),
                Map.of("home.cold", Answer.YES, "money.job", Answer.UNKNOWN));
        String json = LotiJson.write(snapshot);
        assertThat(json)
                .contains(
                        "\"askedBy\" : \"asked-by:council-staff\"",
                        "\"resident\" : \"" + TOKEN + "\"",
                        "\"takenOn\" : \"2026-02-28\"");
        assertThat(read(json, NeedsSnapshot.class).orElseThrow()).isEqualTo(snapshot);
        NeedsSnapshot bare = begin();
        assertThat(read(LotiJson.write(bare), NeedsSnapshot.class).orElseThrow())
                .isEqualTo(bare);
        assertThat(told(read(
                        json.replace("2026-02-28", "2026-02-30").replace(TOKEN, "9434765919"), NeedsSnapshot.class)))
                .hasSize(2)
                .noneMatch(text -> text.contains("9434765919"));
    }
}
