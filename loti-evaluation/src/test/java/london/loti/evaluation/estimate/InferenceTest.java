package london.loti.evaluation.estimate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InferenceTest {
    /** R: 2 * pt(-2, 10) = 0.0733880; qt(0.975, 10) = 2.2281389; qt(0.95, 10) = 1.8124611. */
    @Test
    void studentsTestAndIntervalAreThoseOfR() {
        Estimate both = Inference.usual().student("change", 4, 2, 10);
        assertThat(both.statistic()).isEqualTo(2);
        assertThat(both.degreesOfFreedom()).isEqualTo(10);
        assertThat(both.pValue()).isCloseTo(0.0733880, within(1e-7));
        assertThat(both.interval().upper()).isCloseTo(4 + 2 * 2.2281389, within(1e-6));
        Estimate above = Inference.usual().withAlternative(Alternative.GREATER).student("change", 4, 2, 10);
        assertThat(above.pValue()).isCloseTo(0.0733880 / 2, within(1e-7));
        assertThat(above.interval().lower()).isCloseTo(4 - 2 * 1.8124611, within(1e-6));
        assertThat(above.interval().upper()).isInfinite();
        Estimate below = Inference.usual().withAlternative(Alternative.LESS).student("change", 4, 2, 10);
        assertThat(below.pValue()).isCloseTo(1 - above.pValue(), within(1e-12));
    }

    @Test
    void aValueUnderTestMovesTheTestAndNotTheInterval() {
        Estimate moved = Inference.usual().against(4).normal("change", 4, 2);
        assertThat(moved.pValue()).isEqualTo(1);
        assertThat(moved.interval())
                .isEqualTo(Inference.usual().normal("change", 4, 2).interval());
        assertThat(moved.degreesOfFreedom()).isNaN();
    }

    @Test
    void withoutAnErrorThereIsNeitherTestNorInterval() {
        for (double error : new double[] {0, Double.NaN}) {
            Estimate estimate = Inference.usual().student("change", 4, error, 10);
            assertThat(estimate.interval()).isNull();
            assertThat(estimate.pValue()).isNaN();
        }
    }

    @Test
    void anEffectTellsWhatWasAsked() {
        Effect usual = Effect.builder("m", 3)
                .asked(Inference.usual())
                .estimate(Estimate.of("change", 1))
                .build();
        assertThat(usual.convention()).containsEntry("alternative", "two-sided").doesNotContainKey("under test");
        Effect asked = Effect.builder("m", 3)
                .asked(Inference.usual().withAlternative(Alternative.LESS).against(0.5))
                .estimate(Estimate.of("change", 1))
                .build();
        assertThat(asked.convention()).containsEntry("alternative", "less").containsEntry("under test", "0.5");
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        assertThatThrownBy(() -> Inference.usual().withLevel(1)).hasMessageContaining("level");
        assertThatThrownBy(() -> Inference.usual().against(Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new Interval(2, 1, 0.95)).hasMessageContaining("must not be above its upper end");
        assertThatThrownBy(() -> Estimate.of("x", 1).withTest(1, 1, 1.5)).hasMessageContaining("p value");
        assertThatThrownBy(() -> Effect.builder("m", 1).build()).hasMessageContaining("must have an estimate");
        assertThatThrownBy(() ->
                        Effect.builder("m", -1).estimate(Estimate.of("x", 1)).build())
                .hasMessageContaining("must not be negative");
        Effect effect = Effect.builder("m", 1).estimate(Estimate.of("x", 1)).build();
        assertThatThrownBy(() -> effect.estimate("y")).hasMessageContaining("but has [x]");
    }
}
