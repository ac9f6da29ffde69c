package london.loti.persona.attribute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.need.ConceptRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AttributeTest {
    private static final Attribute AGE =
            Attribute.builder("age", AttributeKind.INTERVAL).range(16, 110).build();
    private static final Attribute DEVICE = Attribute.builder("device", AttributeKind.NOMINAL)
            .levels("none", "phone")
            .build();
    private static final Attribute SIGN =
            Attribute.builder("sign", AttributeKind.SYMMETRIC_BINARY).build();

    @TempDir
    Path folder;

    @Test
    void whatPeopleWriteBecomesAValueAndUnknownIsNotNo() {
        assertThat(AGE.parse(" 67.5 ")).isEqualTo(67.5);
        assertThat(DEVICE.parse("phone")).isEqualTo(1);
        assertThat(List.of(SIGN.parse("yes"), SIGN.parse("No"), SIGN.parse("1")))
                .containsExactly(1.0, 0.0, 1.0);
        assertThat(List.of("", "NA", "unknown", "not asked", "Prefer not to say"))
                .allSatisfy(text -> assertThat(SIGN.parse(text)).isNaN());
    }

    @Test
    void aNumberIsADecimalWithinItsRange() {
        for (String text : List.of("0x1p6", "20d", "20f", "1e999", "15", "111", "NaN", "Infinity", "1,000", "SECRET")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> AGE.parse(text))
                    .withMessage("'age' must be a number of 16 to 110, or empty");
        }
    }

    @Test
    void aNumberWhoseSquareWouldOverflowIsRefusedWhereNoRangeIsDeclared() {
        Attribute free = Attribute.builder("income", AttributeKind.INTERVAL).build();
        assertThat(free.parse("999999999999999")).isEqualTo(999999999999999.0);
        for (String text : List.of("1e308", "-1e16")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> free.parse(text))
                    .withMessage("'income' must be a number of at most 15 digits before the point, or empty");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.builder(List.of(free)).row(1e308))
                .withMessageContaining("15 digits");
    }

    @Test
    void levelsRangesAndUsesMustFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribute.builder("a", AttributeKind.ORDINAL).build())
                .withMessageContaining("2 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribute.builder("a", AttributeKind.INTERVAL)
                        .range(2, 2)
                        .build())
                .withMessageContaining("below");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Attribute.builder("a", AttributeKind.INTERVAL).weight(0).build())
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribute.builder("a", AttributeKind.SYMMETRIC_BINARY)
                        .use(AttributeUse.NEED_ONLY)
                        .need(ConceptRef.parse("barriers:no-device"))
                        .build())
                .withMessageContaining("ASYMMETRIC_BINARY");
    }

    @Test
    void aTableOfAnswersTellsEverythingThatIsWrongAndNoAnswer() throws IOException {
        Attribute status = Attribute.builder("status", AttributeKind.NOMINAL)
                .levels("x", "y")
                .use(AttributeUse.FORBIDDEN)
                .build();
        Path file = Files.writeString(folder.resolve("survey.csv"), """
                id,age,devise,status,sign
                J77,SECRET,none,x,1
                J77,200,none,y,maybe
                ,40,none,x,
                """);
        Checked<Sample> read =
                SampleReader.of(List.of(AGE, DEVICE, status, SIGN)).read(file);
        assertThat(read.value()).isEmpty();
        assertThat(read.findings())
                .extracting(f -> f.code().name())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_ATTRIBUTE",
                        "FORBIDDEN_ATTRIBUTE",
                        "NOT_ASKED",
                        "NOT_A_VALUE",
                        "DUPLICATE_ID",
                        "NOT_A_VALUE",
                        "NOT_A_VALUE",
                        "NO_ID");
        assertThat(read.findings().stream().map(Finding::toString))
                .contains("survey.csv, line 2, age: 'age' must be a number of 16 to 110, or empty")
                .noneMatch(text -> text.contains("SECRET") || text.contains("J77") || text.contains("maybe"));
    }
}
