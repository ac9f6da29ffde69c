package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WeightedGroupsTest {
    private static double[] turned(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }

    @Test
    void inverseProbabilityAgreesWithR() {
        Cases expected = Cases.of("ipw.lalonde");
        StudyTable table = Samples.lalonde();
        double[] outcome = table.numbers("re78");
        InverseProbability ate = InverseProbability.of(PropensityScore.fit(Samples.lalonde(table)));
        Effect all = ate.weights().effect(outcome);
        GroupWeights forTreated = ate.withEstimand(Estimand.ATT).weights();
        expected.check("ate_hajek", all.headline().value());
        expected.check("se_hc0_ate", all.headline().standardError());
        expected.check("max_w_ate", all.diagnostics().getOrDefault("largest weight", 0.0));
        expected.check("ate_ht", ate.horvitzThompson(outcome).headline().value());
        expected.check("att_hajek", forTreated.effect(outcome).headline().value());
        expected.check("se_hc0_att", forTreated.effect(outcome).headline().standardError());
        expected.check("ess_control_att", forTreated.effectiveSize(false));
        expected.check(
                "ato",
                ate.withEstimand(Estimand.ATO)
                        .weights()
                        .effect(outcome)
                        .headline()
                        .value());
        assertThat(forTreated.findings()).isNotEmpty();
    }

    @Test
    void entropyBalancingAgreesWithR() {
        Cases expected = Cases.of("ebal.lalonde");
        StudyTable table = Samples.lalonde();
        GroupWeights found = EntropyBalancing.of(Samples.lalonde(table)).weights();
        Effect effect = found.effect(table.numbers("re78"));
        expected.check("att", effect.headline().value());
        expected.check("ess", effect.diagnostics().getOrDefault("ess control", 0.0));
        expected.check("max_w", effect.diagnostics().getOrDefault("largest control weight", 0.0));
        expected.check("kl", effect.diagnostics().getOrDefault("kl divergence", 0.0));
        expected.check("w_first5", Arrays.copyOfRange(found.weights(), 185, 190)); // 185 treated come first
        assertThat(effect.diagnostics().getOrDefault("largest imbalance", 1.0)).isLessThan(1e-12);
        assertThat(effect.diagnostics().getOrDefault("largest smd", 1.0)).isLessThan(1e-10);
    }

    @Test
    void doublyRobustAgreesWithItsFormula() {
        // numpy: mean and sd(ddof=1)/sqrt(n) of m1 - m0 + t(y-m1)/e - (1-t)(y-m0)/(1-e), m by lstsq in each group
        StudyTable table = Samples.lalonde();
        DoublyRobust robust = DoublyRobust.of(PropensityScore.fit(Samples.lalonde(table)));
        Effect all = robust.ate(table.numbers("re78"));
        assertThat(all.headline().value()).isCloseTo(469.6399735863562, within(1e-5));
        assertThat(all.headline().standardError()).isCloseTo(926.1550799337281, within(1e-5));
        // numpy: z = (t(y-m0) - (1-t)e/(1-e)(y-m0)) / mean(t); its mean, and sd(z - t·mean/mean(t), ddof=1)/sqrt(n)
        Effect treated = robust.att(table.numbers("re78"));
        assertThat(treated.headline().value()).isCloseTo(1226.5437405543478, within(1e-5));
        assertThat(treated.headline().standardError()).isCloseTo(814.0794368723434, within(1e-5));
    }

    @Test
    void allMethodsFindTheEffectThatWasMadeUp() {
        Samples.Study study = new Samples.Study(11, 4_000);
        PropensityScore score = PropensityScore.fit(study.comparison());
        DoublyRobust robust = DoublyRobust.of(score);
        InverseProbability ipw = InverseProbability.of(score);
        assertThat(robust.ate(study.outcome).headline().value()).isCloseTo(2, within(0.05));
        assertThat(robust.att(study.outcome).headline().value()).isCloseTo(2, within(0.05));
        for (Estimand estimand : Estimand.values()) {
            assertThat(ipw.withEstimand(estimand)
                            .weights()
                            .effect(study.outcome)
                            .headline()
                            .value())
                    .as("%s", estimand)
                    .isCloseTo(2, within(0.2));
        }
        assertThat(EntropyBalancing.of(study.comparison())
                        .weights()
                        .effect(study.outcome)
                        .headline()
                        .value())
                .isCloseTo(2, within(0.05));
        assertThat(Subclassification.of(score)
                        .withClasses(10)
                        .weights()
                        .effect(study.outcome)
                        .headline()
                        .value())
                .isCloseTo(2, within(0.2));
    }

    @Test
    void overlapWeightsOfALogitBalanceItsCovariatesExactly() {
        // Li, Morgan and Zaslavsky 2018, theorem 3
        GroupWeights found = InverseProbability.of(PropensityScore.fit(new Samples.Study(5, 300).comparison()))
                .withEstimand(Estimand.ATO)
                .weights();
        assertThat(found.balance().largest()).isLessThan(1e-10);
    }

    @Test
    void neitherUnitNorOriginNorOrderOfRowsMatters() {
        Samples.Study study = new Samples.Study(6, 400);
        double[] score = PropensityScore.fit(study.comparison()).scores();
        double[] weights = EntropyBalancing.of(study.comparison()).weights().weights();
        Comparison moved = study.comparison(250, -9_000);
        assertThat(PropensityScore.fit(moved).scores()).containsExactly(score, within(1e-12));
        assertThat(EntropyBalancing.of(moved).weights().weights()).containsExactly(weights, within(1e-12));
        Comparison other = study.turned().comparison();
        assertThat(turned(PropensityScore.fit(other).scores())).containsExactly(score, within(1e-12));
        assertThat(turned(EntropyBalancing.of(other).weights().weights())).containsExactly(weights, within(1e-12));
    }

    @Test
    void entropyBalancingHitsTheMeans() {
        for (long seed = 1; seed <= 5; seed++) {
            BalanceTable table = EntropyBalancing.of(new Samples.Study(seed, 150).comparison())
                    .weights()
                    .balance();
            assertThat(table.largest()).as("seed %d", seed).isLessThan(1e-10);
        }
    }

    @Test
    void meansOutOfReachAreNamed() {
        double[] treated = {1, 1, 0, 0, 0, 0};
        Design apart = Design.withIntercept()
                .number("age", new double[] {70, 80, 20, 30, 40, 50})
                .number("need", new double[] {1, 2, 0, 1, 2, 3});
        assertThatThrownBy(
                        () -> EntropyBalancing.of(Comparison.of(treated, apart)).weights())
                .hasMessageContaining("mean of 'age'");
        Design together = Design.withIntercept() // each mean is within reach, but no control has much of both
                .number("a", new double[] {4, 5, 0, 6, 1, 4})
                .number("b", new double[] {5, 5, 6, 0, 4, 1});
        assertThatThrownBy(() ->
                        EntropyBalancing.of(Comparison.of(treated, together)).weights())
                .hasMessageContaining("together they are not");
    }

    @Test
    void groupsThatDoNotOverlapAreTold() {
        double[] treated = {1, 1, 1, 0, 0, 0, 0};
        Design apart = Design.withIntercept().number("age", new double[] {70, 80, 75, 20, 30, 40, 50});
        assertThatThrownBy(() -> PropensityScore.fit(Comparison.of(treated, apart)))
                .hasMessageContaining("age does");
    }

    @Test
    void rowsWithGapsCountForNothing() {
        Samples.Study study = new Samples.Study(8, 200);
        study.age[3] = Double.NaN;
        study.treated[4] = Double.NaN;
        study.outcome[5] = Double.NaN;
        GroupWeights found =
                InverseProbability.of(PropensityScore.fit(study.comparison())).weights();
        assertThat(found.weights()[3]).isZero();
        assertThat(found.weights()[4]).isZero();
        Effect effect = found.effect(study.outcome);
        assertThat(effect.n()).isEqualTo(197);
        assertThat(effect.diagnostics()).containsEntry("without outcome", 1.0);
    }

    @Test
    void trimmingDropsAndTruncationMoves() {
        Samples.Study study = new Samples.Study(9, 500);
        PropensityScore score = PropensityScore.fit(study.comparison());
        long outside =
                Arrays.stream(score.scores()).filter(e -> e < 0.2 || e > 0.8).count();
        InverseProbability ipw = InverseProbability.of(score);
        GroupWeights trimmed = ipw.withTrimming(0.2).weights();
        assertThat(Arrays.stream(trimmed.weights()).filter(w -> w == 0).count()).isEqualTo(outside);
        assertThat(trimmed.findings()).anyMatch(f -> f.message().contains(outside + " units were trimmed"));
        assertThat(Arrays.stream(ipw.withTruncation(0.2).weights().weights())
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(5 + 1e-12);
    }

    @Test
    void horvitzThompsonForTheTreatedIsTheirMeanLessWeightedControls() {
        Samples.Study study = new Samples.Study(10, 300);
        PropensityScore score = PropensityScore.fit(study.comparison());
        double[] e = score.scores();
        double sum = 0;
        double treated = 0;
        for (int i = 0; i < e.length; i++) {
            treated += study.treated[i];
            sum += study.treated[i] == 1 ? study.outcome[i] : -study.outcome[i] * e[i] / (1 - e[i]);
        }
        assertThat(InverseProbability.of(score)
                        .withEstimand(Estimand.ATT)
                        .horvitzThompson(study.outcome)
                        .headline()
                        .value())
                .isCloseTo(sum / treated, within(1e-12));
    }
}
