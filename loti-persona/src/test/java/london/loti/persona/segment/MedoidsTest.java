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
import london.loti.persona.segment.Medoids.Algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MedoidsTest {
    @Test
    void agreesWithPamOfRsClusterOnTwelveResidents() throws IOException {
        int cases = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(Oracles.FOLDER + "pam_residents.csv"))) {
            while (csv.next()) {
                Dissimilarities distances = Dissimilarities.of(Oracles.residents(
                        csv.text(csv.column("dataset")).endsWith("weighted")
                                ? Oracles.weighted()
                                : Oracles.unweighted()));
                int k = (int) csv.number(csv.column("k"));
                int[] clustering = Arrays.stream(
                                csv.text(csv.column("clustering")).split(" "))
                        .mapToInt(text -> Integer.parseInt(text) - 1)
                        .toArray();
                MedoidSegments pam =
                        Medoids.withK(k).withAlgorithm(Algorithm.PAM).segment(distances);
                assertThat(pam.build()).isCloseTo(csv.number(csv.column("build")), within(1e-12));
                assertThat(pam.swap()).isCloseTo(csv.number(csv.column("swap")), within(1e-12));
                assertThat(pam.segments()).isEqualTo(Segments.of(pam.segments().method(), k, clustering));
                assertThat(Silhouette.of(distances, pam.segments()).mean())
                        .isCloseTo(csv.number(csv.column("avg_sil")), within(1e-12));
                assertThat(pam.converged()).isTrue();
                MedoidSegments faster = Medoids.withK(k).withStarts(5).segment(distances);
                assertThat(faster.swap()).isLessThanOrEqualTo(pam.swap() * (1 + 1e-12));
                cases++;
            }
        }
        assertThat(cases).isEqualTo(8);
    }

    @Test
    void pamSwapsAsTheSlowSearchOverAllSwapsDoes() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 15; round++) {
            int k = 2 + round % 5;
            Dissimilarities distances = Dissimilarities.of(Oracles.mixed(random.nextLong(), 60, 9, 4));
            MedoidSegments pam = Medoids.withK(k).withAlgorithm(Algorithm.PAM).segment(distances);
            int[] medoids = slowBuild(distances, k);
            assertThat(pam.build()).as("round " + round).isCloseTo(mean(distances, medoids), within(1e-12));
            slowSwap(distances, medoids);
            assertThat(pam.medoids())
                    .as("round " + round)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(medoids).boxed().toList());
            assertThat(pam.swap()).isCloseTo(mean(distances, medoids), within(1e-12));
        }
    }

    @Test
    void fasterPamEndsWhereNoSwapImprovesAndIsAsGoodAsPam() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 15; round++) {
            int k = 2 + round % 5;
            Dissimilarities distances = Dissimilarities.of(Oracles.mixed(random.nextLong(), 80, 9, 5));
            MedoidSegments pam = Medoids.withK(k).withAlgorithm(Algorithm.PAM).segment(distances);
            MedoidSegments faster =
                    Medoids.withK(k).withStarts(10).withSeed(round).segment(distances);
            assertThat(faster.swap()).as("round " + round).isLessThanOrEqualTo(pam.swap() * (1 + 1e-9));
            int[] medoids =
                    faster.medoids().stream().mapToInt(Integer::intValue).toArray();
            assertThat(faster.swap()).isCloseTo(mean(distances, medoids), within(1e-12));
            assertThat(slowSwap(distances, medoids)).as("round " + round).isZero();
            assertThat(faster.starts().objectives()).hasSize(10);
            assertThat(faster.starts().best()).isEqualTo(faster.swap());
        }
    }

    private static double mean(Dissimilarities distances, int[] medoids) {
        double sum = 0;
        for (int row = 0; row < distances.size(); row++) {
            int to = row;
            sum += Arrays.stream(medoids)
                    .mapToDouble(medoid -> distances.between(to, medoid))
                    .min()
                    .orElseThrow();
        }
        return sum / distances.size();
    }

    private static int[] slowBuild(Dissimilarities distances, int k) {
        int[] medoids = new int[0];
        while (medoids.length < k) {
            int[] tried = Arrays.copyOf(medoids, medoids.length + 1);
            double lowest = Double.POSITIVE_INFINITY;
            int best = -1;
            for (int row = 0; row < distances.size(); row++) {
                tried[medoids.length] = row;
                double mean = mean(distances, tried);
                if (mean < lowest) {
                    lowest = mean;
                    best = row;
                }
            }
            tried[medoids.length] = best;
            medoids = tried;
        }
        return medoids;
    }

    /** Tries every swap in full and makes the best; returns how many it made. */
    private static int slowSwap(Dissimilarities distances, int[] medoids) {
        int swaps = 0;
        while (true) {
            double lowest = mean(distances, medoids) - 1e-12;
            int place = -1;
            int with = -1;
            for (int row = 0; row < distances.size(); row++) {
                for (int i = 0; i < medoids.length; i++) {
                    int[] tried = medoids.clone();
                    tried[i] = row;
                    double mean = mean(distances, tried);
                    if (mean < lowest) {
                        lowest = mean;
                        place = i;
                        with = row;
                    }
                }
            }
            if (place < 0) {
                return swaps;
            }
            medoids[place] = with;
            swaps++;
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
        Dissimilarities distances = Dissimilarities.of(Oracles.mixed(2, 200, 8, 4));
        for (Algorithm algorithm : Algorithm.values()) {
            Medoids medoids =
                    Medoids.withK(4).withAlgorithm(algorithm).withStarts(3).withSeed(9);
            MedoidSegments expected = medoids.segment(distances);
            for (int threads : new int[] {1, 4}) {
                ForkJoinPool pool = new ForkJoinPool(threads);
                assertThat(pool.submit(() -> medoids.segment(distances)).get()).isEqualTo(expected);
                pool.shutdown();
            }
        }
    }

    @Test
    void permutesWithTheRows() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 10; round++) {
            Dissimilarities distances = Dissimilarities.of(Oracles.mixed(random.nextLong(), 50, 10, 3));
            int[] order = Oracles.shuffled(random, 50);
            double[][] moved = new double[50][50];
            for (int i = 0; i < 50; i++) {
                for (int j = 0; j < 50; j++) {
                    moved[i][j] = distances.between(order[i], order[j]);
                }
            }
            Medoids pam = Medoids.withK(3).withAlgorithm(Algorithm.PAM);
            MedoidSegments before = pam.segment(distances);
            MedoidSegments after = pam.segment(Dissimilarities.of(moved));
            int[] back = Arrays.stream(order).map(before.segments()::segment).toArray();
            assertThat(after.swap()).isCloseTo(before.swap(), within(1e-12));
            assertThat(AdjustedRand.of(after.segments(), Segments.of("moved", 3, back)))
                    .isEqualTo(1);
        }
    }

    @Test
    void rowsThatDoNotComeAreNoMedoidsButHaveASegment() {
        Dissimilarities distances = Dissimilarities.of(Oracles.mixed(3, 40, 8, 3));
        int[] times = new int[40];
        List<Integer> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40; i++) {
            int row = random.nextInt(40);
            times[row]++;
            drawn.add(row);
        }
        double[][] repeated = new double[40][40];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                repeated[i][j] = distances.between(drawn.get(i), drawn.get(j));
            }
        }
        Medoids pam = Medoids.withK(3).withAlgorithm(Algorithm.PAM);
        MedoidSegments counted = pam.segment(distances, times, Work.quiet());
        assertThat(counted.swap())
                .isCloseTo(pam.segment(Dissimilarities.of(repeated)).swap(), within(1e-12));
        assertThat(drawn).containsAll(counted.medoids());
        assertThat(counted.segments().rowCount()).isEqualTo(40);
    }

    @Test
    void saysWhereItStoppedBeforeItConverged() {
        Dissimilarities distances = Dissimilarities.of(Oracles.mixed(3, 100, 8, 5));
        MedoidSegments stopped = Medoids.withK(5).withMostIterations(1).segment(distances);
        assertThat(stopped.converged()).isFalse();
        assertThat(stopped.iterations()).isEqualTo(1);
        assertThat(Medoids.withK(5).segment(distances).converged()).isTrue();
    }

    @Test
    void twoMedoidsThatAreAlikeKeepTheirOwnRows() {
        double[][] given = {{0, 0, 1, 2}, {0, 0, 2, 1}, {1, 2, 0, 3}, {2, 1, 3, 0}};
        MedoidSegments three = Medoids.withK(3).segment(Dissimilarities.of(given));
        assertThat(three.segments().sizes()).doesNotContain(0);
    }

    @Test
    void refusesWhatHasNoSegments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Medoids.withK(1))
                .withMessage("the number of segments must be 2 or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Medoids.withK(3).segment(Dissimilarities.of(new double[][] {{0, 0, 1}, {0, 0, 1}, {1, 1, 0}})))
                .withMessage("the number of segments must be at most the number of different rows, 2, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Medoids.withK(2).withStarts(0))
                .withMessage("starts must be 1 or more, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Medoids.withK(2).withMostIterations(0))
                .withMessage("iterations must be 1 or more, but were 0");
    }

    @Test
    void tellsHowFarItIsAndStopsWhenInterrupted() {
        Dissimilarities distances = Dissimilarities.of(Oracles.mixed(3, 100, 8, 5));
        List<Double> shares = new ArrayList<>();
        Medoids.withK(3).withStarts(4).withProgress(shares::add).segment(distances);
        assertThat(shares).isSorted().endsWith(1.0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Medoids.withK(3).segment(distances)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
