package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.Regression;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class FixedEffectsTest {
    /** California asked anew whom to count as a donor from the fourth quarter on. */
    private static Panel donations() {
        StudyTable read = StudyReader.create()
                .categories("State")
                .numbers("Rate", "Quarter_Num")
                .read(SharedData.file("data/evaluation/causaldata_organ_donations.csv"))
                .orElseThrow();
        Categories state = read.categories("State");
        int california = state.labels().indexOf("California");
        double[] quarter = read.numbers("Quarter_Num");
        StudyTable table = StudyTable.builder("organ_donations.csv", read.rows())
                .categories("State", state)
                .numbers("Quarter_Num", quarter)
                .numbers("Rate", read.numbers("Rate"))
                .numbers(
                        "Treated",
                        IntStream.range(0, read.rows())
                                .mapToDouble(i -> state.code(i) == california && quarter[i] >= 4 ? 1 : 0)
                                .toArray())
                .numbers(
                        "Began",
                        IntStream.range(0, read.rows())
                                .mapToDouble(i -> state.code(i) == california ? 4 : 0)
                                .toArray())
                .build();
        return Panel.of(table, "State", "Quarter_Num");
    }

    @Test
    void twoWayFixedEffectsAgreeWithFixest() {
        Cases oracle = Cases.of("did.organ");
        Effect effect = FixedEffects.of(donations(), "Rate", "Treated").estimate();
        oracle.check("coef", effect.headline().value());
        oracle.check("se", effect.headline().standardError());
        oracle.check("t", effect.headline().statistic());
        oracle.check("p", effect.headline().pValue());
        oracle.check("n", (double) effect.n());
        oracle.check("r2_within", effect.diagnostics().get("r_squared_within"));
        assertThat(effect.assumptions()).anyMatch(text -> text.contains("The treated are a single cluster"));
    }

    @Test
    void anEventStudyAgreesWithFixest() {
        Cases oracle = Cases.of("did.organ.event");
        Effect effect =
                EventStudy.of(donations(), "Rate", "Began").withReference(-1).estimate();
        for (int quarter : new int[] {1, 2, 4, 5, 6}) {
            Estimate estimate = effect.estimate("event " + (quarter - 4));
            String name = "Quarter_Num::" + quarter + ":California";
            oracle.check("coef/" + name, estimate.value());
            oracle.check("se/" + name, estimate.standardError());
        }
        assertThat(effect.headline().term()).isEqualTo("event 0");
    }

    /** Not every unit in every period: the same as a column for each unit and period. */
    @Test
    void anUnbalancedPanelEqualsTheRegressionWithAllColumns() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 120;
        double[] period = new double[n];
        double[] x = new double[n];
        double[] y = new double[n];
        String[] unit = new String[n];
        int row = 0;
        for (int u = 0; u < 30 && row < n; u++) {
            for (int t = 0; t < 6 && row < n; t++) {
                if (random.nextInt(4) > 0) {
                    unit[row] = "u" + u;
                    period[row] = t;
                    x[row] = random.nextDouble();
                    y[row] = 2 * x[row] + u + t * t + random.nextDouble();
                    row++;
                }
            }
        }
        Categories units = Categories.of(List.of(unit));
        StudyTable table = StudyTable.builder("p", n)
                .categories("unit", units)
                .numbers("period", period)
                .numbers("x", x)
                .numbers("y", y)
                .build();
        Effect effect =
                FixedEffects.of(Panel.of(table, "unit", "period"), "y", "x").estimate();
        Categories periods =
                Categories.of(Arrays.stream(period).mapToObj(t -> "t" + (int) t).toList());
        Effect dummies = Regression.of(
                        Design.withIntercept(n)
                                .number("x", x)
                                .categories("unit", units)
                                .categories("period", periods),
                        y)
                .fit()
                .effect();
        assertThat(effect.headline().value()).isCloseTo(dummies.estimate("x").value(), within(1e-11));
    }

    @Test
    void whatCantBeEstimatedIsNamedWithWhatToDo() {
        StudyTable table = StudyTable.builder("panel.csv", 6)
                .categories("unit", Categories.of(List.of("a", "a", "b", "b", "c", "c")))
                .numbers("period", new double[] {1, 2, 1, 2, 1, 2})
                .numbers("y", new double[] {1, 2, 3, 4, 5, 7})
                .numbers("always", new double[] {1, 1, 0, 0, 0, 0})
                .numbers("all", new double[] {2, 2, 2, 2, 2, 2})
                .numbers("none", new double[6])
                .numbers("changes", new double[] {2, 0, 0, 0, 0, 0})
                .build();
        Panel panel = Panel.of(table, "unit", "period");
        assertThatThrownBy(() -> FixedEffects.of(panel, "y", "always").estimate())
                .hasMessageContaining("both between and within units")
                .hasMessageContaining("always");
        assertThatThrownBy(() -> EventStudy.of(panel, "y", "all").estimate()).hasMessageContaining("never be treated");
        assertThatThrownBy(() -> EventStudy.of(panel, "y", "none").estimate()).hasMessageContaining("none is");
        assertThatThrownBy(() -> EventStudy.of(panel, "y", "changes").estimate())
                .hasMessageContaining("line 2")
                .hasMessageContaining("must be the same in all its rows");
        StudyTable twice = StudyTable.builder("panel.csv", 3)
                .categories("unit", Categories.of(List.of("a", "a", "a")))
                .numbers("period", new double[] {1, 1, 1.5})
                .build();
        FindingsException problems =
                catchThrowableOfType(FindingsException.class, () -> Panel.of(twice, "unit", "period"));
        assertThat(problems.findings())
                .extracting(Finding::code)
                .containsExactly(StudyProblem.DUPLICATE_ROW, StudyProblem.OUT_OF_RANGE);
        assertThat(problems).hasMessageContaining("line 2").hasMessageContaining("line 3");
    }
}
