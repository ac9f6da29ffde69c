package london.loti.evaluation.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BootstrapTest {
    private static final double[] SMALL = {2.1, 3.4, 1.9, 5.6, 4.0};

    private static double[] random(long seed, int size) {
        return new SplittableRandom(seed).doubles(size).map(v -> -Math.log(v)).toArray();
    }

    /** The mean as any statistic, over the view. */
    private static Statistic slowMean(double[] values) {
        return rows -> {
            double sum = 0;
            for (int i = 0; i < rows.size(); i++) {
                sum += values[rows.row(i)];
            }
            return sum / rows.size();
        };
    }

    private static double[][] columns(String file) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("data/evaluation/" + file));
        List<double[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (Character.isDigit(line.charAt(0))) {
                rows.add(Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static Bootstrap city() throws IOException {
        double[][] rows = columns("boot_city.csv");
        double[] u = Arrays.stream(rows).mapToDouble(row -> row[row.length - 2]).toArray();
        double[] x = Arrays.stream(rows).mapToDouble(row -> row[row.length - 1]).toArray();
        return Bootstrap.of(Statistic.ratio(x, u), Resampling.rows(rows.length));
    }

    @Test
    void everyResampleOfFiveGivesTheExactDistribution() {
        Cases expected = Cases.of("boot.enum.city");
        BootstrapDistribution all = Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5))
                .enumerated()
                .withQuantiles(Quantiles.TYPE_7)
                .run();
        assertThat(all.replicates()).hasSize(3125);
        expected.check("t0", all.estimate());
        expected.check("mean_t", all.estimate() + all.bias());
        expected.check("sd_t", all.standardError());
        expected.check("z0", all.biasCorrection());
        expected.check("a", all.acceleration());
        expected.check("bca_alpha_lo", all.correctedLevel(.025));
        expected.check("bca_alpha_hi", all.correctedLevel(.975));
        expected.check("perc_lo", all.interval(IntervalMethod.PERCENTILE, .95).lower());
        expected.check("perc_hi", all.interval(IntervalMethod.PERCENTILE, .95).upper());
        expected.check("basic_lo", all.interval(IntervalMethod.BASIC, .95).lower());
        expected.check("basic_hi", all.interval(IntervalMethod.BASIC, .95).upper());
        expected.check("bca_lo", all.interval(IntervalMethod.BCA, .95).lower());
        expected.check("bca_hi", all.interval(IntervalMethod.BCA, .95).upper());
    }

    @Test
    void drawnIndicesGiveTheIntervalsOfBoot() throws IOException {
        Cases expected = Cases.of("boot.fixedindices.city");
        int[][] drawn = Arrays.stream(columns("boot_city_indices_R999.csv"))
                .map(row -> Arrays.stream(row).mapToInt(v -> (int) v - 1).toArray())
                .toArray(int[][]::new);
        BootstrapDistribution told = city().withDrawn(drawn)
                .withAcceleration(Acceleration.REGRESSION)
                .run();
        expected.check("t0", told.estimate());
        expected.check("bias", told.bias());
        expected.check("se", told.standardError());
        expected.check("norm", ends(told.interval(IntervalMethod.NORMAL, .95)));
        expected.check("basic", ends(told.interval(IntervalMethod.BASIC, .95)));
        expected.check("perc", ends(told.interval(IntervalMethod.PERCENTILE, .95)));
        expected.check("bca", ends(told.interval(IntervalMethod.BCA, .95)));
        expected.check("bca_rank/0", 1000 * told.correctedLevel(.025));
        assertThat(told.acceleration()).isCloseTo(.0096080, within(5e-8)); // the case's note

        Interval byJackknife =
                city().withDrawn(drawn).run().interval(IntervalMethod.BCA, .95); // ends in the case's note
        assertThat(ends(byJackknife)).containsExactly(new double[] {1.215476, 2.005068}, within(5e-7));
    }

    @Test
    void theJackknifeIsThatOfTheReference() throws IOException {
        Cases expected = Cases.of("boot.jackknife.city");
        Jackknife jackknife = city().jackknife();
        expected.check("t0", jackknife.estimate());
        expected.check("bias", jackknife.bias());
        expected.check("se", jackknife.standardError());
        expected.check("accel", jackknife.acceleration());
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.lower(), interval.upper()};
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        double[] values = random(1, 501);
        for (Statistic statistic : List.of(Statistic.mean(values), slowMean(values))) {
            Bootstrap bootstrap = Bootstrap.of(statistic, Resampling.rows(501)).withReplicates(1_000);
            double[] one = bootstrap.withThreads(1).run().replicates();
            assertThat(bootstrap.withThreads(3).run().replicates()).isEqualTo(one);
            assertThat(bootstrap.withThreads(2).run().replicates()).isEqualTo(one);
            assertThat(bootstrap.withSeed(2).run().replicates()).isNotEqualTo(one);
        }
    }

    @Test
    void fewerReplicatesAreTheFirstOfMore() {
        Bootstrap bootstrap = Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5));
        double[] many = bootstrap.withReplicates(400).run().replicates();
        assertThat(bootstrap.withReplicates(150).run().replicates()).isEqualTo(Arrays.copyOf(many, 150));
    }

    @Test
    void fastPathsAgreeWithTheViewOfRows() {
        double[] values = random(2, 61);
        double[] others = random(3, 61);
        boolean[] treated = new boolean[61];
        List<String> hubs = new ArrayList<>();
        List<String> arms = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            treated[i] = i % 9 < 4;
            hubs.add("hub " + i % 9);
            arms.add(treated[i] ? "yes" : "no");
        }
        Statistic slowDifference = rows -> {
            double[] sums = new double[4];
            for (int i = 0; i < rows.size(); i++) {
                int arm = treated[rows.row(i)] ? 1 : 0;
                sums[arm] += values[rows.row(i)];
                sums[2 + arm]++;
            }
            return sums[1] / sums[3] - sums[0] / sums[2];
        };
        Statistic slowRatio = rows -> {
            double above = 0;
            double below = 0;
            for (int i = 0; i < rows.size(); i++) {
                above += values[rows.row(i)];
                below += others[rows.row(i)];
            }
            return above / below;
        };
        Statistic[][] pairs = {
            {Statistic.mean(values), slowMean(values)},
            {Statistic.differenceOfMeans(values, treated), slowDifference},
            {Statistic.ratio(values, others), slowRatio}
        };
        for (Resampling resampling : List.of(
                Resampling.rows(61),
                Resampling.strata(Categories.of(arms)),
                Resampling.clusters(Categories.of(hubs)),
                Resampling.clusters(Categories.of(hubs), Categories.of(arms)))) {
            for (Statistic[] pair : pairs) {
                BootstrapDistribution fast =
                        Bootstrap.of(pair[0], resampling).withReplicates(300).run();
                BootstrapDistribution slow =
                        Bootstrap.of(pair[1], resampling).withReplicates(300).run();
                assertThat(fast.replicates()).containsExactly(slow.replicates(), within(1e-12));
                assertThat(fast.acceleration()).isCloseTo(slow.acceleration(), within(1e-10));
            }
        }
    }

    @Test
    void strataKeepTheirSizesAndClustersStayWhole() {
        Categories arms = Categories.of(List.of("a", "b", "a", "b", "b", "a", "b"));
        Statistic shareOfA = rows -> IntStream.range(0, rows.size())
                        .filter(i -> arms.code(rows.row(i)) == 0)
                        .count()
                / (double) rows.size();
        assertThat(Bootstrap.of(shareOfA, Resampling.strata(arms))
                        .withAcceleration(Acceleration.NONE)
                        .run()
                        .replicates())
                .containsOnly(3 / 7.0);
        Statistic asManyOfRow0As2 = rows -> IntStream.range(0, rows.size())
                .map(i -> rows.row(i) == 0 ? 1 : rows.row(i) == 2 ? -1 : 0)
                .sum();
        assertThat(Bootstrap.of(asManyOfRow0As2, Resampling.clusters(arms))
                        .withAcceleration(Acceleration.NONE)
                        .run()
                        .replicates())
                .containsOnly(0);
    }

    @Test
    void drawsAreUniform() {
        // chi-squared over 7 values of 70,000 draws: 6 degrees of freedom, mean 6, standard deviation 3.5
        int[] counts = new int[7];
        Draws.Random random = new Draws.Random(Resampling.rows(7), 11, 10_000);
        int[] units = new int[7];
        for (int r = 0; r < 10_000; r++) {
            random.draw(r, units);
            for (int unit : units) {
                counts[unit]++;
            }
        }
        double chi2 = Arrays.stream(counts)
                .mapToDouble(c -> (c - 10_000.0) * (c - 10_000.0) / 10_000)
                .sum();
        assertThat(chi2).isBetween(0.5, 20.0);
    }

    @Test
    void rejectedBitsAreDrawnAgain() {
        long bound = 3L << 29; // a quarter of all bits is rejected
        int[] thirds = new int[3];
        for (int i = 0; i < 30_000; i++) {
            long bits = CounterRandom.bits(5, i) >>> 32;
            thirds[(int) (CounterRandom.bounded(bits, bound, 5, i) >>> 29)]++;
        }
        // each 10,000 with a standard deviation of 82; without rejection the spread would be thousands
        for (int count : thirds) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }

    @Test
    void theStandardErrorOfAMeanIsNearItsFormula() {
        double[] values = random(4, 400);
        double n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double formula = Math.sqrt(
                        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / n)
                / Math.sqrt(n);
        BootstrapDistribution drawn =
                Bootstrap.of(Statistic.mean(values), Resampling.rows(400)).run();
        assertThat(drawn.standardError()).isCloseTo(formula, within(.03 * formula)); // error of an sd: 0.7 %
    }

    @Test
    void scalingAndShiftingTheDataMovesTheIntervals() {
        double[] values = random(5, 40);
        double[] moved = Arrays.stream(values).map(v -> 4 * v + 1000).toArray();
        BootstrapDistribution before =
                Bootstrap.of(Statistic.mean(values), Resampling.rows(40)).run();
        BootstrapDistribution after =
                Bootstrap.of(Statistic.mean(moved), Resampling.rows(40)).run();
        for (IntervalMethod method : IntervalMethod.values()) {
            double[] wanted = Arrays.stream(ends(before.interval(method, .9)))
                    .map(v -> 4 * v + 1000)
                    .toArray();
            assertThat(ends(after.interval(method, .9))).containsExactly(wanted, within(1e-9));
        }
    }

    @Test
    void theOrderOfRowsDoesNotChangeTheExactDistribution() {
        double[] turned = {4.0, 5.6, 2.1, 1.9, 3.4};
        Interval before = Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5))
                .enumerated()
                .run()
                .interval(IntervalMethod.BCA, .95);
        Interval after = Bootstrap.of(Statistic.mean(turned), Resampling.rows(5))
                .enumerated()
                .run()
                .interval(IntervalMethod.BCA, .95);
        assertThat(ends(after)).containsExactly(ends(before), within(1e-12));
    }

    @Test
    void theEffectTellsHowItWasDrawn() {
        Effect effect = Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5))
                .withSeed(7)
                .run()
                .effect(IntervalMethod.BCA, .95);
        assertThat(effect.seed()).isEqualTo(7);
        assertThat(effect.n()).isEqualTo(5);
        assertThat(effect.dataHash()).hasSize(64);
        assertThat(effect.convention())
                .containsEntry("interval", "bca")
                .containsEntry("quantiles", "normal scale")
                .containsEntry("acceleration", "jackknife");
    }

    @Test
    void ratiosWithoutADenominatorAreLeftOutAndCounted() {
        Effect effect = Bootstrap.of(
                        Statistic.ratio(new double[] {1, 2, 3}, new double[] {0, 0, 1}), Resampling.rows(3))
                .enumerated()
                .withAcceleration(Acceleration.NONE)
                .run()
                .effect(IntervalMethod.PERCENTILE, .9);
        assertThat(effect.diagnostics()).containsEntry("replicates left out", 8.0); // 2³ of 27 never draw the third
    }

    @Test
    void progressIsToldOnTheCallersThread() {
        List<Integer> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5))
                .withReplicates(1_000)
                .withThreads(2)
                .withProgress(done -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    told.add(done);
                })
                .run();
        assertThat(told).isSorted().last().isEqualTo(1_000);
    }

    @Test
    void anInterruptedThreadCancels() {
        for (int threads : new int[] {1, 2}) {
            Bootstrap bootstrap =
                    Bootstrap.of(slowMean(SMALL), Resampling.rows(5)).withThreads(threads);
            Thread.currentThread().interrupt();
            assertThatThrownBy(bootstrap::run)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> Statistic.mean(new double[] {1, Double.NaN}))
                .hasMessageContaining("values must be finite, but that of row 2 is not\nMaybe leave out");
        assertThatThrownBy(() -> Resampling.clusters(Categories.of(List.of("a", "a"))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("two clusters or more, but had 1");
        assertThatThrownBy(() -> Resampling.strata(Categories.of(List.of("a", ""))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("strata must be told for every row");
        assertThatThrownBy(() -> Resampling.clusters(
                        Categories.of(List.of("a", "a", "b")), Categories.of(List.of("x", "y", "x"))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a cluster must lie in one stratum");
        assertThatThrownBy(() -> Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(4)))
                .hasMessageContaining("same rows, but were of 5 and 4");
        Bootstrap bootstrap = Bootstrap.of(Statistic.mean(SMALL), Resampling.rows(5));
        assertThatThrownBy(() -> bootstrap.withReplicates(1)).hasMessageContaining("2 or more, but were 1");
        assertThatThrownBy(() -> bootstrap.withDrawn(new int[][] {{1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}}))
                .hasMessageContaining("must be from 0 to 4, but was 5\nMaybe the indices count from 1.");
        assertThatThrownBy(() -> Bootstrap.of(Statistic.mean(new double[20]), Resampling.rows(20))
                        .enumerated())
                .hasMessageContaining("20 units have more");
        BootstrapDistribution constant = Bootstrap.of(Statistic.mean(new double[] {3, 3, 3}), Resampling.rows(3))
                .run();
        assertThatThrownBy(() -> constant.interval(IntervalMethod.BCA, .95))
                .hasMessageContaining("Maybe the data do not vary");
        assertThat(constant.interval(IntervalMethod.PERCENTILE, .95).upper()).isEqualTo(3);
    }
}
