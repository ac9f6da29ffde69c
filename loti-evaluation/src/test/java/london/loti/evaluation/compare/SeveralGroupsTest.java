package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Nist;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SeveralGroupsTest {
    @Test
    void analysisOfVarianceReachesNistsCeiling() {
        List<String> sets = Nist.sets("anova");
        assertThat(sets).hasSize(11);
        for (String set : sets) {
            Effect effect = SeveralGroups.of(treatments(set)).anova();
            Nist.check(set, "F", "F", effect.headline().statistic());
            Nist.check(set, "ss_between", "ss_between", effect.diagnostics().get("sum of squares between"));
            Nist.check(set, "r2", "F", effect.headline().value());
            Nist.check(set, "residual_sd", "F", effect.diagnostics().get("residual standard deviation"));
            Nist.check(set, "ms_within", "F", effect.diagnostics().get("mean square within"));
            Nist.check(set, "ms_between", "ss_between", effect.diagnostics().get("mean square between"));
            assertThat(effect.headline().degreesOfFreedom())
                    .isEqualTo(Nist.certified(set).get("df_between"));
            assertThat(effect.diagnostics().get("degrees of freedom within"))
                    .isEqualTo(Nist.certified(set).get("df_within"));
        }
    }

    /** A column a treatment; above some stand the treatments' numbers. */
    private static double[][] treatments(String set) {
        double[][] columns = Nist.columns(set + "t");
        boolean numbered = IntStream.range(0, columns.length).allMatch(i -> columns[i][0] == i + 1);
        return Arrays.stream(columns)
                .map(column -> Arrays.copyOfRange(column, numbered ? 1 : 0, column.length))
                .toArray(double[][]::new);
    }

    private static double[][] sprays() {
        return List.of("A", "B", "C", "D", "E", "F").stream()
                .map(spray -> Samples.column("datasets_InsectSprays", "count", "spray", spray))
                .toArray(double[][]::new);
    }

    @Test
    void sharesOfVariationAgreeWithScipy() {
        // scipy 1.17.1: f_oneway(equal_var=True and False), kruskal
        Estimate anova = SeveralGroups.of(sprays()).anova().headline();
        assertThat(anova.statistic()).isCloseTo(34.702282055491715, within(1e-12));
        assertThat(anova.pValue()).isCloseTo(3.182583726145106e-17, within(1e-28));
        Effect welch = SeveralGroups.of(sprays()).welch();
        assertThat(welch.headline().value()).isCloseTo(36.06544389357724, within(1e-12));
        assertThat(welch.headline().pValue()).isCloseTo(7.999379455673393e-12, within(1e-22));
        Estimate rank = SeveralGroups.of(sprays()).kruskalWallis().headline();
        assertThat(rank.statistic()).isCloseTo(54.691344622371446, within(1e-12));
        assertThat(rank.pValue()).isCloseTo(1.510844439418511e-10, within(1e-21));
        assertThat(rank.value()).isCloseTo(54.691344622371446 / 71, within(1e-12));
    }

    @Test
    void kruskalWallisLeavesOutMissingValues() {
        // R ?kruskal.test: kruskal.test(Ozone ~ Month, airquality), 29.267, p 6.901e-06; digits from scipy 1.17.1
        double[] months = Samples.column("datasets_airquality", "Month");
        Categories groups = Categories.of(
                Arrays.stream(months).mapToObj(m -> String.valueOf((int) m)).toList());
        Effect effect = SeveralGroups.of(Samples.column("datasets_airquality", "Ozone"), groups)
                .kruskalWallis();
        assertThat(effect.headline().statistic()).isCloseTo(29.26657630611694, within(1e-12));
        assertThat(effect.headline().pValue()).isCloseTo(6.900714118546782e-06, within(1e-18));
        assertThat(effect.n()).isEqualTo(116);
        assertThat(effect.diagnostics()).containsEntry("missing", 37.0);
        assertThat(effect.groups().keySet()).containsExactly("5", "6", "7", "8", "9");
    }

    @Test
    void twoGroupsAreTheTTests() {
        double[] x = new SplittableRandom(1).doubles(9).toArray();
        double[] y = new SplittableRandom(2).doubles(14, 0, 2).toArray();
        TwoGroups two = TwoGroups.of(x, y);
        SeveralGroups several = SeveralGroups.of(x, y);
        Estimate pooled = two.pooled().headline();
        assertThat(several.anova().headline().statistic())
                .isCloseTo(pooled.statistic() * pooled.statistic(), within(1e-13));
        assertThat(several.anova().headline().pValue()).isCloseTo(pooled.pValue(), within(1e-13));
        Effect welch = several.welch();
        assertThat(welch.headline().pValue()).isCloseTo(two.welch().headline().pValue(), within(1e-13));
        assertThat(welch.diagnostics().get("degrees of freedom within"))
                .isCloseTo(two.welch().headline().degreesOfFreedom(), within(1e-11));
        Effect rank = two.withDistribution(NullDistribution.NORMAL).mannWhitney();
        assertThat(several.kruskalWallis().headline().pValue())
                .isCloseTo(rank.headline().pValue(), within(1e-13));
    }

    @Test
    void omegaIsBelowEtaAndOrderTellsNothing() {
        double[][] groups = {{1, 2, 4}, {2, 5, 6, 8}, {3, 9}};
        Effect effect = SeveralGroups.of(groups).anova();
        assertThat(effect.estimate("omega squared").value())
                .isLessThan(effect.headline().value());
        Effect turned = SeveralGroups.of(groups[2], Samples.times(groups[0], 1, 0), new double[] {8, 6, 2, 5})
                .anova();
        assertThat(turned.headline().statistic()).isCloseTo(effect.headline().statistic(), within(1e-14));
        Effect scaled = SeveralGroups.of(
                        Arrays.stream(groups).map(g -> Samples.times(g, -8, 3)).toArray(double[][]::new))
                .anova();
        assertThat(scaled.headline().value()).isCloseTo(effect.headline().value(), within(1e-14));
    }

    @Test
    void wrongDataAreToldInWords() {
        assertThatThrownBy(() -> SeveralGroups.of(new double[] {1, 2})).hasMessageContaining("two groups or more");
        assertThatThrownBy(
                        () -> SeveralGroups.of(new double[] {1, Double.NEGATIVE_INFINITY}, new double[] {Double.NaN}))
                .isInstanceOfSatisfying(
                        FindingsException.class, e -> assertThat(e.findings()).hasSize(2));
        assertThatThrownBy(() ->
                        SeveralGroups.of(new double[] {1}, new double[] {2}).anova())
                .hasMessageContaining("at least 3 values");
        assertThatThrownBy(() -> SeveralGroups.of(new double[] {1, 1}, new double[] {2, 2})
                        .anova())
                .hasMessageContaining("vary within groups");
        assertThatThrownBy(() ->
                        SeveralGroups.of(new double[] {1, 1}, new double[] {2}).welch())
                .isInstanceOfSatisfying(
                        FindingsException.class, e -> assertThat(e.findings()).hasSize(2));
        assertThatThrownBy(() ->
                        SeveralGroups.of(new double[] {1, 1}, new double[] {1}).kruskalWallis())
                .hasMessageContaining("all are equal");
    }

    @Test
    void friedmanAgreesWithR() {
        // R ?friedman.test: Hollander and Wolfe 1973, page 140, times to first base: 11.143, df 2, p 0.003805
        double[] rows = {
            5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45, 5.55, 5.60,
            5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10, 5.65, 5.55, 5.45,
            5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50, 5.55, 5.55, 5.35, 5.45, 5.50, 5.55,
            5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30, 6.30, 6.25
        };
        double[][] waves = new double[3][23];
        for (int i = 0; i < rows.length; i++) {
            waves[i % 3][i / 3] = rows[i];
        }
        waves[0][22] = Double.NaN;
        Effect effect = RepeatedMeasures.of(waves).friedman();
        assertThat(effect.headline().statistic()).isCloseTo(78 / 7.0, within(1e-12)); // scipy 1.17.1: 11.142857142857
        assertThat(effect.headline().pValue()).isCloseTo(0.003805040775511383, within(1e-14));
        assertThat(effect.headline().value()).isCloseTo(78 / 7.0 / 44, within(1e-13));
        assertThat(effect.diagnostics()).containsEntry("incomplete people", 1.0);
    }

    @Test
    void friedmanTellsWhatIsWrong() {
        double[] wave = {1, 2, 3};
        assertThatThrownBy(() -> RepeatedMeasures.of(wave)).hasMessageContaining("two waves or more");
        assertThatThrownBy(() -> RepeatedMeasures.of(wave, new double[2])).hasMessageContaining("wave 2");
        assertThatThrownBy(() -> RepeatedMeasures.of(wave, wave).friedman()).hasMessageContaining("nobody's do");
        assertThatThrownBy(() -> RepeatedMeasures.of(new double[] {1}, new double[] {2}))
                .hasMessageContaining("at least 2 people");
    }

    /** The ranks of two groups of 40,000 sum to more than a whole number of 32 bits holds. */
    @Test
    void manyPeopleOverflowNothing() {
        double[] low = new double[40_000];
        double[] high = new double[40_000];
        for (int i = 0; i < low.length; i++) {
            low[i] = i;
            high[i] = i + 0.5;
        }
        double h = SeveralGroups.of(low, high).kruskalWallis().headline().statistic();
        // by hand: mean ranks 40,000 and 40,001, so H = 12 / (n (n + 1)) * 2 * 40,000 / 4
        assertThat(h).isCloseTo(12.0 / (80_000.0 * 80_001) * 2 * 40_000 * 0.25, within(1e-9));
    }
}
