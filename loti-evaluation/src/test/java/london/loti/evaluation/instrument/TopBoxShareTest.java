package london.loti.evaluation.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    void countsAnswersAndNotTheirPoints() {
        Item quarters = scored(0, 25, 50, 75, 100);
        assertThat(TopBoxShare.of(quarters, 2)
                        .estimate(1, 2, 3, 4, 5, 4)
                        .headline()
                        .value())
                .isEqualTo(.5); // 75, 100 and 75 of six
        Item alike = scored(0, 1, 1);
        assertThat(TopBoxShare.of(alike, 1).estimate(1, 2, 3, 1).headline().value())
                .isEqualTo(.5); // two answers that are scored alike are one box
        assertThatThrownBy(() -> TopBoxShare.of(alike, 2)).hasMessageContaining("leave an answer");
    }

    @Test
    void countsTheLowestCodesWhereAReversedItemSkipsSome() {
        Item skips = new Item(
                "trouble",
                null,
                null,
                null,
                List.of(
                        new AnswerOption(1, "none", null),
                        new AnswerOption(2, "some", null),
                        new AnswerOption(5, "much", null)),
                true,
                null,
                null);
        assertThat(TopBoxShare.of(skips, 2).estimate(1, 2, 5, 5).headline().value())
                .isEqualTo(.5);
    }

    private static Item scored(int... points) {
        List<AnswerOption> options = IntStream.range(0, points.length)
                .mapToObj(i -> new AnswerOption(i + 1, "answer " + i, points[i]))
                .toList();
        return new Item("satisfied", null, null, null, options, null, null, null);
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
        Item level = new Item("level", null, 0.0, 100.0, List.of(), null, true, null);
        assertThatThrownBy(() -> TopBoxShare.of(level, 1)).hasMessageContaining("has decimals");
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect = TopBoxShare.withDefaults().estimate(1, 5);
        assertThat(effect.convention()).containsEntry("alternative", "two-sided");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
