package london.loti.persona.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class AdjustedRandTest {
    private static Segments division(int... segments) {
        return Segments.of("by hand", Arrays.stream(segments).max().orElse(0) + 1, segments);
    }

    private static Segments division(String segments) {
        return division(Arrays.stream(segments.split(" "))
                .mapToInt(text -> Integer.parseInt(text) - 1)
                .toArray());
    }

    @Test
    void agreesWithAnExampleThatWasComputedElsewhere() throws IOException {
        try (CsvReader csv = CsvReader.open(SharedData.file("oracles/persona/ari_result.csv"))) {
            assertThat(csv.next()).isTrue();
            Segments a = division(csv.text(csv.column("a")));
            Segments b = division(csv.text(csv.column("b")));
            assertThat(AdjustedRand.of(a, b)).isCloseTo(csv.number(csv.column("ari")), within(1e-12));
        }
    }

    @Test
    void countsPairsAsByHand() {
        // 1 pair in both, 2 in a, 2 in b, 6 in all: (1 - 4/6) / (2 - 4/6)
        assertThat(AdjustedRand.of(division(0, 0, 1, 1), division(0, 0, 1, 2)))
                .isCloseTo((1 - 2 / 6.0) / (1.5 - 2 / 6.0), within(1e-15));
        assertThat(AdjustedRand.of(division(0, 0, 1, 1), division(0, 1, 0, 1))).isCloseTo(-0.5, within(1e-15));
    }

    @Test
    void definesTheCasesWithoutAFormula() {
        assertThat(AdjustedRand.of(division(0, 0, 0), division(0, 0, 0))).isEqualTo(1);
        assertThat(AdjustedRand.of(division(0, 1, 2), division(2, 1, 0))).isEqualTo(1);
        assertThat(AdjustedRand.of(division(0), division(0))).isEqualTo(1);
        assertThat(AdjustedRand.of(division(0, 0, 0), division(0, 1, 2))).isZero();
        assertThat(AdjustedRand.of(division(0, 0, 0), division(0, 0, 1))).isZero();
        assertThat(AdjustedRand.of(division(0, 1, 2), division(0, 0, 1))).isZero();
    }

    @Test
    void isUnchangedByOtherNumbersOfTheSegmentsAndByTheOrderOfTheTwo() {
        SplittableRandom random = new SplittableRandom(3);
        int[] other = {3, 0, 4, 1, 2};
        for (int round = 0; round < 50; round++) {
            int[] a = random.ints(60, 0, 5).toArray();
            int[] b = random.ints(60, 0, 3).toArray();
            double index = AdjustedRand.of(Segments.of("a", 5, a), Segments.of("b", 3, b));
            int[] renamed = Arrays.stream(a).map(segment -> other[segment]).toArray();
            assertThat(AdjustedRand.of(Segments.of("a", 7, renamed), Segments.of("b", 3, b)))
                    .isEqualTo(index);
            assertThat(AdjustedRand.of(Segments.of("b", 3, b), Segments.of("a", 5, a)))
                    .isEqualTo(index);
            assertThat(index).isCloseTo(slow(a, b), within(1e-12));
            assertThat(AdjustedRand.of(Segments.of("a", 5, a), Segments.of("a", 7, renamed)))
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** Every pair of rows by itself. */
    private static double slow(int[] a, int[] b) {
        double both = 0;
        double inA = 0;
        double inB = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                all++;
                inA += a[i] == a[j] ? 1 : 0;
                inB += b[i] == b[j] ? 1 : 0;
                both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
            }
        }
        return (both - inA * inB / all) / ((inA + inB) / 2 - inA * inB / all);
    }

    @Test
    void refusesDivisionsOfOtherRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedRand.of(division(0, 1), division(0, 1, 1)))
                .withMessage("both divisions must be of the same rows, but have 2 and 3");
    }
}
