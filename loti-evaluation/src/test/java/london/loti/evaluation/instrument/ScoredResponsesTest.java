package london.loti.evaluation.instrument;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ScoredResponsesTest {
    private static final String PHQ = """
            person,wave,q1,q2,q3,q4,q5,q6,q7,q8,q9
            t1,pre,2,2,2,2,1,1,0,0,0
            t2,pre,1,,1,1,1,1,1,1,2
            =t3,pre,1,1,1,1,1,1,1,1,0
            t2,post,1,1,1,1,0,0,0,0,0
            t1,post,1,1,1,1,0,0,0,0,0
            """;

    private final ScoredResponses scored = Samples.read(ResponseReader.of(Samples.bundled("phq_9")), PHQ)
            .orElseThrow()
            .score();

    @Test
    void writesTidyRowsThatKeepTheFlagWhereTheScoreIsMissing() {
        assertThat(scored.toCsv().lines())
                .containsExactly(
                        "person,wave,instrument,version,score,value,band,flag",
                        "t1,pre,phq_9,2026-11,total,10,moderate,",
                        "t2,pre,phq_9,2026-11,total,,,self_harm",
                        "'=t3,pre,phq_9,2026-11,total,8,mild,",
                        "t2,post,phq_9,2026-11,total,4,none,",
                        "t1,post,phq_9,2026-11,total,4,none,");
        assertThat(scored.flaggedRows()).containsExactly(1);
    }

    @Test
    void pairsThePeopleWhoHaveBothWaves() {
        PairedScores pair = scored.pair("total", "pre", "post");
        assertThat(pair.size()).isEqualTo(1);
        assertThat(pair.before()).containsExactly(10);
        assertThat(pair.after()).containsExactly(4);
        assertThat(pair.change()).containsExactly(-6);
        assertThat(scored.values("total", "pre")).containsExactly(10, Double.NaN, 8);
        assertThatThrownBy(() -> scored.pair("total", "pre", "later"))
                .hasMessageContaining("one of the 2 that the responses are in");
        assertThatThrownBy(() -> scored.values("sum")).hasMessageContaining("one of [total], but was 'sum'");
    }

    @Test
    void handsOutCopies() {
        scored.values("total")[0] = 99;
        scored.responses().answers("q1")[0] = 99;
        assertThat(scored.values("total")[0]).isEqualTo(10);
        assertThat(scored.responses().answers("q1")[0]).isEqualTo(2);
    }

    @Test
    void turnsItemsRoundForReliability() {
        Responses sus = Samples.read(
                        ResponseReader.of(Samples.bundled("sus")),
                        "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\n5,1,5,1,5,1,5,1,5,\n")
                .orElseThrow();
        assertThat(sus.coded("q1")).containsExactly(5);
        assertThat(sus.coded("q2")).containsExactly(5);
        assertThat(sus.coded("q10")).containsExactly(Double.NaN);
    }

    @Test
    void findsTheShiftOfTheYardstickInTraining() {
        String csv = """
                person,wave,conversation,device,safety,offers,refer,conversation_then,device_then,safety_then,offers_then,refer_then
                s1,before,4,4,4,4,4,,,,,
                s1,after,4,4,5,5,4,2,2,3,2,2
                s2,before,3,3,3,3,3,,,,,
                s3,after,5,5,5,5,5,1,1,1,1,1
                """;
        ScoredResponses staff = Samples.read(ResponseReader.of(Samples.bundled("staff_confidence")), csv)
                .orElseThrow()
                .score();
        ResponseShift shift = StaffConfidence.responseShift(staff, "before", "after");
        assertThat(shift.size()).isEqualTo(1);
        assertThat(shift.shift().change()[0]).isCloseTo(2.2 - 4, within(1e-12));
        assertThat(shift.change().change()[0]).isCloseTo(4.4 - 4, within(1e-12));
        assertThat(shift.retrospectiveChange().change()[0]).isCloseTo(4.4 - 2.2, within(1e-12));
    }
}
