package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.did.StaggeredAdoption.Adjustment;
import london.loti.evaluation.did.StaggeredAdoption.Base;
import london.loti.evaluation.did.StaggeredAdoption.Comparison;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StaggeredAdoptionTest {
    private static StaggeredAdoption minimumWages() {
        StudyTable table = StudyReader.create()
                .categories("countyreal")
                .numbers("year", "lemp", "lpop", "first.treat")
                .read(SharedData.file("data/evaluation/did_mpdta.csv"))
                .orElseThrow();
        return StaggeredAdoption.of(Panel.of(table, "countyreal", "year"), "lemp", "first.treat");
    }

    @Test
    void outcomeRegressionAgainstNeverTreatedAgreesWithR() {
        check(
                "cs.mpdta.nocov.reg.nevertreated",
                minimumWages().with(Adjustment.OUTCOME_REGRESSION).estimate());
    }

    @Test
    void doublyRobustAgainstNotYetTreatedAgreesWithR() {
        check(
                "cs.mpdta.nocov.dr.notyettreated",
                minimumWages().against(Comparison.NOT_YET_TREATED).estimate());
    }

    private static void check(String id, StaggeredEffects effects) {
        Cases oracle = Cases.of(id);
        Effect groupTime = effects.groupTime();
        double[] groups = oracle.numbers("group");
        double[] periods = oracle.numbers("t");
        for (int i = 0; i < groups.length; i++) {
            Estimate estimate = groupTime.estimate("group " + (int) groups[i] + ", period " + (int) periods[i]);
            oracle.check("att/" + i, estimate.value());
            oracle.check("se/" + i, estimate.standardError());
        }
        oracle.check("pretest_W", groupTime.diagnostics().get("pre_test_chi2"));
        oracle.check("pretest_p", groupTime.diagnostics().get("pre_test_p"));
        check(oracle, "simple", "simple_se", effects.simple().headline());
        check(oracle, "dyn", "dyn_e", "event ", effects.dynamic());
        check(oracle, "group", "group_g", "group ", effects.byGroup());
        check(oracle, "cal", "cal_t", "period ", effects.byCalendar());
    }

    private static void check(Cases oracle, String name, String keys, String term, Effect effect) {
        check(oracle, name + "_overall", name + "_overall_se", effect.headline());
        double[] values = oracle.numbers(keys);
        for (int i = 0; i < values.length; i++) {
            check(oracle, name + "_att/" + i, name + "_se/" + i, effect.estimate(term + (int) values[i]));
        }
    }

    private static void check(Cases oracle, String value, String error, Estimate estimate) {
        oracle.check(value, estimate.value());
        oracle.check(error, estimate.standardError());
    }

    /** The exact shares' error lies near R's, whose overall mean takes one group's share for all. */
    @Test
    void exactSharesLieNearThoseOfR() {
        StaggeredEffects effects = minimumWages().estimate();
        Estimate exact = effects.byGroupWithExactShares().headline();
        assertThat(exact.value()).isEqualTo(effects.byGroup().headline().value());
        assertThat(exact.standardError() / effects.byGroup().headline().standardError())
                .isCloseTo(1, within(0.01))
                .isNotEqualTo(1);
    }

    /** Published in the vignette of R's package did: doubly robust with log population, never treated, -0.0418. */
    @Test
    void covariatesAreAllowedFor() {
        Effect simple = minimumWages().withCovariates("lpop").estimate().simple();
        assertThat(simple.headline().value()).isCloseTo(-0.0418, within(5e-5));
        assertThat(simple.headline().standardError()).isCloseTo(0.0115, within(6e-4)); // theirs is a bootstrap's
        for (Adjustment other : Adjustment.values()) {
            Estimate estimate = minimumWages()
                    .withCovariates("lpop")
                    .with(other)
                    .estimate()
                    .simple()
                    .headline();
            assertThat(estimate.value()).isCloseTo(-0.0418, within(5e-4));
        }
    }

    /** One group and two periods are a difference in differences of means. */
    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void oneGroupAndTwoPeriodsAreADifferenceInDifferences(Adjustment adjustment) {
        StudyTable table = random(4, 60, 2);
        Estimate staggered = StaggeredAdoption.of(Panel.of(table, "unit", "period"), "y", "began")
                .with(adjustment)
                .estimate()
                .simple()
                .headline();
        double[] began = table.numbers("began");
        StudyTable flags = StudyTable.builder("flags", table.rows())
                .numbers("y", table.numbers("y"))
                .numbers(
                        "treated", Arrays.stream(began).map(b -> b == 2 ? 1 : 0).toArray())
                .numbers("period", table.numbers("period"))
                .categories("unit", table.categories("unit"))
                .build();
        Effect twoByTwo = DifferenceInDifferences.of(flags, "y", "treated", "period")
                .clusteredBy("unit")
                .estimate();
        assertThat(staggered.value()).isCloseTo(twoByTwo.headline().value(), within(1e-12));
        // CR1 times (G - 1) / G * (n - 4) / (n - 1) is the influence function's error
        double factor = Math.sqrt(59.0 / 60 * (120 - 4) / (120 - 1));
        assertThat(staggered.standardError()).isCloseTo(twoByTwo.headline().standardError() * factor, within(1e-12));
    }

    private static StudyTable random(long seed, int units, int periods) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = units * periods;
        double[] period = new double[n];
        double[] began = new double[n];
        double[] y = new double[n];
        double[] x = new double[n];
        String[] unit = new String[n];
        for (int u = 0; u < units; u++) {
            int first = u % 3 == 0 ? 0 : 2 + (u % 3 - 1) * (periods - 2);
            double own = random.nextDouble();
            for (int t = 1; t <= periods; t++) {
                int row = u * periods + t - 1;
                unit[row] = "u" + u;
                period[row] = t;
                began[row] = first;
                x[row] = own;
                y[row] = own + t + (first > 0 && t >= first ? 1 : 0) + random.nextDouble();
            }
        }
        return StudyTable.builder("random", n)
                .categories("unit", Categories.of(List.of(unit)))
                .numbers("period", period)
                .numbers("began", began)
                .numbers("x", x)
                .numbers("y", y)
                .build();
    }

    @Test
    void neitherOrderNorWhatHappensToEverybodyMovesAnything() {
        StudyTable table = random(8, 90, 4);
        int n = table.rows();
        int[] back = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        StudyTable turned = table.select(back);
        double[] y = turned.numbers("y");
        double[] period = turned.numbers("period");
        StudyTable moved = StudyTable.builder("moved", n)
                .categories("unit", turned.categories("unit"))
                .numbers("period", period)
                .numbers("began", turned.numbers("began"))
                .numbers("x", turned.numbers("x"))
                .numbers(
                        "y",
                        IntStream.range(0, n)
                                .mapToDouble(i -> y[i] + 3 * period[i] * period[i])
                                .toArray())
                .build();
        for (Base base : Base.values()) {
            Effect before = StaggeredAdoption.of(Panel.of(table, "unit", "period"), "y", "began")
                    .withCovariates("x")
                    .with(base)
                    .estimate()
                    .dynamic();
            Effect after = StaggeredAdoption.of(Panel.of(moved, "unit", "period"), "y", "began")
                    .withCovariates("x")
                    .with(base)
                    .estimate()
                    .dynamic();
            for (int i = 0; i < before.estimates().size(); i++) {
                assertThat(after.estimates().get(i).value())
                        .isCloseTo(before.estimates().get(i).value(), within(1e-10));
                assertThat(after.estimates().get(i).standardError())
                        .isCloseTo(before.estimates().get(i).standardError(), within(1e-10));
            }
        }
    }

    @Test
    void unitsAsTheirOwnClustersChangeNothing() {
        StaggeredAdoption design = StaggeredAdoption.of(Panel.of(random(2, 60, 3), "unit", "period"), "y", "began");
        assertThat(design.clusteredBy("unit").estimate().simple().headline().standardError())
                .isCloseTo(design.estimate().simple().headline().standardError(), within(1e-14));
    }

    @Test
    void aUniversalBaseIsTheLastPeriodBefore() {
        Effect effect = StaggeredAdoption.of(Panel.of(random(3, 60, 4), "unit", "period"), "y", "began")
                .with(Base.UNIVERSAL)
                .estimate()
                .groupTime();
        assertThat(effect.estimate("group 4, period 3").value()).isZero();
        assertThat(effect.estimate("group 4, period 3").interval()).isNull();
        assertThat(effect.estimate("group 4, period 1").standardError()).isPositive();
    }

    /** What happened to a unit alone can't be told from its programme. */
    @Test
    void aGroupOfOneUnitHasNoError() {
        SplittableRandom random = new SplittableRandom(3);
        int units = 12;
        int rows = units * 4;
        IntUnaryOperator began = u -> u == 0 ? 2 : u < 6 ? 3 : 0;
        StudyTable table = StudyTable.builder("panel.csv", rows)
                .categories(
                        "unit",
                        Categories.of(IntStream.range(0, rows)
                                .mapToObj(i -> "u" + i / 4)
                                .toList()))
                .numbers(
                        "period",
                        IntStream.range(0, rows).mapToDouble(i -> 1 + i % 4).toArray())
                .numbers("y", random.doubles(rows).toArray())
                .numbers(
                        "began",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> began.applyAsInt(i / 4))
                                .toArray())
                .numbers(
                        "one",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> i / 4 == 0 ? 2 : 0)
                                .toArray())
                .categories(
                        "arm",
                        Categories.of(IntStream.range(0, rows)
                                .mapToObj(i -> "arm " + began.applyAsInt(i / 4))
                                .toList()))
                .build();
        Panel panel = Panel.of(table, "unit", "period");
        StaggeredEffects effects = StaggeredAdoption.of(panel, "y", "began").estimate();
        Effect groupTime = effects.groupTime();
        assertThat(groupTime.estimate("group 2, period 3").interval()).isNull();
        assertThat(groupTime.estimate("group 3, period 3").interval()).isNotNull();
        assertThat(effects.byGroup().estimate("group 2").interval()).isNull();
        assertThat(effects.dynamic().estimate("event 2").interval()).isNull();
        assertThat(effects.simple().headline().interval()).isNotNull();
        assertThat(effects.simple().assumptions()).anyMatch(text -> text.contains("has no error of its own"));
        assertThat(StaggeredAdoption.of(panel, "y", "began")
                        .against(Comparison.NOT_YET_TREATED)
                        .estimate()
                        .simple()
                        .headline()
                        .interval())
                .isNotNull();
        assertThatThrownBy(
                        () -> StaggeredAdoption.of(panel, "y", "one").estimate().simple())
                .hasMessageContaining("must be in two clusters or more");
        assertThatThrownBy(() -> StaggeredAdoption.of(panel, "y", "began")
                        .clusteredBy("arm")
                        .estimate())
                .hasMessageContaining("panel.csv")
                .hasMessageContaining("must be in two clusters or more");
    }

    @Test
    void whatCantBeEstimatedIsNamedWithWhatToDo() {
        StudyTable table = StudyTable.builder("panel.csv", 8)
                .categories("unit", Categories.of(List.of("a", "a", "b", "b", "c", "c", "d", "d")))
                .numbers("period", new double[] {1, 2, 1, 2, 1, 2, 1, 2})
                .numbers("y", new double[] {1, 2, 3, 4, 5, 7, 6, 9})
                .numbers("first", new double[] {1, 1, 0, 0, 2, 2, 0, 0})
                .numbers("all", new double[] {2, 2, 2, 2, 2, 2, 2, 2})
                .numbers("none", new double[8])
                .numbers("tells", new double[] {1, 1, 0, 0, 1, 1, 0, 0})
                .numbers("two", new double[] {2, 2, 0, 0, 2, 2, 0, 0})
                .build();
        Panel panel = Panel.of(table, "unit", "period");
        assertThatThrownBy(() -> StaggeredAdoption.of(panel, "y", "first").estimate())
                .hasMessageContaining("1 unit is treated in every period")
                .hasMessageContaining("add an earlier period");
        assertThatThrownBy(() -> StaggeredAdoption.of(panel, "y", "all").estimate())
                .hasMessageContaining("some units must be untreated");
        assertThatThrownBy(() -> StaggeredAdoption.of(panel, "y", "none").estimate())
                .hasMessageContaining("must begin in one of the periods");
        assertThatThrownBy(() -> StaggeredAdoption.of(panel, "y", "two")
                        .withCovariates("tells")
                        .with(Adjustment.INVERSE_PROBABILITY)
                        .estimate())
                .hasMessageContaining("group 2, period 2")
                .hasMessageContaining("covariate 1");
    }
}
