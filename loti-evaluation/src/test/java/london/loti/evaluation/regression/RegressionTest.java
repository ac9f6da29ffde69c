package london.loti.evaluation.regression;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.Nist;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.regression.StandardErrors.ClusterType;
import london.loti.evaluation.regression.StandardErrors.RobustType;
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

class RegressionTest {
    private static StudyTable table(StudyReader reader, String file) {
        return reader.read(SharedData.file("data/evaluation/" + file)).orElseThrow();
    }

    private static double[] errorsOf(Effect effect) {
        return effect.estimates().stream().mapToDouble(Estimate::standardError).toArray();
    }

    private static double[] valuesOf(Effect effect) {
        return effect.estimates().stream().mapToDouble(Estimate::value).toArray();
    }

    @Test
    void anAnalysisOfCovarianceAgreesWithR() {
        StudyTable table =
                table(StudyReader.create().numbers("Prewt", "Postwt").categories("Treat"), "MASS_anorexia.csv");
        Design design = Design.withIntercept(table.rows())
                .number("Prewt", table.numbers("Prewt"))
                .categories("Treat", table.categories("Treat"), "Cont");
        Effect effect = Regression.of(design, table.numbers("Postwt")).fit().effect();
        Cases oracle = Cases.of("ancova.anorexia");
        for (Estimate estimate : effect.estimates()) {
            oracle.check("coef/" + estimate.term(), estimate.value());
            oracle.check("se/" + estimate.term(), estimate.standardError());
            oracle.check("t/" + estimate.term(), estimate.statistic());
            oracle.check("p/" + estimate.term(), estimate.pValue());
            oracle.check("ci_lo/" + estimate.term(), estimate.interval().lower());
            oracle.check("ci_hi/" + estimate.term(), estimate.interval().upper());
        }
        oracle.check("sigma", effect.diagnostics().get("sigma"));
        oracle.check("r2", effect.diagnostics().get("r_squared"));
        oracle.check("df", effect.diagnostics().get("df_residual"));
    }

    @Test
    void longleyAgreesWithR() {
        String[] names = {"GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"};
        StudyTable table = table(StudyReader.create().numbers(names).numbers("Employed"), "datasets_longley.csv");
        Design design = Design.withIntercept(table.rows());
        for (String name : names) {
            design = design.number(name, table.numbers(name));
        }
        Effect effect = Regression.of(design, table.numbers("Employed")).fit().effect();
        Cases oracle = Cases.of("ols.longley");
        for (Estimate estimate : effect.estimates()) {
            oracle.check("coef/" + estimate.term(), estimate.value());
            oracle.check("se/" + estimate.term(), estimate.standardError());
        }
        oracle.check("sigma", effect.diagnostics().get("sigma"));
        oracle.check("r2", effect.diagnostics().get("r_squared"));
        oracle.check("F", effect.diagnostics().get("f"));
    }

    /** Powers are kept to twice the digits, so even Filip, the hardest, has all the digits that its doubles hold. */
    @Test
    void polynomialsReachTheCeilingOfNist() {
        for (String set : List.of("Filip", "Wampler1", "Wampler5", "Pontius")) {
            double[][] columns = Nist.columns(set);
            Design design = Design.withIntercept(columns[1].length);
            int powers = set.equals("Filip") ? 10 : set.equals("Pontius") ? 2 : 5;
            for (int k = 1; k <= powers; k++) {
                design = design.power("x", columns[1], k);
            }
            Effect effect = Regression.of(design, columns[0]).fit().effect();
            for (int k = 0; k <= powers; k++) {
                Nist.check(set, "B" + k, "min coef", effect.estimates().get(k).value());
                Nist.check(set, "se_B" + k, "min se", effect.estimates().get(k).standardError());
            }
            assertThat(Nist.digits(
                            effect.diagnostics().get("r_squared"),
                            Nist.certified(set).get("r2")))
                    .as(set)
                    .isGreaterThan(12);
        }
    }

