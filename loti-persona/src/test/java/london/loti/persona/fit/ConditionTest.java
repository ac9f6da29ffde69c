package london.loti.persona.fit;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConditionTest {
    private static final Attribute DEVICE = Attribute.builder("device", AttributeKind.NOMINAL)
            .levels("none", "smartphone", "laptop")
            .build();
    private static final Attribute AGE =
            Attribute.builder("age", AttributeKind.INTERVAL).range(16, 110).build();

    @Test
    void isMetByItsLevelsOnly() {
        var met = Condition.is("device", "smartphone", "none").on(DEVICE);
        assertThat(met.test(0)).isTrue();
        assertThat(met.test(1)).isTrue();
        assertThat(met.test(2)).isFalse();
        assertThat(met.test(Double.NaN)).isFalse();
    }

    @Test
    void isMetByItsBandWithBothEnds() {
        var met = Condition.between("age", 65, 74).on(AGE);
        assertThat(met.test(65)).isTrue();
        assertThat(met.test(74)).isTrue();
        assertThat(met.test(64.9)).isFalse();
        assertThat(met.test(Double.NaN)).isFalse();
        assertThat(Condition.atLeast("age", 65).on(AGE).test(110)).isTrue();
        assertThat(Condition.atMost("age", 65).on(AGE).test(65.5)).isFalse();
        assertThat(Condition.atMost("age", 65).on(AGE).test(Double.NaN)).isFalse();
    }

    @Test
    void orderOfLevelsDoesNotMatter() {
        assertThat(Condition.is("device", "none", "laptop"))
                .isEqualTo(Condition.is("device", "laptop", "none", "none"));
    }

    @Test
    void saysItInWords() {
        assertThat(Condition.is("device", "smartphone", "none").words()).isEqualTo("device is none or smartphone");
        assertThat(Condition.between("age", 65, 74.5).words()).isEqualTo("age is 65 to 74.5");
        assertThat(Condition.atLeast("age", 65).words()).isEqualTo("age is 65 or more");
        assertThat(Condition.atMost("age", 24).words()).isEqualTo("age is 24 or less");
    }

    @Test
    void refusesWhatSaysNothingOrTwoThings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.is("device"))
                .withMessageContaining("either 'levels' or a band")
                .withMessageContaining("has neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition("age", List.of("old"), 65.0, null))
                .withMessageContaining("has both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.between("age", 70, 60))
                .withMessageContaining("not above its 'high'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.atLeast("age", Double.NaN))
                .withMessageContaining("must be a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.is(" ", "none"))
                .withMessageContaining("needs an 'attribute'");
    }

    @Test
    void refusesAnAttributeThatItDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.atLeast("age", 65).on(DEVICE))
                .withMessage("the condition must be about 'device', but is about 'age'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.is("age", "old").on(AGE))
                .withMessageContaining("must be a band, because it is an interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.atLeast("device", 1).on(DEVICE))
                .withMessageContaining("must be levels, because it is no interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.is("device", "smartfone").on(DEVICE))
                .withMessageContaining("must be one of [none, smartphone, laptop]")
                .withMessageContaining("Maybe 'smartphone' is meant.");
    }
}
