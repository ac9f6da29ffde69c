package london.loti.evaluation.instrument;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetPromoterScoreTest {
    private final NetPromoterScore nps = NetPromoterScore.withDefaults();

    @Test
    void agreesWithRsArithmetic() {
        Effect effect = nps.estimate(60, 25, 15);
        Cases expected = Cases.of("nps");
        expected.check("nps", effect.headline().value());
        expected.check("se", effect.headline().standardError());
        expected.check(
                "moe95",
                effect.headline().interval().upper() - effect.headline().value());
    }

    @Test
    void sortsAnswersIntoTheThreeGroups() {
        Effect effect = nps.estimate(0, 6, 7, 8, 9, 10, Double.NaN);
        assertThat(effect.groups()).containsEntry("promoters", 2L).containsEntry("detractors", 2L);
        assertThat(effect.n()).isEqualTo(6);
        assertThat(effect.headline().value()).isZero();
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> nps.estimate(11.0, 9.0, 7.5))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("answers, line 1, recommend: an answer must be a whole number from 0 to 10")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> nps.estimate(Double.NaN)).hasMessageContaining("is of none");
        assertThatThrownBy(() -> nps.estimate(-1, 2, 3)).hasMessageContaining("not be negative");
        assertThatThrownBy(() -> nps.estimate(Long.MAX_VALUE, 1, 0)).hasMessageContaining("add up to 2147483647");
        assertThatThrownBy(() -> nps.estimate(Integer.MAX_VALUE, 1, 0)).hasMessageContaining("add up to 2147483647");
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect = nps.estimate(60, 25, 15);
        assertThat(effect.convention()).containsEntry("alternative", "two-sided");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
