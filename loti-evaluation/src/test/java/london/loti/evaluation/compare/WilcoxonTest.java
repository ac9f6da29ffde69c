package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static london.loti.evaluation.compare.Samples.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WilcoxonTest {
    /** Hollander and Wolfe 1973, page 29: a depression scale, as in R's help page of wilcox.test. */
    private static final double[] FIRST = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

    private static final double[] SECOND = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    private static PrePost sleep() {
        return PrePost.of(Samples.sleep(2), Samples.sleep(1));
    }

    @Test
    void exactAgreesWithR() {
        PrePost change = PrePost.of(SECOND, FIRST);
        for (Zeros zeros : Zeros.values()) {
            Estimate rank = change.withZeros(zeros).wilcoxon().headline();
            Cases expected = Cases.of("wsr.depression.exact");
            expected.check("statistic", rank.statistic());
            expected.check("p", rank.pValue());
            expected.check("estimate", rank.value());
            expected.check("ci_lo", interval(rank).lower());
            expected.check("ci_hi", interval(rank).upper());
        }
        Cases side = Cases.of("wsr.depression.onesided");
        Estimate greater =
                change.withAlternative(Alternative.GREATER).wilcoxon().headline();
        side.check("statistic", greater.statistic());
        side.check("p", greater.pValue());
        assertThat(interval(greater).upper()).isInfinite();
    }

    @Test
    void normalAgreesWithR() {
        PrePost dropped = sleep().withZeros(Zeros.WILCOXON);
        Estimate corrected = dropped.withDistribution(NullDistribution.NORMAL_CORRECTED)
                .wilcoxon()
                .headline();
        Cases expected = Cases.of("wsr.sleep.normal.cc");
        expected.check("statistic", corrected.statistic());
        expected.check("p", corrected.pValue(), 1e-12); // only R's search for the ends is inexact
        expected.check("estimate", corrected.value());
        expected.check("ci_lo", interval(corrected).lower());
        expected.check("ci_hi", interval(corrected).upper());
        Cases plain = Cases.of("wsr.sleep.normal.nocc");
        Estimate uncorrected =
                dropped.withDistribution(NullDistribution.NORMAL).wilcoxon().headline();
        plain.check("statistic", uncorrected.statistic());
        plain.check("p", uncorrected.pValue());
    }

    @Test
    void tiesAndZerosAgreeWithR() {
        Cases ties = Cases.of("wsr.sleep.exact.ties");
        Estimate exact = sleep().withZeros(Zeros.WILCOXON).wilcoxon().headline();
        ties.check("statistic", exact.statistic());
        ties.check("p", exact.pValue());
        Cases pratt = Cases.of("wsr.sleep.pratt");
        Effect normal = sleep().withDistribution(NullDistribution.NORMAL).wilcoxon();
        pratt.check("z", normal.diagnostics().get("z"));
        pratt.check("p_asymp", normal.headline().pValue());
        pratt.check("p_exact", sleep().wilcoxon().headline().pValue());
        assertThat(normal.convention()).containsEntry("zeros", "pratt").containsEntry("p", "normal");
        assertThat(normal.diagnostics()).containsEntry("changed", 9.0);
    }

    @Test
    void convolutionIsEnumeration() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 30; round++) {
            double[] changes = Samples.times(Samples.tied(random, 9, 9), 1, -3);
            for (Zeros zeros : Zeros.values()) {
                for (Alternative side : Alternative.values()) {
                    double fast = PrePost.ofChanges(changes)
                            .withZeros(zeros)
                            .withAlternative(side)
                            .wilcoxon()
                            .headline()
                            .pValue();
                    assertThat(fast)
                            .as("round " + round + zeros + side)
                            .isCloseTo(enumerated(changes, zeros, side), within(1e-13));
                }
            }
        }
    }

    private static double enumerated(double[] changes, Zeros zeros, Alternative side) {
        double[] kept = Arrays.stream(changes)
                .filter(c -> zeros == Zeros.PRATT || c != 0)
                .toArray();
        double[] ranks = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (double other : kept) {
                double difference = Math.abs(kept[i]) - Math.abs(other);
                ranks[i] += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
            }
            ranks[i] = kept[i] == 0 ? 0 : ranks[i] + 0.5;
        }
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < kept.length; i++) {
            seen += kept[i] > 0 ? ranks[i] : 0;
            expected += ranks[i] / 2;
        }
        int count = 0;
        for (int signs = 0; signs < 1 << kept.length; signs++) {
            double total = 0;
            for (int i = 0; i < kept.length; i++) {
                total += (signs >> i & 1) == 1 ? ranks[i] : 0;
            }
            boolean counts = side == Alternative.GREATER
                    ? total >= seen
                    : side == Alternative.LESS
                            ? total <= seen
                            : Math.abs(total - expected) >= Math.abs(seen - expected);
            count += counts ? 1 : 0;
        }
        return (double) count / (1 << kept.length);
    }

    @Test
    void valuesInOrderAreThoseOfTheWholeList() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n : new int[] {2, 3, 6, 17}) {
            double[] changes = random.doubles(n, -5, 9).toArray();
            double[] means = new double[n * (n + 1) / 2];
            int next = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    means[next++] = (changes[i] + changes[j]) / 2;
                }
            }
            Arrays.sort(means);
            assertThat(HodgesLehmann.ofMeans(changes).estimate())
                    .isEqualTo(Quantiles.of(means).withType(2).at(0.5));
            double[] other = random.doubles(n + 2, 0, 4).toArray();
            double[] differences = Arrays.stream(changes)
                    .flatMap(c -> Arrays.stream(other).map(o -> c - o))
                    .toArray();
            assertThat(HodgesLehmann.ofDifferences(changes, other).estimate())
                    .isEqualTo(Quantiles.of(differences).withType(2).at(0.5));
        }
    }

    @Test
    void anIntervalHoldsTheChangesThatItsTestDoesNotReject() {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 10; round++) {
            double[] changes = random.doubles(8 + round, -2, 5).toArray();
            for (Alternative side : Alternative.values()) {
                for (NullDistribution distribution : NullDistribution.values()) {
                    PrePost change = PrePost.ofChanges(changes)
                            .withAlternative(side)
                            .withDistribution(distribution)
                            .withLevel(0.9);
                    Interval interval = interval(change.wilcoxon().headline());
                    for (int i = 0; i < 60; i++) {
                        double value = random.nextDouble(-4, 7);
                        double p = change.against(value).wilcoxon().headline().pValue();
                        assertThat(interval.contains(value))
                                .as(round + " " + side + " " + distribution + " " + value)
                                .isEqualTo(p > 0.1);
                    }
                }
            }
        }
    }

    @Test
    void tooFewForTheLevelLowersIt() {
        // by hand: of 4 changes the widest interval misses with 2 / 16
        Effect four = PrePost.ofChanges(new double[] {1, 2, 4, 7}).wilcoxon();
        assertThat(interval(four.headline())).isEqualTo(new Interval(1, 7, 0.875));
        assertThat(four.diagnostics()).containsEntry("achieved level", 0.875);
        Effect one =
                PrePost.ofChanges(new double[] {0, 3}).withZeros(Zeros.WILCOXON).wilcoxon();
        assertThat(one.headline().interval()).isNull();
        assertThat(one.headline().pValue()).isOne();
        Effect normal = PrePost.ofChanges(new double[] {1, 2, 4})
                .withDistribution(NullDistribution.NORMAL)
                .wilcoxon();
        assertThat(interval(normal.headline()).level()).isLessThan(0.95);
        assertThat(interval(normal.headline()).lower()).isEqualTo(1);
    }

    @Test
    void ratherManyChangesAreStillExactAndMoreAreNormal() {
        double[] many = new SplittableRandom(6).doubles(300, -1, 1.1).toArray();
        PrePost change = PrePost.ofChanges(many);
        Effect best = change.wilcoxon();
        assertThat(best.convention()).containsEntry("p", "normal, continuity corrected");
        Effect exact = change.withDistribution(NullDistribution.EXACT).wilcoxon();
        assertThat(exact.headline().pValue()).isCloseTo(best.headline().pValue(), within(1e-3));
        assertThat(exact.headline().value()).isEqualTo(best.headline().value());
        PrePost tooMany = PrePost.ofChanges(
                        new SplittableRandom(6).doubles(1_001).toArray())
                .withDistribution(NullDistribution.EXACT);
        assertThatThrownBy(tooMany::wilcoxon).hasMessageContaining("Maybe NORMAL_CORRECTED");
    }

    @Test
    void roundingOfDifferencesMakesNoRanks() {
        // 0.3 - 0.1 and 0.4 - 0.2 are 0.2 but for their last digits
        Effect decimal = PrePost.of(new double[] {0.1, 0.2, 0.5, 0.7}, new double[] {0.3, 0.4, 0.2, 0.7 + 1e-16})
                .wilcoxon();
        Effect whole =
                PrePost.of(new double[] {1, 2, 5, 7}, new double[] {3, 4, 2, 7}).wilcoxon();
        assertThat(decimal.headline().statistic()).isEqualTo(whole.headline().statistic());
        assertThat(decimal.headline().pValue()).isEqualTo(whole.headline().pValue());
        assertThat(decimal.diagnostics()).containsEntry("changed", 3.0);
    }

    @Test
    void nobodyWhoChangedIsAnError() {
        assertThatThrownBy(() ->
                        PrePost.of(new double[] {1, 2}, new double[] {1, 2}).wilcoxon())
                .hasMessageContaining("all 2 are equal to it")
                .hasMessageContaining("same column");
    }

    @Test
    void rankBiserialIsTheBalanceOfRanks() {
        // by hand: ranks 1 to 3 up, 4 down: (6 - 4) / 10
        Effect effect = PrePost.ofChanges(new double[] {1, 2, 3, -4}).wilcoxon();
        assertThat(effect.estimate("rank-biserial correlation").value()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void manyPairsOverflowNothing() {
        double[] changes = new double[60_000];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (i % 2 == 0 ? 1 : -1) * (i + 1.0);
        }
        Effect effect = PrePost.ofChanges(changes)
                .withDistribution(NullDistribution.NORMAL)
                .wilcoxon();
        double n = changes.length;
        double positive = n / 2 * (n / 2); // 1 + 3 + 5 ...
        double z = (positive - n * (n + 1) / 4) / Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
        assertThat(effect.diagnostics().get("z")).isCloseTo(z, within(1e-9));
    }
}
