package london.loti.model.finding;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckedTest {
    private enum Code implements Finding.Code {
        RULE
    }

    private static final Finding ERROR = Finding.error(Code.RULE, "a rule is broken", Where.line("a.csv", 2));
    private static final Finding WARNING = Finding.warning(Code.RULE, "somebody should look", Where.file("a.csv"));

    @Test
    void givesTheValueThatHasNoError() {
        assertThat(Checked.of("read").orElseThrow()).isEqualTo("read");
        assertThat(Checked.of("read", List.of(WARNING)).orElseThrow()).isEqualTo("read");
        assertThat(Checked.of("read", List.of(WARNING)).hasErrors()).isFalse();
    }

    @Test
    void mayHoldTheGoodRecordsBesideErrorsButGivesAllOrNothing() {
        Checked<String> some = Checked.of("the good rows", List.of(WARNING, ERROR));

        assertThat(some.value()).contains("the good rows");
        assertThat(some.errors()).containsExactly(ERROR);
        assertThat(some.findings()).containsExactly(WARNING, ERROR);
        assertThatThrownBy(some::orElseThrow)
                .isInstanceOf(FindingsException.class)
                .hasMessage("a.csv: somebody should look\na.csv, line 2: a rule is broken");
    }

    @Test
    void aFailureNeedsAnError() {
        assertThatThrownBy(() -> Checked.failed(List.of(WARNING)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs an error among its findings");
        assertThatThrownBy(() -> Checked.failed(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Checked.failed(List.of(ERROR)).value()).isEmpty();
    }

    @Test
    void keepsItsFindingsWhenTheValueIsChanged() {
        assertThat(Checked.of("four", List.of(WARNING)).map(String::length).value())
                .contains(4);
        assertThat(Checked.of("four", List.of(WARNING)).map(String::length).findings())
                .containsExactly(WARNING);
        assertThat(Checked.<String>failed(List.of(ERROR)).map(String::length).findings())
                .containsExactly(ERROR);
    }

    @Test
    void doesNotShowItsValueInItsText() {
        assertThat(Checked.of("Jo Bloggs", List.of(WARNING))).hasToString("String with 1 findings");
        assertThat(Checked.failed(List.of(ERROR))).hasToString("nothing with 1 findings");
    }
}
