package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;

import static london.loti.evaluation.compare.Samples.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PrePostTest {
    static final double NAN = Double.NaN;

    /** What R calls x - y is y before and x after. */
    private static PrePost sleep() {
        return PrePost.of(Samples.sleep(2), Samples.sleep(1));
    }

    private static void checkT(Cases expected, Estimate t) {
        expected.check("t", t.statistic());
        expected.check("df", t.degreesOfFreedom());
        expected.check("p", t.pValue());
        expected.check("ci_lo", interval(t).lower());
        expected.check("ci_hi", interval(t).upper());
        expected.check("estimate", t.value());
        expected.check("stderr", t.standardError());
    }

    @Test
    void tAgreesWithR() {
        checkT(Cases.of("t.paired.sleep"), sleep().t().headline());
        double[] y1 = Samples.column("MASS_immer", "Y1");
        checkT(
                Cases.of("t.paired.immer"),
                PrePost.of(Samples.column("MASS_immer", "Y2"), y1).t().headline());
        checkT(
                Cases.of("t.onesample.sleep"),
                PrePost.ofChanges(Samples.column("datasets_sleep", "extra"))
                        .against(1)
                        .t()
                        .headline());
    }

    @Test
    void permutationAgreesWithEnumerationInR() {
        Cases expected = Cases.of("perm.sleep.exact");
        PrePost change = PrePost.of(Samples.sleep(1), Samples.sleep(2));
        Effect both = change.permutation();
        expected.check("mean", both.headline().value());
        expected.check("p_two", both.headline().pValue());
        expected.check("n_perm", both.diagnostics().get("arrangements"));
        expected.check(
                "p_greater",
                change.withAlternative(Alternative.GREATER)
                        .permutation()
                        .headline()
                        .pValue());
        assertThat(both.seed()).isNull();
    }

    @Test
    void sizesAgreeWithR() {
        Effect sizes = sleep().effectSizes();
        Cases z = Cases.of("dz.sleep");
        z.check("dz", sizes.estimate("d_z").value());
        z.check("dz_lo", interval(sizes.estimate("d_z")).lower());
        z.check("dz_hi", interval(sizes.estimate("d_z")).upper());
        z.check("gz", sizes.estimate("g_z").value());
        z.check("gz_lo", interval(sizes.estimate("g_z")).lower());
        z.check("gz_hi", interval(sizes.estimate("g_z")).upper());
        // there x is before: d_pre divides by its deviation, and the sign is that of x - y
        Effect forward = PrePost.of(Samples.sleep(1), Samples.sleep(2)).effectSizes();
        Cases raw = Cases.of("dav.drm.sleep");
        raw.check("dz", sizes.estimate("d_z").value());
        raw.check("d_av", sizes.estimate("d_av").value());
        raw.check("d_rm", sizes.estimate("d_rm").value());
        raw.check("d_pre", -forward.estimate("d_pre").value());
        raw.check("r", sizes.diagnostics().get("correlation"));
        Cases change = Cases.of("smcr.sleep");
        change.check("smcr", forward.estimate("SMCR").value());
        change.check("smcr_var", Math.pow(forward.estimate("SMCR").standardError(), 2));
        change.check("smcc", forward.estimate("SMCC").value());
        change.check("smcc_var", Math.pow(forward.estimate("SMCC").standardError(), 2));
    }

    @Test
    void hedgesFactorIsTheRatioOfGammaFunctions() {
        // by hand: Γ(1) / Γ(1/2) = 1 / √π at 2; and J(ν) J(ν - 1) = (ν - 2) / √(ν (ν - 1)) from Γ(x + 1) = x Γ(x)
        double j = 1 / Math.sqrt(Math.PI);
        assertThat(StandardisedSize.correction(2)).isCloseTo(j, within(1e-15));
        for (int df = 3; df < 400; df++) {
            j = (df - 2) / (Math.sqrt((double) df * (df - 1)) * j);
            assertThat(StandardisedSize.correction(df)).as("df " + df).isCloseTo(j, within(1e-12));
        }
        assertThat(StandardisedSize.correction(1)).isNaN();
    }

    @Test
    void sizesOfFewPairsHaveNoCorrection() {
        Effect two = PrePost.of(new double[] {1, 2}, new double[] {2, 4}).effectSizes();
        assertThat(two.estimate("g_z").value()).isNaN();
        assertThat(two.estimate("SMCR").interval()).isNull();
        assertThat(two.estimate("d_z").value()).isCloseTo(1.5 / Math.sqrt(0.5), within(1e-14)); // by hand
    }

    @Test
    void equivalenceIsTwoOneSidedTests() {
        PrePost change = sleep();
        Effect effect = change.equivalence(-3, 1);
        Estimate above =
                change.against(-3).withAlternative(Alternative.GREATER).t().headline();
        Estimate below = change.against(1).withAlternative(Alternative.LESS).t().headline();
        assertThat(effect.estimate("above the lower bound").pValue()).isEqualTo(above.pValue());
        assertThat(effect.estimate("below the upper bound").pValue()).isEqualTo(below.pValue());
        assertThat(effect.headline().pValue()).isEqualTo(Math.max(above.pValue(), below.pValue()));
        assertThat(interval(effect.headline()))
                .isEqualTo(interval(change.withLevel(interval(effect.headline()).level())
                        .t()
                        .headline()));
        assertThat(interval(effect.headline()).level()).isCloseTo(0.9, within(1e-15));
        assertThatThrownBy(() -> change.equivalence(1, 1)).hasMessageContaining("in order");
        assertThatThrownBy(() -> change.withLevel(0.4).equivalence(-1, 1)).hasMessageContaining("above 0.5");
    }

    @Test
    void regressionToTheMeanIsTakenOff() {
        // by hand: all below the mean, z = 0: (1 - 0.7) 5 φ(0) / Φ(0) = 1.5 · 0.797885
        PrePost change = PrePost.of(new double[] {10, 14, 18, 20, 12}, new double[] {14, 15, 22, 21, 18});
        Effect effect = change.regressionToTheMean(20, 0.7, 20, 5);
        double expected = 1.5 * Math.sqrt(2 / Math.PI);
        assertThat(effect.estimate("expected regression to the mean").value()).isCloseTo(expected, within(1e-14));
        assertThat(effect.estimate("raw mean change").value()).isEqualTo(3.2);
        assertThat(effect.headline().value()).isCloseTo(3.2 - expected, within(1e-14));
        assertThat(effect.headline().standardError())
                .isEqualTo(effect.estimate("raw mean change").standardError());
        assertThat(effect.headline().pValue())
                .isGreaterThan(effect.estimate("raw mean change").pValue());
        assertThat(change.regressionToTheMean(20, 1, 20, 5).headline())
                .isEqualTo(change.t().headline().as("adjusted mean change"));
        double nothing = effect.diagnostics().get("reliability that leaves nothing");
        assertThat(nothing).isCloseTo(1 - 3.2 / (5 * Math.sqrt(2 / Math.PI)), within(1e-14));
    }

    @Test
    void regressionToTheMeanIsWhatSelectionGives() {
        SplittableRandom random = new SplittableRandom(11);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int n = 200_000;
        double[] before = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            double truth = Math.sqrt(0.6) * normal.inverseCumulativeProbability(random.nextDouble());
            before[i] = truth + Math.sqrt(0.4) * normal.inverseCumulativeProbability(random.nextDouble());
            after[i] = truth + Math.sqrt(0.4) * normal.inverseCumulativeProbability(random.nextDouble());
            if (before[i] > -0.8) {
                before[i] = NAN;
            }
        }
        Effect effect = PrePost.of(before, after).regressionToTheMean(-0.8, 0.6, 0, 1);
        assertThat(effect.estimate("raw mean change").value()).isGreaterThan(0.5);
        assertThat(effect.headline().value()).isCloseTo(0, within(0.02)); // five standard errors
        assertThat(effect.diagnostics()).containsEntry("incomplete pairs", (double) n - effect.n());
    }

    @Test
    void regressionNeedsPeopleBelowTheCutoff() {
        PrePost change = PrePost.of(new double[] {10, 14, 18}, new double[] {14, 15, 22});
        assertThatThrownBy(() -> change.regressionToTheMean(14, 0.7, 20, 5))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("no higher than the cutoff 14.0, but 1 scored higher")
                .hasMessageContaining("turn the signs");
        assertThatThrownBy(() -> change.regressionToTheMean(20, 1.2, 20, 5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> change.regressionToTheMean(20, 0.5, 20, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> PrePost.ofChanges(new double[] {1, 2}).regressionToTheMean(20, 0.5, 20, 5))
                .hasMessageContaining("PrePost.of(before, after)");
    }

    @Test
    void fewPairsSaySo() {
        assertThat(sleep().smallSample()).isTrue();
        Effect few = sleep().t();
        assertThat(few.assumptions()).anyMatch(a -> a.contains("fewer than 30 pairs") && a.contains("permutation"));
        assertThat(few.diagnostics()).containsEntry("pairs short of 30", 20.0);
        double[] many = new SplittableRandom(3).doubles(30).toArray();
        assertThat(PrePost.ofChanges(many).smallSample()).isFalse();
        assertThat(PrePost.ofChanges(many).t().assumptions()).noneMatch(a -> a.contains("fewer than"));
    }

    @Test
    void incompletePairsAreLeftOutAndCounted() {
        Effect whole =
                PrePost.of(new double[] {1, 2, 4}, new double[] {2, 5, 5}).t();
        Effect gaps = PrePost.of(new double[] {1, NAN, 2, 4, 3}, new double[] {2, 9, 5, 5, NAN})
                .t();
        assertThat(gaps.headline()).isEqualTo(whole.headline());
        assertThat(gaps.diagnostics()).containsEntry("incomplete pairs", 2.0);
        assertThat(gaps.n()).isEqualTo(3);
        assertThat(gaps.dataHash()).isEqualTo(whole.dataHash());
    }

    @Test
    void answersMoveWithTheDataAsTheyShould() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 20; round++) {
            double[] before = Samples.tied(random, 12, 9);
            double[] after = Samples.tied(random, 12, 11);
            PrePost change = PrePost.of(before, after);
            PrePost turned = PrePost.of(after, before);
            PrePost scaled = PrePost.of(Samples.times(before, 4, 7), Samples.times(after, 4, 7));
            PrePost other = PrePost.of(Samples.shuffled(before, round), Samples.shuffled(after, round));
            String what = "round " + round;
            for (int m = 0; m < 3; m++) {
                Estimate as = run(change, m);
                assertThat(run(turned, m).value()).as(what).isCloseTo(-as.value(), within(1e-12));
                assertThat(run(turned, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-12));
                assertThat(run(scaled, m).value()).as(what).isCloseTo(4 * as.value(), within(1e-12));
                assertThat(run(scaled, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-12));
                assertThat(run(other, m).value()).as(what).isEqualTo(as.value());
                assertThat(run(other, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-14));
            }
            for (String size : new String[] {"d_z", "g_z", "d_av", "d_rm", "d_pre", "SMCR", "SMCC"}) {
                assertThat(scaled.effectSizes().estimate(size).value())
                        .as(what + size)
                        .isCloseTo(change.effectSizes().estimate(size).value(), within(1e-12));
            }
        }
    }

    private static Estimate run(PrePost change, int method) {
        return switch (method) {
            case 0 -> change.t().headline();
            case 1 -> change.wilcoxon().headline();
            default -> change.permutation().headline();
        };
    }

    @Test
    void randomArrangementsComeNearAllOfThemAndKeepTheirSeed() {
        double[] changes = new SplittableRandom(8).doubles(24, -1, 2).toArray();
        PrePost change = PrePost.ofChanges(changes).withDraws(20_000).withSeed(4);
        Effect drawn = change.permutation();
        assertThat(drawn.seed()).isEqualTo(4);
        assertThat(drawn.convention()).containsEntry("p", "monte carlo: (b + 1) / (m + 1)");
        assertThat(change.permutation()).isEqualTo(drawn);
        double t = TTest.withDefaults().test(changes).getPValue();
        assertThat(drawn.headline().pValue()).isCloseTo(t, within(0.01));
        assertThat(change.withDraws(1).permutation().headline().pValue()).isIn(0.5, 1.0);
        // by hand: no arrangement is farther out than 70 equal changes, so that p is 1 / (m + 1), or a little more
        double[] alike = new double[70];
        Arrays.fill(alike, 2);
        assertThat(PrePost.ofChanges(alike)
                        .withDraws(99)
                        .permutation()
                        .headline()
                        .pValue())
                .isEqualTo(0.01);
    }

    @Test
    void wrongDataAreToldInWords() {
        assertThatThrownBy(() -> PrePost.of(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as many values, but they have 3 and 2")
                .hasMessageContaining("pair them by person");
        assertThatThrownBy(() -> PrePost.of(
                        new double[] {1, NAN, Double.POSITIVE_INFINITY},
                        new double[] {NAN, 1, Double.NEGATIVE_INFINITY}))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(f -> f.code().name())
                                .containsExactly("OUT_OF_RANGE", "OUT_OF_RANGE", "TOO_FEW"));
        assertThatThrownBy(() -> PrePost.of(new double[0], new double[0]))
                .hasMessageContaining("at least 2 complete pairs are needed, but there are 0");
        PrePost moved = PrePost.of(new double[] {1, 2, 3}, new double[] {2, 3, 4});
        assertThatThrownBy(moved::t)
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings().get(0).code()).isEqualTo(StudyProblem.NO_VARIATION))
                .hasMessageContaining("all but the same");
        assertThatThrownBy(moved::effectSizes).hasMessageContaining("all but the same");
        assertThat(moved.permutation().headline().pValue()).isEqualTo(0.25); // by hand: 2 of 8
        assertThatThrownBy(() -> PrePost.of(new double[] {3, 3, 3}, new double[] {2, 3, 4})
                        .effectSizes())
                .hasMessageContaining("vary within both waves");
        assertThatThrownBy(() -> moved.withDraws(0)).hasMessageContaining("draws must be at least 1");
        assertThatThrownBy(() -> moved.withLevel(95)).hasMessageContaining("0.95 was meant");
    }
}
