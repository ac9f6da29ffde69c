package london.loti.evaluation.balance;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BalanceTest {
    @Test
    void agreesWithRBeforeWeighting() {
        Cases expected = Cases.of("smd.balance.lalonde");
        Comparison comparison = Samples.lalonde(Samples.lalonde());
        BalanceTable byTreated = Balance.of(comparison).before();
        BalanceTable byBoth =
                Balance.of(comparison).withScale(Balance.Scale.POOLED).before();
        for (String name : Samples.NUMBERS) {
            expected.check(
                    "smd_treated_sd/" + name, byTreated.row(name).before().difference());
            expected.check("smd_pooled/" + name, byBoth.row(name).before().difference());
            expected.check("var_ratio/" + name, byTreated.row(name).before().varianceRatio());
        }
        assertThat(byTreated.rows()).extracting(BalanceTable.Covariate::name).contains("raceblack", "racewhite");
        assertThat(byTreated.unbalanced()).contains("re74").doesNotContain("educ");
    }

    @Test
    void thoseWhoStayedAreComparedWithThoseWhoLeft() {
        Cases expected = Cases.of("attrition.btheb");
        StudyTable table = StudyReader.create()
                .numbers("bdi.pre", "bdi.8m")
                .read(SharedData.file("data/evaluation/HSAUR_BtheB.csv"))
                .orElseThrow();
        double[] stayed = Arrays.stream(table.numbers("bdi.8m"))
                .map(v -> Double.isNaN(v) ? 0 : 1)
                .toArray();
        Comparison comparison =
                Comparison.of(stayed, Design.withIntercept().number("bdi.pre", table.numbers("bdi.pre")));
        expected.check(
                "baseline_smd",
                Balance.of(comparison)
                        .withScale(Balance.Scale.WITHIN)
                        .before()
                        .row("bdi.pre")
                        .before()
                        .difference());
    }

    @Test
    void distanceIsThatOfTheDistributionFunctions() {
        // by hand: treated 1, 2, 4; controls 2, 3, 3, 5: after 2 they are 2/3 and 1/4
        double[] treated = {1, 1, 1, 0, 0, 0, 0};
        double[] x = {1, 2, 4, 2, 3, 3, 5};
        Balance balance =
                Balance.of(Comparison.of(treated, Design.withIntercept().number("x", x)));
        assertThat(balance.before().row("x").before().distance()).isCloseTo(2 / 3.0 - 1 / 4.0, within(1e-15));
        // with weights 2 and 1 the treated have 3/4 at 2 and below, the controls, 4 of 5 of them at 2, have 4/5
        double[] weights = {0, 2, 0, 4, 0, 0, 1};
        BalanceTable.Likeness after = balance.after(weights).row("x").last();
        assertThat(after.distance()).isCloseTo(1 / 5.0, within(1e-15));
        assertThat(after.controlMean()).isCloseTo((4 * 2 + 5) / 5.0, within(1e-15));
    }

    @Test
    void multiplesOfWeightsChangeNothing() {
        Samples.Study study = new Samples.Study(3, 200);
        Balance balance = Balance.of(study.comparison());
        double[] weights = Arrays.stream(study.need).map(v -> v + 0.1).toArray();
        double[] more = Arrays.stream(weights).map(w -> 7 * w).toArray();
        BalanceTable.Likeness one = balance.after(weights).row("age").last();
        BalanceTable.Likeness other = balance.after(more).row("age").last();
        assertThat(other.difference()).isCloseTo(one.difference(), within(1e-13));
        assertThat(other.varianceRatio()).isCloseTo(one.varianceRatio(), within(1e-13));
        assertThat(other.distance()).isCloseTo(one.distance(), within(1e-13));
    }

    @Test
    void badGroupsAreTold() {
        Design design = Design.withIntercept()
                .number("same", new double[] {3, 3, 3})
                .categories("place", Categories.of(Arrays.asList("a", "b", "a")));
        assertThatThrownBy(() -> Comparison.of(new double[] {1, 1, 1}, design))
                .hasMessageContaining("somebody must be a control");
        assertThatThrownBy(() -> Comparison.of(new double[] {0, 0, Double.NaN}, design))
                .hasMessageContaining("somebody must be treated");
        assertThatThrownBy(() -> Comparison.of(new double[] {1, 0, 2}, design)).hasMessageContaining("must be 0 or 1");
        assertThatThrownBy(() -> Comparison.of(new double[] {1, 0, 0}, design))
                .hasMessageContaining("a covariate must vary, but 'same' does not");
    }
}