    @Test
    void robustErrorsAgreeWithSandwich() {
        StudyTable table = table(StudyReader.create().numbers("Expenditure", "Income"), "sandwich_PublicSchools.csv");
        double[] income = Arrays.stream(table.numbers("Income"))
                .map(value -> value * 1e-4)
                .toArray();
        Design design =
                Design.withIntercept(table.rows()).number("Income", income).power("Income", income, 2);
        Regression regression = Regression.of(design, table.numbers("Expenditure"));
        Cases oracle = Cases.of("hc.publicschools");
        oracle.check("coef", valuesOf(regression.fit().effect()));
        oracle.check("se_const", errorsOf(regression.fit().effect()));
        for (RobustType type : RobustType.values()) {
            String name = type == RobustType.HC4M ? "HC4m" : type.name();
            oracle.check(
                    "se_" + name,
                    errorsOf(regression
                            .withErrors(StandardErrors.robust(type))
                            .fit()
                            .effect()));
        }
    }

    @Test
    void clusteredErrorsAgreeWithSandwich() {
        StudyTable table =
                table(StudyReader.create().numbers("x", "y").categories("firm", "year"), "sandwich_PetersenCL.csv");
        Categories firm = table.categories("firm");
        Categories year = table.categories("year");
        Regression regression =
                Regression.of(Design.withIntercept(table.rows()).number("x", table.numbers("x")), table.numbers("y"));
        Cases oracle = Cases.of("cluster.petersen");
        oracle.check("coef", valuesOf(regression.fit().effect()));
        oracle.check("se_iid", errorsOf(regression.fit().effect()));
        oracle.check("se_hc1", errors(regression, StandardErrors.robust(RobustType.HC1)));
        oracle.check("se_firm", errors(regression, StandardErrors.clustered(firm)));
        oracle.check("se_firm_HC0_nocadj", errors(regression, StandardErrors.clustered(firm, ClusterType.CR0)));
        oracle.check("se_year", errors(regression, StandardErrors.clustered(year)));
        oracle.check("se_twoway", errors(regression, StandardErrors.twoWay(firm, year)));
        Effect effect =
                regression.withErrors(StandardErrors.clustered(firm)).fit().effect();
        assertThat(effect.clusters()).isEqualTo(500);
        assertThat(effect.headline().degreesOfFreedom()).isEqualTo(499);
    }

    private static double[] errors(Regression regression, StandardErrors errors) {
        return errorsOf(regression.withErrors(errors).fit().effect());
    }

    /** The reference tells CR1 .386, CR2 .375 and 7.4 degrees of freedom of 48 clusters, p .129, to these digits. */
    @Test
    void fewClustersAreToldByBellAndMcCaffrey() {
        StudyTable table = table(
                StudyReader.create().numbers("fatal", "pop", "beertax").categories("state", "year"),
                "AER_Fatalities.csv");
        double[] fatal = table.numbers("fatal");
        double[] pop = table.numbers("pop");
        double[] rate = IntStream.range(0, fatal.length)
                .mapToDouble(i -> fatal[i] / pop[i] * 10_000)
                .toArray();
        Design design = Design.withIntercept(table.rows())
                .number("beertax", table.numbers("beertax"))
                .categories("state", table.categories("state"))
                .categories("year", table.categories("year"));
        Regression regression = Regression.of(design, rate);
        Categories state = table.categories("state");
        Estimate cr1 = regression
                .withErrors(StandardErrors.clustered(state))
                .fit()
                .effect()
                .estimate("beertax");
        Estimate cr2 = regression
                .withErrors(StandardErrors.clustered(state, ClusterType.CR2))
                .fit()
                .effect()
                .estimate("beertax");
        assertThat(cr1.standardError()).isCloseTo(0.386, within(5e-4));
        assertThat(cr2.standardError()).isCloseTo(0.375, within(5e-4));
        assertThat(cr2.degreesOfFreedom()).isCloseTo(7.4, within(0.05));
        assertThat(cr2.pValue()).isCloseTo(0.129, within(5e-4));
    }

