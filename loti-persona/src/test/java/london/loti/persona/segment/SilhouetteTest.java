package london.loti.persona.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SilhouetteTest {
    private static final Dissimilarities LINE = Dissimilarities.of(line(0, 1, 4, 6, 7));

    private static double[][] line(double... places) {
        return Arrays.stream(places)
                .mapToObj(a -> Arrays.stream(places).map(b -> Math.abs(a - b)).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void agreesWithSilhouetteOfRsClusterOnTwelveResidents() throws IOException {
        Dissimilarities distances = Dissimilarities.of(Oracles.residents(Oracles.unweighted()));
        TreeMap<Integer, int[]> segments = new TreeMap<>();
        TreeMap<Integer, int[]> neighbours = new TreeMap<>();
        TreeMap<Integer, double[]> widths = new TreeMap<>();
        try (CsvReader csv = CsvReader.open(SharedData.file(Oracles.FOLDER + "silhouette_residents.csv"))) {
            while (csv.next()) {
                assertThat(csv.text(csv.column("dataset"))).isEqualTo("residents_gower");
                int k = (int) csv.number(csv.column("k"));
                int row = Integer.parseInt(csv.text(csv.column("id")).substring(1)) - 1;
                segments.computeIfAbsent(k, none -> new int[12])[row] = (int) csv.number(csv.column("cluster")) - 1;
                neighbours.computeIfAbsent(k, none -> new int[12])[row] = (int) csv.number(csv.column("neighbor")) - 1;
                widths.computeIfAbsent(k, none -> new double[12])[row] = csv.number(csv.column("sil_width"));
            }
        }
        assertThat(segments).containsOnlyKeys(2, 3, 4, 5);
        segments.forEach((k, rows) -> {
            Silhouette silhouette = Silhouette.of(distances, Segments.of("pam", k, rows));
            for (int row = 0; row < 12; row++) {
                assertThat(silhouette.width(row)).isCloseTo(widths.get(k)[row], within(1e-12));
                assertThat(silhouette.neighbour(row)).isEqualTo(neighbours.get(k)[row]);
            }
            assertThat(silhouette.mean())
                    .isCloseTo(Arrays.stream(widths.get(k)).average().orElseThrow(), within(1e-12));
        });
    }

    @Test
    void sitsAsByHand() {
        Silhouette silhouette = Silhouette.of(LINE, Segments.of("by hand", 3, 0, 0, 2, 2, 2));
        assertThat(silhouette.width(0)).isCloseTo((17 / 3.0 - 1) / (17 / 3.0), within(1e-15)); // a 1, b (4 + 6 + 7) / 3
        assertThat(silhouette.width(2)).isCloseTo((3.5 - 2.5) / 3.5, within(1e-15)); // a (2 + 3) / 2, b (4 + 3) / 2
        assertThat(silhouette.neighbour(0)).isEqualTo(2);
        assertThat(silhouette.neighbour(2)).isZero();
        assertThat(silhouette.mean(0)).isCloseTo((silhouette.width(0) + silhouette.width(1)) / 2, within(1e-15));
        assertThat(silhouette.mean(1)).isNaN();
        assertThat(silhouette.structure()).isEqualTo(Structure.REASONABLE);
    }

    @Test
    void aRowThatIsAloneHasNought() {
        Silhouette silhouette = Silhouette.of(LINE, Segments.of("by hand", 2, 0, 1, 1, 1, 1));
        assertThat(silhouette.width(0)).isZero();
        assertThat(silhouette.neighbour(0)).isEqualTo(1);
        assertThat(Silhouette.of(Dissimilarities.of(new double[4][4]), Segments.of("by hand", 2, 0, 0, 1, 1))
                        .mean())
                .isZero();
    }

    @Test
    void agreesWithEveryPairByItselfAndPermutesWithTheRows() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 10; round++) {
            int k = 2 + round % 4;
            Dissimilarities distances = Dissimilarities.of(Oracles.mixed(random.nextLong(), 70, 6, 3));
            int[] rows = random.ints(70, 0, k).toArray();
            Silhouette silhouette = Silhouette.of(distances, Segments.of("random", k, rows));
            int[] order = Oracles.shuffled(random, 70);
            double[][] moved = new double[70][70];
            for (int i = 0; i < 70; i++) {
                assertThat(silhouette.width(i)).isCloseTo(slow(distances, rows, k, i), within(1e-12));
                for (int j = 0; j < 70; j++) {
                    moved[i][j] = distances.between(order[i], order[j]);
                }
            }
            Silhouette after = Silhouette.of(
                    Dissimilarities.of(moved),
                    Segments.of(
                            "random",
                            k,
                            Arrays.stream(order).map(row -> rows[row]).toArray()));
            for (int i = 0; i < 70; i++) {
                assertThat(after.width(i)).isCloseTo(silhouette.width(order[i]), within(1e-12));
            }
        }
    }

    private static double slow(Dissimilarities distances, int[] segments, int k, int row) {
        double a = 0;
        double b = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < k; segment++) {
            double sum = 0;
            int count = 0;
            for (int other = 0; other < segments.length; other++) {
                if (segments[other] == segment && other != row) {
                    sum += distances.between(row, other);
                    count++;
                }
            }
            if (segment == segments[row]) {
                a = sum / count;
            } else {
                b = Math.min(b, sum / count);
            }
        }
        return (b - a) / Math.max(a, b);
    }

    @Test
    void theMeanFallsIntoABandOfKaufmanAndRousseeuw() {
        assertThat(Structure.of(0.71)).isEqualTo(Structure.STRONG);
        assertThat(Structure.of(0.70)).isEqualTo(Structure.REASONABLE);
        assertThat(Structure.of(0.50)).isEqualTo(Structure.WEAK);
        assertThat(Structure.of(0.25)).isEqualTo(Structure.NONE);
        assertThat(Structure.of(-1).words()).isEqualTo("no substantial structure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Structure.of(Double.NaN))
                .withMessage("a silhouette must be from -1 to 1, but was NaN");
    }

    @Test
    void refusesWhatHasNoSilhouette() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(LINE, Segments.of("by hand", 2, 0, 1)))
                .withMessage("distances and segments must be of the same rows, but have 5 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(LINE, Segments.of("by hand", 2, 1, 1, 1, 1, 1)))
                .withMessage("a silhouette needs two segments with rows, but has one");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Silhouette.of(LINE, Segments.of("by hand", 2, 1, 1, 1, 1, 0)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
