package london.loti.persona.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DissimilaritiesTest {
    private static final double NAN = Double.NaN;

    private static void assertSame(Dissimilarities actual, double[][] expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                assertThat(actual.between(i, j)).as(i + ", " + j).isCloseTo(expected[i][j], within(tolerance));
            }
        }
    }

    @Test
    void agreesWithDaisyOfRsClusterOnTwelveResidents() {
        assertSame(
                Dissimilarities.of(Oracles.residents(Oracles.unweighted())),
                Oracles.matrix("residents_gower.csv"),
                1e-12);
        assertSame(
                Dissimilarities.of(Oracles.residents(Oracles.weighted())),
                Oracles.matrix("residents_gower_weighted.csv"),
                1e-12);
        assertSame(
                Dissimilarities.of(Oracles.residents(Oracles.symmetric())),
                Oracles.matrix("residents_gower_notypes.csv"),
                1e-12);
    }

    @Test
    void agreesWithTheLongTableOfTheSameDistances() throws IOException {
        Dissimilarities distances = Dissimilarities.of(Oracles.residents(Oracles.unweighted()));
        int pairs = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(Oracles.FOLDER + "residents_gower_long.csv"))) {
            while (csv.next()) {
                int i = Integer.parseInt(csv.text(csv.column("i")).substring(1)) - 1;
                int j = Integer.parseInt(csv.text(csv.column("j")).substring(1)) - 1;
                assertThat(distances.between(i, j)).isCloseTo(csv.number(csv.column("d")), within(1e-12));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(66);
    }

    @Test
    void hasTheBitsOfGowerPairByPairOnAnyNumberOfThreads() throws Exception {
        Sample sample = Oracles.mixed(5, 157, 12, 4);
        Gower gower = Gower.observed(sample);
        double[][] rows = new double[157][12];
        for (int row = 0; row < 157; row++) {
            for (int column = 0; column < 12; column++) {
                rows[row][column] = sample.value(row, column);
            }
        }
        double[][] expected = new double[157][157];
        for (int i = 0; i < 157; i++) {
            for (int j = 0; j < 157; j++) {
                expected[i][j] = i == j ? 0 : gower.distance(rows[i], rows[j]);
            }
        }
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertSame(pool.submit(() -> Dissimilarities.of(sample)).get(), expected, 0);
            pool.shutdown();
        }
    }

    @Test
    void isUnchangedByTheUnitOfAnIntervalAndPermutesWithTheRows() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 10; round++) {
            Sample sample = Oracles.mixed(random.nextLong(), 40, 7, 3);
            int[] order = Oracles.shuffled(random, 40);
            Sample.Builder scaled = Sample.builder(sample.attributes());
            for (int row : order) {
                double[] values = new double[7];
                Arrays.setAll(values, column -> sample.value(row, column));
                values[0] = 12 * values[0] - 5;
                values[5] = 0.001 * values[5];
                scaled.row(values);
            }
            Dissimilarities before = Dissimilarities.of(sample);
            Dissimilarities after = Dissimilarities.of(scaled.build());
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < 40; j++) {
                    assertThat(after.between(i, j)).isCloseTo(before.between(order[i], order[j]), within(1e-12));
                }
            }
        }
    }

    @Test
    void aRowMayBeCopiedWhole() {
        double[][] given = {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}};
        Dissimilarities distances = Dissimilarities.of(given);
        double[] row = new double[3];
        for (int i = 0; i < 3; i++) {
            distances.copy(i, row);
            assertThat(row).containsExactly(given[i]);
        }
        assertThat(distances).hasToString("Dissimilarities of 3 rows, given distances");
        assertThat(Dissimilarities.of(new double[][] {{0, 0, 2}, {0, 0, 2}, {2, 2, 0}})
                        .distinct(3, new int[] {1, 1, 1}))
                .isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsForAuditsOnly() {
        Attribute age = Attribute.builder("age", AttributeKind.INTERVAL).build();
        Attribute group = Attribute.builder("ethnic_group", AttributeKind.NOMINAL)
                .levels("a", "b")
                .use(AttributeUse.AUDIT_ONLY)
                .build();
        Sample sample = Sample.builder(List.of(age, group))
                .row(20, 0)
                .row(20, 1)
                .row(40, 0)
                .build();
        assertThat(Dissimilarities.of(sample).between(0, 1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(sample.columns(List.of("ethnic_group"))))
                .withMessage("an attribute must be one that may be compared, but none is");
    }

    @Test
    void anotherMeasureMayDeclareItsRanges() {
        Attribute age =
                Attribute.builder("age", AttributeKind.INTERVAL).range(0, 100).build();
        Attribute other = Attribute.builder("other", AttributeKind.INTERVAL).build();
        Sample sample =
                Sample.builder(List.of(other, age)).row(1, 20).row(2, 45).build();
        Dissimilarities distances = Dissimilarities.of(sample, Gower.declared(List.of(age)), share -> {});
        assertThat(distances.between(1, 0)).isEqualTo(0.25);
        Attribute longer =
                Attribute.builder("age", AttributeKind.INTERVAL).range(0, 120).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(sample, Gower.declared(List.of(longer)), share -> {}))
                .withMessage("the measure's attributes must be those of the sample, but some differ");
    }

    @Test
    void namesRowsWithoutADistanceByTheirNumbers() {
        List<Attribute> attributes = List.of(
                Attribute.builder("age", AttributeKind.INTERVAL).build(),
                Attribute.builder("carer", AttributeKind.ASYMMETRIC_BINARY).build());
        Sample apart = Sample.builder(attributes)
                .row(20, 1)
                .row(30, NAN)
                .row(NAN, 0)
                .row(40, NAN)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(apart))
                .withMessage(
                        "every two rows must share an answer that says something, but rows 2 and 3, 3 and 4 do not,"
                                + " so they have no distance\nMaybe leave out rows with few answers.");
    }

    @Test
    void refusesWhatIsNoMatrixOfDistances() {
        String rule = " must be a number of 0 or more, the same both ways, and 0 from a row to itself";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(new double[][] {{0, 1}, {2, 0}}))
                .withMessage("the distance of rows 1 and 2" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(new double[][] {{0, NAN}, {NAN, 0}}))
                .withMessage("the distance of rows 1 and 2" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(new double[][] {{0, 1}, {1, 3}}))
                .withMessage("the distance of rows 2 and 2" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(new double[][] {{0, 1}, {1}}))
                .withMessage("row 2 must have 2 distances, one to each row, but has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(new double[][] {{0}}))
                .withMessage("distances need 2 to 65536 rows, but there are 1\nMaybe draw a sample.");
    }

    @Test
    void tellsHowFarItIsAndStopsWhenInterrupted() {
        Sample sample = Oracles.mixed(1, 300, 5, 2);
        List<Double> shares = new ArrayList<>();
        Dissimilarities.of(sample, shares::add);
        assertThat(shares).isSorted().endsWith(1.0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Dissimilarities.of(sample))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the computation was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
