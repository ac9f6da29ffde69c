package london.loti.model.need;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static london.loti.model.need.Samples.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SinceTest {
    @Test
    void aMonthIsNotTheFirstOfIt() {
        Since month = Since.parse("2024-02");
        assertThat(month).isEqualTo(Since.in(YearMonth.of(2024, 2)));
        assertThat(month).isNotEqualTo(Since.parse("2024-02-01"));
        assertThat(month.earliest()).isEqualTo("2024-02-01");
        assertThat(month.latest()).isEqualTo("2024-02-29");
        assertThat(month.text()).isEqualTo("2024-02");
    }

    @Test
    void aDayIsADay() {
        Since day = Since.parse("2026-03-14");
        assertThat(day).isEqualTo(Since.on(LocalDate.of(2026, 3, 14)));
        assertThat(day.earliest()).isEqualTo(day.latest()).isEqualTo("2026-03-14");
        assertThat(day.text()).isEqualTo("2026-03-14");
        assertThat(day).hasToString("Since[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "2026-13", "2026-02-30", "2026-2", "March", "2026-03-14T10:00", "since Jo died"})
    void nothingElseIsRead(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Since.parse(text))
                .withMessage("a 'since' must be a month or a day, for example 2026-03 or 2026-03-14");
    }

    @Test
    void aMonthHasItsDaysOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Since(YearMonth.of(2026, 2), 29));
    }

    @Test
    void aNoteIsAnOpaqueToken() {
        assertThat(new NoteRef(TOKEN)).hasToString("NoteRef[redacted]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteRef("9434765919"))
                .withMessageContaining("a note's reference must be an opaque token")
                .withMessageNotContaining("9434765919");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteRef("rang Jo Bloggs"))
                .withMessageNotContaining("Bloggs");
    }
}
