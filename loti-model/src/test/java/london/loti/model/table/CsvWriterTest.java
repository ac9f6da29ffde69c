package london.loti.model.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvWriterTest {
    @Test
    void writesQuotesWhereTheyAreNeededAndEndsLinesWithCrLf() {
        CsvWriter csv = new CsvWriter(List.of("name", "pct"));
        csv.text("plain").number(1).endRow();
        csv.text("with, comma").number(-0.5).endRow();
        csv.text("with \"quotes\"").number(Double.NaN).endRow();
        csv.text("two\nlines").number(1e21).endRow();

        // By hand, from RFC 4180.
        assertThat(csv)
                .hasToString("name,pct\r\nplain,1\r\n\"with, comma\",-0.5\r\n\"with \"\"quotes\"\"\",\r\n"
                        + "\"two\nlines\",1.0E21\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "=HYPERLINK(\"http://a.example\",\"b\")"
            })
    void aTextIsNeverTakenForAFormula(String text) {
        CsvWriter csv = new CsvWriter(List.of("a"));
        String line = csv.text(text).endRow().toString().substring("a\r\n".length());
        assertThat(line.replace("\"", "")).startsWith("'" + text.replace("\"", ""));
        assertThat(new CsvWriter(List.of(text)).toString().replace("\"", "")).startsWith("'");
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertThat(new CsvWriter(List.of("a")).number(-1).endRow()).hasToString("a\r\n-1\r\n");
    }

    @Test
    void refusesAnInfiniteNumber() {
        assertThatThrownBy(() -> new CsvWriter(List.of("a")).number(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be finite to be written");
    }

    @Test
    void refusesALineOfAnotherLength() {
        assertThatThrownBy(() -> new CsvWriter(List.of("a", "b")).text("x").endRow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a line must have 2 cells, but had 1");
    }

    @Test
    void numbersAndTextsReadBackBitForBitInALongDocument() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] numbers = random.longs(4_000)
                    .mapToDouble(Double::longBitsToDouble)
                    .filter(d -> !Double.isInfinite(d))
                    .toArray();
            numbers[0] = -0.0;
            numbers[1] = Double.MIN_VALUE;
            numbers[2] = Double.MAX_VALUE;
            numbers[3] = Double.NaN;
            CsvWriter csv = new CsvWriter(List.of("text", "number"));
            for (int row = 0; row < numbers.length; row++) {
                csv.text(text(row)).number(numbers[row]).endRow();
            }
            byte[] document = csv.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(document).hasSizeGreaterThan(8 * 8_192);
            try (CsvReader reader = CsvReader.open("t.csv", new ByteArrayInputStream(document))) {
                for (int row = 0; row < numbers.length; row++) {
                    assertThat(reader.next()).isTrue();
                    assertThat(reader.text(0)).as("seed %d, row %d", seed, row).isEqualTo(text(row));
                    assertThat(Double.doubleToLongBits(reader.number(1)))
                            .as("seed %d, row %d", seed, row)
                            .isEqualTo(Double.doubleToLongBits(numbers[row]));
                }
                assertThat(reader.next()).isFalse();
                assertThat(reader.findings()).isEmpty();
            }
        }
    }

    private static String text(int row) {
        return "a\"" + ",\n\r\nб😀".substring(row % 6) + row;
    }
}
