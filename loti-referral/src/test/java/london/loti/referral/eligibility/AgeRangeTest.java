package london.loti.referral.eligibility;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgeRangeTest {
    private static BigDecimal age(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static AgeRange range(String minimum, String maximum) {
        return new AgeRange(age(minimum), age(maximum));
    }

    @Test
    void wholeHighestAgeTakesInTheWholeYearOfLife() {
        AgeRange young = range("16", "25");
        assertThat(young.contains(age("15.99"))).isFalse();
        assertThat(young.contains(age("16"))).isTrue();
        assertThat(young.contains(age("25.99"))).isTrue();
        assertThat(young.contains(age("26"))).isFalse();
        assertThat(range("", "25.0").contains(age("25.5"))).isTrue();
    }

    @Test
    void highestAgeWithAFractionIsMeantToTheDay() {
        assertThat(range("0", "4.5").contains(age("4.5"))).isTrue();
        assertThat(range("0", "4.5").contains(age("4.51"))).isFalse();
        assertThat(range("0.25", "").contains(age("0.24"))).isFalse();
    }

    @Test
    void missingBoundBesideAGivenOneDoesNotLimit() {
        assertThat(range("60", "").contains(age("104"))).isTrue();
        assertThat(range("", "4").contains(age("0"))).isTrue();
        assertThat(range("", "").isUnknown()).isTrue();
        assertThat(range("18", "16").isContradictory()).isTrue();
        assertThat(range("16", "25")).hasToString("16 to 25");
        assertThat(range("16", "")).hasToString("16 and over");
        assertThat(range("", "4.50")).hasToString("up to 4.5");
    }

    /** By hand, from how each reader words its comparison. */
    @Test
    void olderReadersContradictEachOther() {
        AgeRange service = range("16", "25");
        assertThat(found(service, "18", "20")).isEqualTo("-C O".replace(" ", ""));
        assertThat(found(service, "10", "30")).isEqualTo("D-O");
        assertThat(found(service, "20", "30")).isEqualTo("--O");
        assertThat(found(service, "30", "40")).isEqualTo("---");
        assertThat(found(service, "16", "25")).isEqualTo("DCO");
        AgeRange openEnd = range("16", "");
        assertThat(found(openEnd, "18", "20")).isEqualTo("--O");
        assertThat(found(openEnd, "10", "")).isEqualTo("D-O");
        assertThat(found(range("", ""), "18", "20")).isEqualTo("--O");
    }

    private static String found(AgeRange service, String minimum, String maximum) {
        AgeRange asked = range(minimum, maximum);
        return (LegacyAges.AS_DOCUMENTED.finds(service, asked) ? "D" : "-")
                + (LegacyAges.CONTAINED.finds(service, asked) ? "C" : "-")
                + (LegacyAges.OVERLAP.finds(service, asked) ? "O" : "-");
    }
}