    @Test
    void neweyWestAgreesWithSandwich() {
        StudyTable table =
                table(StudyReader.create().numbers("RealInv", "RealGNP", "RealInt"), "sandwich_Investment.csv");
        Design design = Design.withIntercept(table.rows())
                .number("RealGNP", table.numbers("RealGNP"))
                .number("RealInt", table.numbers("RealInt"));
        Regression regression = Regression.of(design, table.numbers("RealInv"));
        Cases oracle = Cases.of("newey.west.investment");
        oracle.check("coef", valuesOf(regression.fit().effect()));
        oracle.check("se_ols", errorsOf(regression.fit().effect()));
        oracle.check("se_nw_lag4", errors(regression, StandardErrors.neweyWest(4)));
        oracle.check("se_nw_lag4_adj", errors(regression, new StandardErrors.NeweyWest(4, true, false)));
        oracle.check("se_nw_lag4_prewhite", errors(regression, new StandardErrors.NeweyWest(4, false, true)));
        Effect byRule =
                regression.withErrors(StandardErrors.neweyWest(-1)).fit().effect();
        assertThat(byRule.convention())
                .containsEntry("lag", Integer.toString((int) Math.floor(oracle.number("bw_auto"))));
    }

    /** A slow CR2 beside the fast one: matrices of the size of a cluster, and P of the size of all clusters. */
    @Test
    void biasReducedErrorsEqualTheSlowFormula() {
        SplittableRandom random = new SplittableRandom(42);
        int n = 40;
        int groups = 6;
        double[] x = random.doubles(n).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> x[i] + random.nextDouble())
                .toArray();
        int[] cluster = IntStream.range(0, n).map(i -> (i * i) % groups).toArray();
        Categories clusters = Categories.of(
                cluster, IntStream.range(0, groups).mapToObj(g -> "g" + g).toList());
        Effect effect = Regression.of(Design.withIntercept(n).number("x", x), y)
                .withErrors(StandardErrors.clustered(clusters, ClusterType.CR2))
                .fit()
                .effect();
        SlowClusters slow = new SlowClusters(x, y, cluster, groups);
        assertThat(effect.estimate("x").standardError()).isCloseTo(slow.standardError(), within(1e-10));
        assertThat(effect.estimate("x").degreesOfFreedom()).isCloseTo(slow.degreesOfFreedom(), within(1e-8));
    }

    @Test
    void weightsCountRowsAndScaleFree() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 7};
        double[] w = {1, 2, 1, 3, 0};
        double[] repeatedX = {1, 2, 2, 3, 4, 4, 4};
        double[] repeatedY = {2, 1, 1, 4, 3, 3, 3};
        Regression weighted =
                Regression.of(Design.withIntercept(5).number("x", x), y).withWeights(w);
        Effect repeated = Regression.of(Design.withIntercept(7).number("x", repeatedX), repeatedY)
                .fit()
                .effect();
        Effect effect = weighted.fit().effect();
        assertThat(effect.n()).isEqualTo(4);
        assertThat(effect.estimate("x").value())
                .isCloseTo(repeated.estimate("x").value(), within(1e-14));
        double[] threefold = Arrays.stream(w).map(weight -> 3 * weight).toArray();
        Effect scaled = weighted.withWeights(threefold).fit().effect();
        assertThat(scaled.estimate("x").standardError())
                .isCloseTo(effect.estimate("x").standardError(), within(1e-14));
    }

    @Test
    void resultsFollowShiftAndScaleAndNoOrderOfRows() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 50;
        double[] x = random.doubles(n).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> 3 * x[i] + random.nextDouble())
                .toArray();
        Estimate slope = slope(x, y);
        double[] moved = Arrays.stream(y).map(value -> 10 * value + 5).toArray();
        assertThat(slope(x, moved).value()).isCloseTo(10 * slope.value(), within(1e-12));
        assertThat(slope(x, moved).pValue()).isCloseTo(slope.pValue(), within(1e-12));
        double[] backX = IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray();
        double[] backY = IntStream.range(0, n).mapToDouble(i -> y[n - 1 - i]).toArray();
        assertThat(slope(backX, backY).value()).isCloseTo(slope.value(), within(1e-14));
    }

    private static Estimate slope(double[] x, double[] y) {
        return Regression.of(Design.withIntercept(x.length).number("x", x), y)
                .withErrors(StandardErrors.robust(RobustType.HC3))
                .fit()
                .effect()
                .estimate("x");
    }

    @Test
    void incompleteRowsAreLeftOutAndCounted() {
        double[] x = {1, 2, Double.NaN, 4, 5};
        double[] y = {1, 2, 3, Double.NaN, 6};
        RegressionFit fit =
                Regression.of(Design.withIntercept(5).number("x", x), y).fit();
        assertThat(fit.effect().n()).isEqualTo(3);
        assertThat(fit.effect().diagnostics()).containsEntry("rows_left_out", 2.0);
        assertThat(fit.rows()).containsExactly(0, 1, 4);
        assertThat(fit.residuals()).hasSize(3);
    }

    /** Their formulas would give nought by nought, or the root of a negative number. */
    @Test
    void errorsThatAreNoNumberAreRefused() {
        double[] alone = {0, 0, 0, 0, 1};
        Regression regression =
                Regression.of(Design.withIntercept(5).number("alone", alone), new double[] {1, 2, 4, 3, 9});
        assertThatThrownBy(() -> regression
                        .withErrors(StandardErrors.robust(RobustType.HC3))
                        .fit())
                .hasMessageContaining("line 5")
                .hasMessageContaining("Maybe ask for HC1");
        assertThat(regression
                        .withErrors(StandardErrors.robust(RobustType.HC1))
                        .fit()
                        .effect()
                        .estimate("alone")
                        .standardError())
                .isPositive();
        Categories rows = Categories.of(List.of("a", "a", "b", "b"));
        Categories columns = Categories.of(List.of("c", "d", "c", "d"));
        assertThatThrownBy(() -> Regression.of(Design.withIntercept(4), new double[] {1, -1, -1, 1})
                        .withErrors(new StandardErrors.Clustered(List.of(rows, columns), ClusterType.CR1))
                        .fit())
                .hasMessageContaining("must not come out below nought")
                .hasMessageContaining("Maybe name one column");
        assertThatThrownBy(() -> regression.withWeights(new double[] {1, -1, 1, Double.POSITIVE_INFINITY, 0}))
                .hasMessageContaining("line 2, weights")
                .hasMessageContaining("line 4, weights");
    }

    @Test
    void whatCantBeFittedIsNamedWithWhatToDo() {
        double[] x = {1, 2, 3, 4};
        Design twice = Design.withIntercept(4).number("age", x).number("age_in_months", new double[] {12, 24, 36, 48});
        FindingsException collinear = catchThrowableOfType(
                FindingsException.class,
                () -> Regression.of(twice, new double[] {1, 2, 2, 5}).fit());
        assertThat(collinear.findings()).extracting(Finding::code).containsExactly(StudyProblem.COLLINEAR);
        assertThat(collinear).hasMessageContaining("age_in_months").hasMessageContaining("Maybe leave it out");
        assertThatThrownBy(() -> Regression.of(
                                Design.withIntercept(2).number("x", new double[] {1, 2}), new double[] {1, 2})
                        .fit())
                .hasMessageContaining("2 rows and 2 columns");
        Categories one = Categories.of(List.of("a", "a", "a", "a"));
        assertThatThrownBy(() -> Regression.of(Design.withIntercept(4).number("x", x), new double[] {1, 2, 2, 5})
                        .withErrors(StandardErrors.clustered(one))
                        .fit())
                .hasMessageContaining("at least two clusters");
        assertThatThrownBy(() -> Regression.of(Design.withIntercept(3), new double[4]))
                .hasMessageContaining("3 rows like the design");
    }
}
