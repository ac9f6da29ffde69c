package london.loti.evaluation.missing;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MissingTest {
    private static final double NAN = Double.NaN;
    // the case lee.bounds, those who left at the end of each group
    private static final double[] OUTCOME = {
        12, 15, 9, 20, 18, 14, 11, 16, NAN, NAN, 10, 8, 13, 9, 11, 7, NAN, NAN, NAN, NAN
    };

    private static boolean[] firstTen() {
        boolean[] treated = new boolean[20];
        Arrays.fill(treated, 0, 10, true);
        return treated;
    }

    private static Interval interval(Estimate estimate) {
        Interval interval = estimate.interval();
        assertThat(interval).isNotNull();
        return interval;
    }

    private static double[][] airquality() {
        String[] names = {"Ozone", "Solar.R", "Wind", "Temp", "Month", "Day"};
        StudyTable table = StudyReader.create()
                .numbers(names)
                .read(SharedData.file("data/evaluation/datasets_airquality.csv"))
                .orElseThrow();
        return Arrays.stream(names).map(table::numbers).toArray(double[][]::new);
    }

    @Test
    void littlesTestAgreesWithTheReference() {
        Cases expected = Cases.of("little.mcar.airquality");
        LittleTest test = LittleTest.of(airquality());
        Effect effect = test.test();
        expected.check("chi2_ml", effect.headline().statistic());
        expected.check("df", effect.headline().degreesOfFreedom());
        expected.check("p_ml", effect.headline().pValue());
        expected.check("chi2_unbiased", test.unbiased().test().headline().statistic());
        NormalMoments moments = test.moments();
        expected.check("em_mean", moments.means().stream().mapToDouble(v -> v).toArray());
        expected.check(
                "em_cov",
                moments.covariance().stream()
                        .flatMapToDouble(row -> row.stream().mapToDouble(v -> v))
                        .toArray());
    }

    @Test
    void theOrderOfRowsAndTheUnitDoNotChangeLittlesTest() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] columns = new double[3][60];
        double[][] turned = new double[3][60];
        for (int i = 0; i < 60; i++) {
            double common = random.nextDouble();
            for (int j = 0; j < 3; j++) {
                columns[j][i] = random.nextInt(5) == 0 ? NAN : common + random.nextDouble();
                turned[j][59 - i] = 7 * columns[j][i] - 100;
            }
        }
        assertThat(LittleTest.of(turned).test().headline().statistic())
                .isCloseTo(LittleTest.of(columns).test().headline().statistic(), within(1e-9));
    }

    @Test
    void attritionAgreesWithTheReference() {
        Cases expected = Cases.of("attrition.btheb");
        StudyTable table = StudyReader.create()
                .numbers("bdi.pre", "bdi.8m")
                .categories("treatment")
                .read(SharedData.file("data/evaluation/HSAUR_BtheB.csv"))
                .orElseThrow();
        Categories treatment = table.categories("treatment");
        boolean[] treated = new boolean[table.rows()];
        boolean[] retained = new boolean[table.rows()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = treatment.labels().get(treatment.code(i)).equals("BtheB");
            retained[i] = !Double.isNaN(table.numbers("bdi.8m")[i]);
        }
        Attrition attrition = Attrition.of(treated, retained);
        Effect effect = attrition.effect();
        expected.check("overall", effect.estimate("overall attrition").value());
        expected.check("attr/BtheB", attrition.flow().get(0).attrition());
        expected.check("attr/TAU", attrition.flow().get(1).attrition());
        expected.check("diff", effect.headline().value());
        expected.check("chi2_p", effect.headline().pValue());
        Effect baseline = attrition.baselineDifference(table.numbers("bdi.pre"));
        expected.check("baseline_smd", baseline.diagnostics().get("standardised difference"));
        expected.check("welch_p", baseline.headline().pValue());
    }

    @Test
    void flowCountsAddUp() {
        boolean[] retained = new boolean[20];
        IntStream.range(0, 20).forEach(i -> retained[i] = !Double.isNaN(OUTCOME[i]));
        Attrition attrition = Attrition.of(firstTen(), retained);
        assertThat(attrition.flow()).containsExactly(new Attrition.Flow(true, 10, 8), new Attrition.Flow(false, 10, 6));
        assertThat(interval(attrition.effect().headline()).contains(-.2)).isTrue();
    }

    @Test
    void leeBoundsAgreeWithTheReference() {
        Cases expected = Cases.of("lee.bounds");
        for (LeeBounds.Trimming trimming : LeeBounds.Trimming.values()) {
            Effect effect =
                    LeeBounds.of(OUTCOME, firstTen()).withTrimming(trimming).bounds();
            expected.check("trim_share", effect.diagnostics().get("share trimmed"));
            expected.check("trim_n", effect.diagnostics().get("number trimmed"));
            expected.check("upper", effect.estimate("upper bound").value());
            expected.check("lower", effect.estimate("lower bound").value());
            expected.check("naive", effect.estimate("naive").value());
            Interval interval = interval(effect.estimate("effect"));
            assertThat(interval.lower())
                    .isLessThan(effect.estimate("lower bound").value());
            assertThat(interval.upper())
                    .isGreaterThan(effect.estimate("upper bound").value());
        }
    }

    @Test
    void swappingTheGroupsTurnsTheBoundsRound() {
        boolean[] swapped = firstTen();
        IntStream.range(0, 20).forEach(i -> swapped[i] = !swapped[i]);
        Effect before = LeeBounds.of(OUTCOME, firstTen()).bounds();
        Effect after = LeeBounds.of(OUTCOME, swapped).bounds();
        assertThat(after.estimate("lower bound").value())
                .isCloseTo(-before.estimate("upper bound").value(), within(1e-12));
        assertThat(after.estimate("upper bound").standardError())
                .isCloseTo(before.estimate("lower bound").standardError(), within(1e-12));
    }

    @Test
    void aFractionIsTrimmedFromTheLastOne() {
        // by hand: 4 of 4 and 3 of 4 stay, share .25, number 1; with 5 of 5: share .25, number 1.25
        double[] outcome = {1, 2, 3, 4, 5, 0, 0, 1, NAN};
        boolean[] treated = {true, true, true, true, true, false, false, false, false};
        Effect effect = LeeBounds.of(outcome, treated)
                .withTrimming(LeeBounds.Trimming.FRACTIONAL)
                .bounds();
        // (.75·2 + 3 + 4 + 5) / 3.75 − 1/3
        assertThat(effect.estimate("upper bound").value()).isCloseTo(13.5 / 3.75 - 1 / 3.0, within(1e-14));
    }

    @Test
    void withoutDifferentialAttritionBothBoundsAreTheDifference() {
        double[] outcome = {1, 2, 4, NAN, 0, 1, 5, NAN};
        boolean[] treated = {true, true, true, true, false, false, false, false};
        Effect effect = LeeBounds.of(outcome, treated).bounds();
        assertThat(effect.estimate("lower bound").value())
                .isEqualTo(effect.estimate("upper bound").value());
        // then the interval is the usual one: difference ± 1.96 standard errors
        Estimate bound = effect.estimate("upper bound");
        assertThat(interval(effect.estimate("effect")).upper())
                .isCloseTo(bound.value() + 1.959964 * bound.standardError(), within(1e-5));
    }

    @Test
    void atTheTippingPointTheFindingIsGone() {
        Effect effect = TippingPoint.ofMeanDifference(OUTCOME, firstTen(), .95);
        double difference = effect.estimate("mean difference").value();
        // filled in with the mean of the others plus the shift, the treated group's mean is that of the untreated
        double shift = effect.estimate("shift to no difference").value();
        assertThat(difference + .2 * shift).isCloseTo(0, within(1e-12)); // 2 of 10 left
        double sooner = effect.estimate("shift to no significance").value();
        assertThat(interval(effect.estimate("mean difference")).lower() + .2 * sooner)
                .isCloseTo(0, within(1e-12));
        assertThat(sooner).isBetween(shift, 0.0);
    }

    @Test
    void rubinsRulesByHand() {
        // within .01, between (1 + 1/3)·.01 = .0133: lambda 4/7, old df 2·49/16 = 6.125
        Effect effect = RubinRules.combine(
                "b",
                new double[] {.4, .5, .6},
                new double[] {.1, .1, .1},
                Double.POSITIVE_INFINITY,
                50,
                Inference.usual());
        assertThat(effect.headline().value()).isCloseTo(.5, within(1e-15));
        assertThat(effect.headline().standardError()).isCloseTo(Math.sqrt(.07 / 3), within(1e-15));
        assertThat(effect.headline().degreesOfFreedom()).isCloseTo(6.125, within(1e-12));
        assertThat(effect.diagnostics().get("share between")).isCloseTo(4 / 7.0, within(1e-12));
        // with 20 complete: observed 21/23·20·3/7 = 7.826087; 1 / (1/6.125 + 1/7.826087) = 3.435871
        Effect small = RubinRules.combine(
                "b", new double[] {.4, .5, .6}, new double[] {.1, .1, .1}, 20, 50, Inference.usual());
        assertThat(small.headline().degreesOfFreedom())
                .isCloseTo(1 / (1 / 6.125 + 23 * 7 / (21 * 20 * 3.0)), within(1e-12));
        // r = 4/3: (4/3 + 2/(df + 3)) / (7/3)
        assertThat(small.diagnostics().get("missing information"))
                .isCloseTo((4 / 3.0 + 2 / (small.headline().degreesOfFreedom() + 3)) / (7 / 3.0), within(1e-12));
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> Attrition.of(new boolean[] {true, false}, new boolean[] {true, true})
                        .baselineDifference(new double[] {1, 2}))
                .hasMessageContaining("but the group that left had 0");
        assertThatThrownBy(() -> Attrition.of(new boolean[] {true}, new boolean[] {true}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("both groups must have people");
        assertThatThrownBy(() -> LeeBounds.of(new double[] {1, 2, 3, NAN}, new boolean[] {true, true, false, false})
                        .bounds())
                .hasMessageContaining("two known values or more, but the untreated had 1");
        assertThatThrownBy(() -> LittleTest.of(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("column 1 must vary");
        assertThatThrownBy(() -> LittleTest.of(new double[] {1, 2, 4}, new double[] {1, 2, 0})
                        .test())
                .hasMessageContaining("rows with different gaps");
        assertThatThrownBy(() -> LittleTest.of(new double[] {1, 2, 4, 3}, new double[] {2, 4, 8, NAN})
                        .test())
                .hasMessageContaining("combination of others");
        assertThatThrownBy(() -> TippingPoint.ofMeanDifference(
                        new double[] {1, 2, 3, NAN, 5}, new boolean[] {true, true, false, false, false}, .95))
                .hasMessageContaining("left the treated group, but nobody did");
        assertThatThrownBy(() -> RubinRules.combine("b", new double[] {1}, new double[] {1}, 10, 5, Inference.usual()))
                .hasMessageContaining("two data sets or more, but were of 1 and 1");
    }
}
