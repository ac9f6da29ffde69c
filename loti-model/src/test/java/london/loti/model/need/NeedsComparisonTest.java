package london.loti.model.need;

import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import london.loti.model.need.NeedsComparison.Change;

import static london.loti.model.need.Samples.DAY;
import static london.loti.model.need.Samples.aResident;
import static london.loti.model.need.Samples.another;
import static london.loti.model.need.Samples.concept;
import static london.loti.model.need.Samples.grid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NeedsComparisonTest {
    private static final List<Answer> ANSWERS = List.of(Answer.values());
    private static final ConceptRef STAFF = ConceptRef.parse("asked-by:council-staff");
    private static final List<String> LEVELS = List.of("low", "moderate", "severe", "crisis");
    private static final Codelist SEVERITY = new Codelist(
            "severity",
            "1",
            "Title",
            "Description",
            "2026-11-23",
            Samples.SOURCE,
            true,
            LEVELS.stream().map(Samples::concept).toList());

    private static NeedsSnapshot begin() {
        return NeedsSnapshot.begin(aResident(), grid(), DAY, STAFF);
    }

    private static NeedsSnapshot with(NeedsSnapshot snapshot, String code, Answer answer, @Nullable String severity) {
        AnswerDetail detail = severity == null
                ? AnswerDetail.NONE
                : AnswerDetail.NONE.withSeverity(new ConceptRef("severity", severity));
        return snapshot.with(grid(), code, answer, detail);
    }

    private static NeedsComparison compare(NeedsSnapshot earlier, NeedsSnapshot later) {
        return NeedsComparison.of(earlier, later, grid(), SEVERITY);
    }

    private static Change only(NeedsComparison comparison, String code) {
        return comparison.changes().stream()
                .filter(change -> change.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    // every pair of answers, decided by hand: need, then strength
    @ParameterizedTest
    @CsvSource({
        "YES, YES, PERSISTING, KEPT",
        "YES, NO, RESOLVED, LOST",
        "YES, UNKNOWN, NO_LONGER_KNOWN, NO_LONGER_KNOWN",
        "YES, NOT_ASKED, NO_LONGER_KNOWN, NO_LONGER_KNOWN",
        "NO, YES, NEW, GAINED",
        "NO, NO, STILL_ABSENT, STILL_ABSENT",
        "NO, UNKNOWN, ABSENCE_NO_LONGER_KNOWN, ABSENCE_NO_LONGER_KNOWN",
        "NO, NOT_ASKED, ABSENCE_NO_LONGER_KNOWN, ABSENCE_NO_LONGER_KNOWN",
        "UNKNOWN, YES, FIRST_KNOWN, FIRST_KNOWN",
        "UNKNOWN, NO, FOUND_ABSENT, FOUND_ABSENT",
        "UNKNOWN, UNKNOWN, STILL_UNKNOWN, STILL_UNKNOWN",
        "UNKNOWN, NOT_ASKED, STILL_UNKNOWN, STILL_UNKNOWN",
        "NOT_ASKED, YES, FIRST_KNOWN, FIRST_KNOWN",
        "NOT_ASKED, NO, FOUND_ABSENT, FOUND_ABSENT",
        "NOT_ASKED, UNKNOWN, STILL_UNKNOWN, STILL_UNKNOWN",
        "NOT_ASKED, NOT_ASKED, STILL_UNKNOWN, STILL_UNKNOWN"
    })
    void everyPairOfAnswersIsDecided(Answer before, Answer now, NeedChange need, NeedChange strength) {
        NeedsComparison comparison = compare(
                begin().with(grid(), "home.cold", before).with(grid(), "money.job", before),
                begin().with(grid(), "home.cold", now).with(grid(), "money.job", now));
        assertThat(only(comparison, "home.cold").change()).isEqualTo(need);
        assertThat(only(comparison, "money.job").change()).isEqualTo(strength);
        assertThat(need.isKnownBothTimes()).isEqualTo(before.isKnown() && now.isKnown());
    }

    // every pair of levels, and of a level that nobody said
    @Test
    void severityTellsWorseFromBetterWhereItIsKnownOfBothTimes() {
        for (int i = -1; i < LEVELS.size(); i++) {
            for (int j = -1; j < LEVELS.size(); j++) {
                String before = i < 0 ? null : LEVELS.get(i);
                String now = j < 0 ? null : LEVELS.get(j);
                NeedChange expected =
                        i < 0 || j < 0 || i == j ? NeedChange.PERSISTING : i < j ? NeedChange.WORSE : NeedChange.BETTER;
                Change change = only(
                        compare(
                                with(begin(), "home.cold", Answer.YES, before),
                                with(begin(), "home.cold", Answer.YES, now)),
                        "home.cold");
                assertThat(change.change()).as("%s to %s", before, now).isEqualTo(expected);
            }
        }
    }

    @Test
    void saysItInPlainWordsAndInTheOrderOfTheConversation() {
        NeedsSnapshot first = with(begin(), "home.temporary", Answer.YES, "low");
        first = with(first, "money.arrears", Answer.YES, "severe");
        NeedsSnapshot second = with(begin(), "home.temporary", Answer.YES, "severe");
        second = with(second, "home.cold", Answer.YES, "moderate").with(grid(), "money.job", Answer.YES);
        assertThat(compare(first, second).changes())
                .extracting(Change::words)
                .containsExactly(
                        "Label of money.job is known for the first time; it may have been there before.",
                        "Label of money.arrears was there before; whether it still is, is not known (was Label of"
                                + " severe).",
                        "Label of home.cold is known for the first time; it may have been there before (Label of"
                                + " moderate).",
                        "Label of home.temporary got worse (from Label of low to Label of severe).");
        assertThat(compare(first, second).in(NeedChange.WORSE))
                .extracting(Change::code)
                .containsExactly("home.temporary");
    }

    @Test
    void mirroringTwiceChangesNothing() {
        for (NeedChange change : NeedChange.values()) {
            assertThat(change.mirrored().mirrored()).isEqualTo(change);
            assertThat(change.words()).isNotBlank();
        }
    }

    @Test
    void theOtherWayRoundEveryChangeIsMirrored() {
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            NeedsSnapshot a = random(random);
            NeedsSnapshot b = random(random);
            List<Change> there = compare(a, b).changes();
            List<Change> back = compare(b, a).changes();
            assertThat(back).hasSameSizeAs(there).hasSize(4);
            for (int i = 0; i < there.size(); i++) {
                Change mirrored = back.get(i);
                assertThat(there.get(i))
                        .as("seed %d", seed)
                        .isEqualTo(new Change(
                                mirrored.code(),
                                mirrored.label(),
                                mirrored.need(),
                                mirrored.change().mirrored(),
                                /* severityBefore= */ mirrored.severityNow(),
                                /* severityNow= */ mirrored.severityBefore()));
            }
        }
    }

    @Test
    void withItselfNothingChanges() {
        for (long seed = 0; seed < 500; seed++) {
            NeedsSnapshot snapshot = random(new SplittableRandom(seed));
            assertThat(compare(snapshot, snapshot).changes())
                    .as("seed %d", seed)
                    .allMatch(change -> change.change() == change.change().mirrored());
        }
    }

    @Test
    void theOrderOfAnsweringDoesNotMatter() {
        NeedsSnapshot one = with(begin(), "home.cold", Answer.YES, "low").with(grid(), "home.temporary", Answer.NO);
        NeedsSnapshot other = with(begin().with(grid(), "home.temporary", Answer.NO), "home.cold", Answer.YES, "low");
        assertThat(compare(begin(), one)).isEqualTo(compare(begin(), other));
    }

    private static NeedsSnapshot random(SplittableRandom random) {
        NeedsSnapshot snapshot = begin();
        for (NeedsGrid.Group group : grid().groups()) {
            for (Concept strength : group.strengths()) {
                snapshot = snapshot.with(grid(), strength.code(), ANSWERS.get(random.nextInt(4)));
            }
            for (Concept need : group.needs()) {
                Answer answer = ANSWERS.get(random.nextInt(4));
                int level = random.nextInt(-1, LEVELS.size());
                snapshot = with(
                        snapshot, need.code(), answer, answer == Answer.YES && level >= 0 ? LEVELS.get(level) : null);
            }
        }
        return snapshot;
    }

    @Test
    void refusesWhatCannotBeComparedWithoutSayingWhatWasAnswered() {
        NeedsSnapshot cold = with(begin(), "home.cold", Answer.YES, "low");
        NeedsSnapshot theirs = NeedsSnapshot.begin(another(), grid(), DAY, STAFF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(cold, theirs))
                .withMessage("a comparison must be of one resident's answers, but is of two residents'");
        NeedsSnapshot before = NeedsSnapshot.begin(aResident(), grid(), DAY.minusDays(1), STAFF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(cold, before))
                .withMessageContaining("from the earlier conversation to the later");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedsComparison.of(cold, cold, grid("2"), SEVERITY))
                .withMessageContaining("with its own grid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeedsComparison.of(cold, cold, grid(), Samples.codelist("x", concept("low"))))
                .withMessageContaining("must be an ordered codelist");
        for (String level : List.of("severity:dreadful", "barriers:low")) {
            NeedsSnapshot odd = begin().with(
                            grid(), "home.cold", Answer.YES, AnswerDetail.NONE.withSeverity(ConceptRef.parse(level)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> compare(odd, odd))
                    .withMessage("a severity must be a level of codelist severity, but one is not");
        }
    }
}
