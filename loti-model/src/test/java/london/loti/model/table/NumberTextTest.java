package london.loti.model.table;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            0 0
            -0 -0.0
            +7 7
            10.305085 10.305085
            .5 0.5
            5. 5
            1e3 1000
            1E-3 0.001
            1,024.5 1024.5
            -1,234,567 -1234567
            """)
    void readsWhatPeopleWrite(String text, double number) {
        assertThat(NumberText.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1d",
                "1f",
                "1D",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x1",
                "0x1p3",
                "1e400",
                "-1e400",
                "१२",
                "１２",
                "1,23",
                "1,2345",
                ",123",
                "1,,234",
                "1,234,",
                "12,34,567",
                "1.234,5",
                "1 234",
                "1\u00a0234",
                "1_000",
                "--1",
                "1-2",
                "e",
                "+",
                "-",
                ".",
                "1e",
                "1e5.0",
                "1,234e2",
                "£5",
                "5%",
                "(5)",
                "<5",
                "5*",
                "1\u0000"
            })
    void refusesEveryOtherText(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
    }

    @Test
    void agreesWithJavasOwnParserBitForBit() {
        String alphabet = "0123456789012345678901234567890123456789.eE+-";
        for (long seed = 0; seed < 200_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(24), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            assertThat(NumberText.parse(text.toString())).as("seed %d", seed).isEqualTo(javas(text.toString()));
        }
    }

    private static OptionalDouble javas(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    @Test
    void readsAHugeTextWithoutChoking() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(NumberText.parse("1" + ",234".repeat(250_000))).isEmpty();
            assertThat(NumberText.parse("0." + "3".repeat(1_000_000))).hasValue(1.0 / 3);
            assertThat(NumberText.parse("1,".repeat(500_000))).isEmpty();
        });
    }
}
