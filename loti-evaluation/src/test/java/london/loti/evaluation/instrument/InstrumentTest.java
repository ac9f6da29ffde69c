package london.loti.evaluation.instrument;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InstrumentTest {
    private static final double NONE = Double.NaN;

    private static final String GARDEN = """
            {"id": "garden_mood", "title": "Mood in the garden", "version": "1", "status": "VERIFIED",
             "sources": [{"id": "us", "title": "Our own questions", "publisher": "Exampleton", "date": "2026",
                          "licence": "OGL-UK-3.0"}],
             "gate": "FREE",
             "items": [{"id": "calm", "wording": "How calm are you?", "lowest": 0, "highest": 10},
                       {"id": "tense", "wording": "How tense are you?", "lowest": 0, "highest": 10, "reversed": true}],
             "scores": [{"id": "mood", "method": "MEAN", "items": ["calm", "tense"], "direction": "HIGHER_IS_BETTER"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void isReadFromAFileAndTurnsItemsRound() throws Exception {
        Instrument garden = read(GARDEN).orElseThrow();
        assertThat(garden.score(Map.of("calm", 8.0, "tense", 4.0)).score("mood").value())
                .isEqualTo(7); // (8 + (10 − 4)) / 2
        assertThat(garden.label("calm")).isEqualTo("How calm are you?");
    }

    @Test
    void comesBackTheSameFromJson() throws Exception {
        for (String id : InstrumentRegistry.bundled().ids()) {
            Instrument instrument = Samples.bundled(id);
            assertThat(read(LotiJson.write(instrument)).orElseThrow()).isEqualTo(instrument);
        }
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws Exception {
        Checked<Instrument> read = read(GARDEN.replace("\"FREE\"", "\"CITE\"")
                .replace("[\"calm\", \"tense\"]", "[\"calm\", \"tence\"]")
                .replace(
                        "\"scores\"",
                        "\"safeguarding\": [{\"id\": \"low\", \"item\": \"calm\", \"atLeast\": 11,"
                                + " \"action\": \"Ring.\"}], \"scores\""));
        assertThat(read.value()).isEmpty();
        assertThat(read.errors())
                .extracting(Finding::code)
                .map(Finding.Code::name)
                .containsExactlyInAnyOrder("NO_ACKNOWLEDGEMENT", "UNKNOWN_ITEM", "UNUSED_ITEM", "NEVER_RAISED");
        assertThat(read.errors()).anySatisfy(f -> assertThat(f.message()).contains("Maybe 'tense' is meant."));
    }

    @Test
    void refusesATableWithAHole() {
        Instrument swemwbs = Samples.bundled("swemwbs");
        String holed = LotiJson.write(swemwbs).replace("\"21\" : 19.25,\n", "");
        assertThat(holed).isNotEqualTo(LotiJson.write(swemwbs));
        assertThatThrownBy(() -> read(holed).orElseThrow())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("lacks 21");
    }

    @Test
    void refusesATableOfAnswersWithDecimalsAndNamesOfOtherColumns() throws Exception {
        String json = GARDEN.replace("\"MEAN\"", "\"SUM\", \"table\": {\"0\": 1}")
                .replace("\"reversed\"", "\"decimals\": true, \"reversed\"")
                .replace("\"calm\"", "\"mode\"");
        assertThat(read(json).errors())
                .extracting(Finding::code)
                .containsExactly(InstrumentProblem.RESERVED_ID, InstrumentProblem.TABLE_INCOMPLETE);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatThrownBy(() -> new Item("a", null, 1.0, null, List.of(), null, null, null))
                .hasMessageContaining("'lowest' and 'highest' or 'options'");
        assertThatThrownBy(() -> Item.of("a", null, 5, 1)).hasMessageContaining("below its 'highest'");
        assertThatThrownBy(() -> new MissingRule(0, false, Verification.VERIFIED))
                .hasMessageContaining("must be one or more, but was 0");
        assertThatThrownBy(() -> new Bands(
                        "1", Verification.VERIFIED, null, List.of(new Band("low", 5.0), new Band("high", 5.0))))
                .hasMessageContaining("number 2 does not fit");
    }

    @Test
    void rejectsAnswersThatAreNoneAndNamesEveryOne() {
        Instrument phq = Samples.bundled("phq_2");
        assertThatThrownBy(() -> phq.score(Map.of("q1", 4.0, "q2", 1.5, "q3", 1.0)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("phq_2, q1: an answer must be a whole number from 0 to 3, but is not")
                .hasMessageContaining("phq_2, q2: ")
                .hasMessageContaining("phq_2, q3: an answer must be to an item");
        assertThatThrownBy(() -> phq.score(1)).hasMessageContaining("as many as items, 2, but were 1");
    }

    @Test
    void raisesTheFlagOfItemNineThoughTheTotalIsMissing() {
        Scores scores = Samples.bundled("phq_9").score(0, NONE, 0, NONE, 0, 0, 0, NONE, 1);
        assertThat(scores.score("total").value()).isNaN();
        assertThat(scores.score("total").whyMissing()).isEqualTo("3 of 9 answers are missing, where none may be");
        assertThat(scores.flags()).extracting(SafeguardingRule::id).containsExactly("self_harm");
        assertThat(Samples.bundled("phq_9").score(3, 3, 3, 3, 3, 3, 3, 3, 0).flags())
                .isEmpty();
        assertThat(Samples.bundled("phq_9").score(3, 3, 3, 3, 3, 3, 3, 3, NONE).flags())
                .isEmpty();
    }

    @Test
    void proratesOnlyWhereTheManualAllows() {
        double[] answers = {4, 4, 4, NONE, NONE, 3, 3, 3, 3, 3, 4, 4, 4, 4}; // 43 over 12 items
        assertThat(Samples.bundled("wemwbs").score(answers).score("total").value())
                .isCloseTo(43.0 * 14 / 12, within(1e-12));
        assertThat(Samples.bundled("sus")
                        .score(3, 3, 3, 3, 3, 3, 3, 3, 3, NONE)
                        .score("total")
                        .value())
                .isNaN();
    }

    @Test
    void settlesAllAndAnyWhereTheGapCannotMatter() {
        Instrument foundation = Samples.bundled("eds_foundation");
        assertThat(foundation
                        .score(0, 1, NONE, 1, 1, 1, 1, 1)
                        .score("foundation")
                        .value())
                .isZero();
        assertThat(foundation
                        .score(1, 1, NONE, 1, 1, 1, 1, 1)
                        .score("foundation")
                        .value())
                .isNaN();
        double[] work = new double[20];
        work[0] = 1;
        work[4] = NONE; // the last of handling information; the other of it is 0
        assertThat(Samples.bundled("eds_work").score(work).score("skills_view").value())
                .isZero(); // other areas surely have none
        for (int first : new int[] {5, 7, 11}) {
            work[first] = 1;
        }
        assertThat(Samples.bundled("eds_work").score(work).score("skills_view").value())
                .isNaN();
        work[3] = 1;
        assertThat(Samples.bundled("eds_work").score(work).score("skills_view").value())
                .isEqualTo(1);
    }

    @Test
    void convertsEachPersonBeforeAveraging() {
        Instrument swemwbs = Samples.bundled("swemwbs");
        double low = swemwbs.score(1, 1, 1, 1, 1, 1, 1).score("metric").value();
        double high = swemwbs.score(5, 5, 5, 5, 5, 5, 5).score("metric").value();
        double middle = swemwbs.score(3, 3, 3, 3, 3, 3, 3).score("metric").value();
        assertThat((low + high) / 2).isEqualTo(21).isNotEqualTo(middle);
    }

    @Test
    void agreesWithTheUsabilityScalesOwnWordsForAnyAnswers() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            double[] answers = random.ints(10, 1, 6).asDoubleStream().toArray();
            double slow = 0;
            for (int i = 0; i < 10; i++) { // odd items less one, five less even items, times 2.5
                slow += 2.5 * (i % 2 == 0 ? answers[i] - 1 : 5 - answers[i]);
            }
            assertThat(Samples.bundled("sus").score(answers).score("total").value())
                    .isCloseTo(slow, within(1e-12));
        }
    }

    private Checked<Instrument> read(String json) throws Exception {
        return Instrument.read(Files.writeString(folder.resolve("own.json"), json));
    }
}
