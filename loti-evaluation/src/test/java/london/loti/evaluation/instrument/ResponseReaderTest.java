package london.loti.evaluation.instrument;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResponseReaderTest {
    private final ResponseReader phq = ResponseReader.of(Samples.bundled("phq_2"));

    @Test
    void readsCodesAndWords() {
        Responses responses = Samples.read(
                        ResponseReader.of(Samples.bundled("ucla_3")).withMissing("Prefer not to say"), """
                        person,wave,date,mode,companionship,left_out,isolated
                        t1,pre,2026-01-12,telephone,Often,2,some of the time
                        t1,post,2026-04-20,,1,NA,Prefer not to say
                        """)
                .orElseThrow();
        assertThat(responses.answers("companionship")).containsExactly(3, 1);
        assertThat(responses.answers("isolated")).containsExactly(2, Double.NaN);
        assertThat(responses.waves()).containsExactly("pre", "post");
        assertThat(responses.date(1)).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(responses.mode(0)).isEqualTo("telephone");
        assertThat(responses.mode(1)).isNull();
        assertThat(responses).hasToString("responses to ucla_3: 2 rows in 2 waves");
    }

    @Test
    void readsColumnsOfOtherNamesAndFilesWithoutPeople() {
        Responses responses = Samples.read(
                        phq.withColumn("q1", "Little interest (0-3)").withColumn("q2", "Feeling down (0-3)"),
                        "Little interest (0-3),Feeling down (0-3),Comments\n1,2,hello\n0,0,\n")
                .orElseThrow();
        assertThat(responses.score().values("total")).containsExactly(3, 0);
        assertThat(responses.waves()).containsExactly(ResponseReader.ONLY_WAVE);
        assertThat(responses.person(0)).isNotEqualTo(responses.person(1));
        assertThatThrownBy(() -> phq.withColumn("q7", "x")).hasMessageContaining("one of [q1, q2], but was 'q7'");
    }

    @Test
    void tellsEveryProblemWithItsLineAndNobodysToken() {
        Checked<Responses> read = Samples.read(phq, """
                person,wave,date,q1,q2
                secret1,1,2026-01-12,4,2
                secret1,2,2026-01-01,1,1
                secret1,2,2026-03-01,1,1.5
                secret2,1,12/01/2026,ouch,1
                ,1,2026-01-01,1,1
                """);
        assertThat(read.value()).isEmpty();
        assertThat(read.findings())
                .extracting(f -> f.where().line() + " " + f.where().column() + " "
                        + f.code().name())
                .containsExactlyInAnyOrder(
                        "2 q1 NOT_AN_ANSWER",
                        "4 q2 NOT_AN_ANSWER",
                        "5 date NOT_A_DATE",
                        "5 q1 NOT_AN_ANSWER",
                        "6 person BLANK",
                        "3 date DATES_OUT_OF_ORDER",
                        "4 wave DUPLICATE_WAVE");
        assertThat(read.findings())
                .extracting(Finding::message)
                .noneMatch(m -> m.contains("secret") || m.contains("ouch"));
    }

    @Test
    void saysWhereAPersonComesTwiceInAFileWithoutWaves() {
        assertThat(Samples.read(phq, "person,q1,q2\nt1,1,1\nt1,1,1\n").errors())
                .extracting(Finding::message)
                .containsExactly("a person must come once in a wave, but came in line 2 already"
                        + "\nMaybe tell waves apart in a column 'wave'.");
    }

    @Test
    void warnsOfWavesThatAreTooClose() {
        Checked<Responses> read = Samples.read(
                phq, "person,wave,date,q1,q2\nt1,10,2026-01-20,1,1\nt1,9,2026-01-12,1,1\nt1,11,2026-02-03,1,1\n");
        assertThat(read.orElseThrow().waves()).containsExactly("9", "10", "11"); // as numbers, not as texts
        assertThat(read.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(ResponseProblem.WAVES_TOO_CLOSE);
            assertThat(f.where().line()).isEqualTo(2);
            assertThat(f.message()).contains("14 days or more apart, but this comes 8 days after that in line 3");
        });
    }

    @Test
    void knowsTheWavesThatItIsTold() {
        String csv = "person,wave,date,q1,q2\nt1,post,2026-04-01,1,1\nt1,pre,2026-01-12,1,1\n";
        assertThat(Samples.read(phq.withWaves("pre", "post"), csv).findings()).isEmpty();
        assertThat(Samples.read(phq, csv).errors())
                .extracting(Finding::code)
                .containsExactly(ResponseProblem.DATES_OUT_OF_ORDER);
        assertThat(Samples.read(phq.withWaves("pre"), csv).errors())
                .extracting(Finding::message)
                .containsExactly("a wave must be one of [pre], but is not");
    }

    @Test
    void warnsOfAnItemWithoutAColumnAndRefusesAFileWithoutAny() {
        Checked<Responses> one = Samples.read(phq, "person,q1,q_2\nt1,1,1\n");
        assertThat(one.orElseThrow().score().values("total")).containsExactly(Double.NaN);
        assertThat(one.findings())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.message()).contains("has no column").contains("Maybe 'q_2' is meant."));
        assertThat(Samples.read(phq, "person,a\nt1,1\n").errors())
                .extracting(Finding::code)
                .containsExactly(ResponseProblem.NO_ITEM_COLUMN);
        assertThat(Samples.read(phq.withColumn("q1", "A"), "person,q1,q2\nt1,1,1\n")
                        .errors())
                .extracting(f -> f.code().name())
                .containsExactly("UNKNOWN_COLUMN");
    }

    @Test
    void doesNotTakeOtherTextsForNumbers() {
        for (String text : new String[] {"1d", "0x1", "1e0", "+1", "NaN", "١", "1,0"}) {
            assertThat(Samples.read(phq, "q1,q2\n\"" + text + "\",1\n").errors())
                    .as(text)
                    .extracting(Finding::code)
                    .containsExactly(ResponseProblem.NOT_AN_ANSWER);
        }
    }

    @Test
    void importsAScoreWithDecimals() {
        Responses pam = Samples.read(
                        ResponseReader.of(Samples.bundled("pam")), "person,activation,level\nt1,56.4,3\nt2,,\n")
                .orElseThrow();
        assertThat(pam.score().values("activation")).containsExactly(56.4, Double.NaN);
    }
}
