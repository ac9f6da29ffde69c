package london.loti.model.finding;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FindingsTest {
    private enum Code implements Finding.Code {
        RULE
    }

    private final Findings findings = new Findings();

    @Test
    void keepsTheOrder() {
        findings.warning(Code.RULE, "first", Where.line("a.csv", 9));
        findings.error(Code.RULE, "second", Where.cell("a.csv", 3, "pct"));
        findings.addAll(List.of(Finding.warning(Code.RULE, "third", Where.column("a.csv", "pct"))));

        assertThat(findings.toList())
                .extracting(Finding::toString)
                .containsExactly("a.csv, line 9: first", "a.csv, line 3, pct: second", "a.csv, pct: third");
    }

    @Test
    void countsWhatComesAfterTheFirstThousand() {
        add(Findings.KEPT, Severity.WARNING);
        assertThat(findings.isFull()).isTrue();
        assertThat(findings.toList()).hasSize(1_000);

        add(1, Severity.WARNING);
        assertThat(findings.toList()).hasSize(1_001).last().hasToString("a.csv: and 1 more finding");

        add(5_000_000, Severity.WARNING);
        assertThat(findings.toList()).hasSize(1_001).last().hasToString("a.csv: and 5000001 more findings");
        assertThat(findings.check("value").orElseThrow()).isEqualTo("value");
    }

    @Test
    void anErrorAmongThoseThatWereLeftOutIsStillAnError() {
        add(Findings.KEPT, Severity.WARNING);
        add(1, Severity.ERROR);

        assertThat(findings.hasErrors()).isTrue();
        assertThat(findings.check("value").value()).isEmpty();
        assertThatThrownBy(findings.check("value")::orElseThrow).hasMessageContaining("and 981 more");
    }

    @Test
    void givesOnlyTheFindingsWhereOneIsAnError() {
        assertThat(findings.isFull()).isFalse();
        assertThat(findings.check("value").value()).contains("value");
        add(1, Severity.ERROR);
        assertThat(findings.check("value").value()).isEmpty();
    }

    @Test
    void aMessageListsTwentyFindingsAndCountsTheRest() {
        add(23, Severity.ERROR);

        FindingsException exception = new FindingsException(findings.toList());

        assertThat(exception.findings()).hasSize(23);
        assertThat(String.valueOf(exception.getMessage()).lines())
                .hasSize(21)
                .last()
                .isEqualTo("and 3 more");
    }

    private void add(int count, Severity severity) {
        Finding finding = new Finding(severity, Code.RULE, "again", Where.line("a.csv", 2));
        for (int i = 0; i < count; i++) {
            findings.add(finding);
        }
    }
}
