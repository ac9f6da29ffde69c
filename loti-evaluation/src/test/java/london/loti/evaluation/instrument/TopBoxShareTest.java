package london.loti.evaluation.instrument;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TopBoxShareTest {
    @Test
    void countsTheTwoBestOfFive() {
        Effect effect = TopBoxShare.withDefaults().estimate(1, 2, 3, 4, 5, 5, 4, 4, Double.NaN, 4, 4);
        assertThat(effect.n()).isEqualTo(10);
        assertThat(effect.headline().value()).isEqualTo(.7);
        // scipy.stats.binomtest(7, 10).proportion_ci(method='wilson')
        assertThat(effect.headline().interval().lower()).isCloseTo(0.39677814746114526, within(1e-9));
        assertThat(effect.headline().interval().upper()).isCloseTo(0.892208732593699, within(1e-9));
    }

    @Test
    void countsTheLowestOfAReversedItem() {
        Item reversed = new Item("trouble", null, 1.0, 5.0, List.of(), true, null, null);
        assertThat(TopBoxShare.of(reversed, 1).estimate(1, 1, 2, 5).headline().value())
                .isEqualTo(.5);
    }

    @Test
    void keepsTheIntervalWithinNoughtAndOne() {
        double[] tenOnes = new double[10];
        double[] tenFives = new double[10];
        Arrays.fill(tenOnes, 1);
        Arrays.fill(tenFives, 5);
        Estimate none = TopBoxShare.withDefaults().estimate(tenOnes).headline();
        Estimate all = TopBoxShare.withDefaults().estimate(tenFives).headline();
        assertThat(none.interval().lower()).isZero();
        assertThat(all.interval().upper()).isEqualTo(1);
        assertThat(all.interval().lower()).isCloseTo(1 - none.interval().upper(), within(1e-12));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> TopBoxShare.withDefaults().estimate(6)).isInstanceOf(FindingsException.class);
        assertThatThrownBy(() -> TopBoxShare.withDefaults().estimate()).hasMessageContaining("is of none");
        assertThatThrownBy(() -> TopBoxShare.of(Item.of("a", null, 1, 5), 5)).hasMessageContaining("leave an answer");
    }
}
