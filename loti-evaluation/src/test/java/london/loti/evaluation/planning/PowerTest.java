package london.loti.evaluation.planning;

import java.util.Random;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PowerTest {
    @Test
    void theTTestAgreesWithTheReference() {
        Cases expected = Cases.of("power.t.two");
        expected.check("power_n20", TTestPower.twoSample().power(20, 1));
        expected.check("n_p90", TTestPower.twoSample().units(.9, 1));
        expected.check("n_p90_one", TTestPower.twoSample().oneSided().units(.9, 1));
    }

    @Test
    void theFarTailDecidesTheFourthDigit() {
        // R power.t.test(power = .8, delta = .3, type = "paired"), without and with strict = TRUE; uniroot's tolerance
        assertThat(TTestPower.paired().units(.8, .3)).isCloseTo(89.14957, within(3e-4));
        assertThat(TTestPower.paired().countingBothTails().units(.8, .3)).isCloseTo(89.14936, within(3e-4));
        assertThat(TTestPower.paired().units(.8, .3))
                .isGreaterThan(TTestPower.paired().countingBothTails().units(.8, .3));
    }

    @Test
    void withoutAnEffectBothTailsHaveTheLevel() {
        assertThat(TTestPower.twoSample().countingBothTails().power(12, 0)).isCloseTo(.05, within(1e-14));
        assertThat(TTestPower.oneSample().oneSided().withAlpha(.1).power(12, 0)).isCloseTo(.1, within(1e-14));
        assertThat(ProportionsPower.normal().countingBothTails().power(50, .3, .3))
                .isCloseTo(.05, within(1e-14));
    }

    @Test
    void simulatedTestsAreSignificantAsOftenAsSaid() {
        // 20,000 trials of 15 against 30: standard error .0035
        Random normal = new Random(3);
        double critical = TDistribution.of(43).inverseSurvivalProbability(.025);
        int found = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] sums = new double[4];
            for (int i = 0; i < 45; i++) {
                int group = i < 15 ? 0 : 1;
                double value = normal.nextGaussian() + .8 * group;
                sums[group] += value;
                sums[2 + group] += value * value;
            }
            double within = sums[2] - sums[0] * sums[0] / 15 + sums[3] - sums[1] * sums[1] / 30;
            double t = (sums[1] / 30 - sums[0] / 15) / Math.sqrt(within / 43 * (1 / 15.0 + 1 / 30.0));
            found += Math.abs(t) > critical ? 1 : 0;
        }
        assertThat(TTestPower.twoSample().withRatio(2).countingBothTails().power(15, .8))
                .isCloseTo(found / 20_000.0, within(.012));
    }

    @Test
    void unitsAndEffectsLeadBackToThePower() {
        TTestPower test = TTestPower.twoSample().withRatio(1.5).withAlpha(.01);
        assertThat(test.power(test.units(.85, .4), .4)).isCloseTo(.85, within(1e-12));
        assertThat(test.power(33, test.effect(33, .85))).isCloseTo(.85, within(1e-12));
        ProportionsPower shares = ProportionsPower.arcsine().withRatio(2);
        assertThat(shares.power(shares.units(.85, .4, .5), .4, .5)).isCloseTo(.85, within(1e-12));
    }

    @Test
    void unequalGroupsCostPower() {
        // 40 and 20 are worth less than 30 and 30; which group is first does not matter
        TTestPower half = TTestPower.twoSample().withRatio(.5);
        TTestPower twice = TTestPower.twoSample().withRatio(2);
        assertThat(half.power(40, .5)).isCloseTo(twice.power(20, .5), within(1e-14));
        assertThat(half.power(40, .5)).isLessThan(TTestPower.twoSample().power(30, .5));
    }

    @Test
    void sharesAgreeWithTheReference() {
        Cases expected = Cases.of("power.prop");
        expected.check("power", ProportionsPower.normal().power(50, .5, .75));
        expected.check("n", ProportionsPower.normal().units(.9, .5, .75));
        expected.check("p2_for_n50", ProportionsPower.normal().second(50, .9, .5));
    }

    @Test
    void cohensHIsTheDifferenceOfArcsines() {
        // by hand: h = 2 asin(1) - 2 asin(√.5) = π/2; 8 a group: z = 1.5708·2 = 3.1416; Φ(3.1416 - 1.95996) = .88134
        assertThat(ProportionsPower.arcsine().power(8, .5, 1)).isCloseTo(.88134, within(2e-5));
    }

    @Test
    void clustersAgreeWithTheReference() {
        Cases expected = Cases.of("cluster.design");
        ClusterDesign equal = ClusterDesign.equalSizes(20, .05);
        expected.check("deff", equal.designEffect());
        expected.check("deff_unequal", new ClusterDesign(20, .05, .5).designEffect());
        expected.check("n_eff_400", equal.effectiveSize(400));
        expected.check("n_inflated_126", (double) equal.inflated(126));
        assertThat(equal.clusters(126)).isEqualTo(13); // by hand: 245.7 / 20
        assertThat(equal.overCorrelations(0, .1).get(1).designEffect()).isCloseTo(2.9, within(1e-14));
    }

    @Test
    void theDetectableEffectAgreesWithTheReference() {
        Cases expected = Cases.of("mde.individual");
        DetectableEffect calculator = DetectableEffect.withDefaults().withCovariates(1, .4, 0);
        expected.check("M", calculator.multiplier(497));
        expected.check("mde", calculator.ofPeople(500));
        assertThat(calculator.people(calculator.ofPeople(500))).isEqualTo(500);
    }

    @Test
    void clustersOfStrangersCostOnlyDegreesOfFreedom() {
        DetectableEffect calculator = DetectableEffect.withDefaults();
        double clustered = calculator.ofClusters(40, ClusterDesign.equalSizes(10, 0));
        assertThat(clustered / calculator.multiplier(38))
                .isCloseTo(calculator.ofPeople(400) / calculator.multiplier(398), within(1e-14));
        ClusterDesign alike = new ClusterDesign(10, .1, .6);
        // the design effect is the ratio of the variances
        double ratio = calculator.ofClusters(40, alike) / clustered;
        assertThat(ratio * ratio).isCloseTo(alike.designEffect(), within(1e-12));
        long clusters = calculator.clusters(.3, alike);
        assertThat(calculator.ofClusters((double) clusters, alike)).isLessThanOrEqualTo(.3);
        assertThat(calculator.ofClusters(clusters - 1.0, alike)).isGreaterThan(.3);
    }

    @Test
    void attritionIsAllowedForByDividing() {
        assertThat(Recruitment.allowingForAttrition(90, .1)).isEqualTo(100); // 90 / .9, whole but for rounding
        assertThat(Recruitment.allowingForAttrition(91, .1)).isEqualTo(102);
    }

    @Test
    void theTableHasACellForEachSizeAndEffect() {
        PowerTable table = PowerTable.of(new double[] {20, 40}, new double[] {.5, 1}, TTestPower.twoSample()::power);
        assertThat(table.cells()).hasSize(4);
        assertThat(table.cells().get(1))
                .isEqualTo(new PowerTable.Cell(20, 1, TTestPower.twoSample().power(20, 1)));
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> TTestPower.twoSample().power(1, .5))
                .hasMessageContaining("2 units or more, but had 1.0");
        assertThatThrownBy(() -> TTestPower.twoSample().power(10, -.5))
                .hasMessageContaining("Maybe give its size without");
        assertThatThrownBy(() -> TTestPower.paired().withRatio(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TTestPower.paired().units(.8, 0))
                .hasMessageContaining("Maybe suppose a larger effect");
        assertThatThrownBy(() -> TTestPower.paired().withAlpha(5))
                .hasMessageContaining("alpha must lie between 0 and 1");
        assertThatThrownBy(() -> ProportionsPower.normal().power(10, .2, 1.2))
                .hasMessageContaining("a share must be from");
        assertThatThrownBy(() -> ProportionsPower.normal().second(3, .99, .9)).hasMessageContaining("within reach");
        assertThatThrownBy(() -> ClusterDesign.equalSizes(20, 1.5))
                .hasMessageContaining("intraclass correlation must be");
        assertThatThrownBy(() -> ClusterDesign.equalSizes(Double.NaN, .5)).hasMessageContaining("1 person or more");
        assertThatThrownBy(() -> Recruitment.allowingForAttrition(10, 1)).hasMessageContaining("below 1, but was 1.0");
        assertThatThrownBy(() -> DetectableEffect.withDefaults().ofClusters(2, ClusterDesign.equalSizes(10, .1)))
                .hasMessageContaining("more than 2 clusters, but has 2.0");
    }
}
