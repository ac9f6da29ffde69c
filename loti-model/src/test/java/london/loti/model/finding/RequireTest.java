package london.loti.model.finding;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class RequireTest {
    @Test
    void aTextMustSaySomething() {
        assertThat(Require.text("x", "unused")).isEqualTo("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Require.text(null, "it needs a 'title'"))
                .withMessage("it needs a 'title'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.text(" \t", "it needs a 'title'"))
                .withMessage("it needs a 'title'");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "x")
    void aTextThatMayBeAbsentIsNotBlank(@Nullable String text) {
        assertThatCode(() -> Require.optionalText(text, "unused")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.optionalText("", "it must not be blank"))
                .withMessage("it must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23 November 2026", "2026-02-30", "2026-11-23T00:00", "20261123"})
    void aDayIsADayOfTheCalendar(String text) {
        assertThatCode(() -> Require.date("2024-02-29", "unused")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.date(text, "it must be a day"))
                .withMessage("it must be a day");
    }

    @Test
    @SuppressWarnings("NullAway") // a document may leave it out
    void aDayThatIsAbsentIsToldInTheSameWords() {
        assertThatNullPointerException()
                .isThrownBy(() -> Require.date(null, "it must be a day"))
                .withMessage("it must be a day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "a b", "_a", "ä"})
    void anIdMayNameAColumn(String text) {
        assertThatCode(() -> Require.id("a thing", "age_65_plus")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.id("a thing", text))
                .withMessage(
                        "a thing's id must be lower case letters, digits and underscores, beginning with a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A1", "no-device", "financial-stability.rent-arrears", "GRP_CD"})
    void aCodeIsWrittenAsItsPublisherDoes(String code) {
        assertThatCode(() -> Require.code("a thing", code)).doesNotThrowAnyException();
        assertThatCode(() -> Require.code("a thing", "x".repeat(80))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a b", "a:b", "a/b", "é", "a\n"})
    void anythingElseIsNoCode(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.code("a thing", text))
                .withMessage("a thing's 'code' must be at most 80 letters, digits, full stops, hyphens and underscores,"
                        + " beginning with a letter or a digit");
        assertThatIllegalArgumentException().isThrownBy(() -> Require.code("a thing", "x".repeat(81)));
    }

    @Test
    @SuppressWarnings("NullAway") // a document may leave it out
    void theFieldThatIsWrongIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Require.code("a list", "id", null))
                .withMessage("a list needs its 'id'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.code("a list", "id", "Jo Bloggs"))
                .withMessageStartingWith("a list's 'id' must be")
                .withMessageNotContaining("Bloggs");
    }
}
