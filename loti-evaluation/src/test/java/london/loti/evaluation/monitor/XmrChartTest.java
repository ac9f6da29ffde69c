package london.loti.evaluation.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class XmrChartTest {
    /** From the vignette "deviations" of NHSRplotthedots 0.2.2. */
    private static final double[] VIGNETTE = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

    private static List<LocalDate> days(int number) {
        return IntStream.range(0, number)
                .mapToObj(LocalDate.of(2021, 3, 22)::plusDays)
                .toList();
    }

    private static XmrResult chart(XmrChart calculator, double... values) {
        return calculator.of(days(values.length), values);
    }

    private static List<SpecialCause> causes(XmrResult chart) {
        return chart.points().stream().map(XmrPoint::cause).toList();
    }

    private static String label(SpecialCause cause) {
        return switch (cause) {
            case NONE -> "Common Cause";
            case ABOVE_LIMIT -> "Above UCL";
            case BELOW_LIMIT -> "Below LCL";
            case TREND_UP -> "7 Point Trend (Increasing)";
            case TREND_DOWN -> "7 Point Trend (Decreasing)";
            case TWO_OF_THREE_ABOVE -> "2 in 3 Above CL";
            case TWO_OF_THREE_BELOW -> "2 in 3 Below CL";
            case SEVEN_ABOVE -> "7 Points Above CL";
            case SEVEN_BELOW -> "7 Points Below CL";
        };
    }

    private static String label(PointType type) {
        return switch (type) {
            case COMMON_CAUSE -> "common_cause";
            case IMPROVEMENT -> "special_cause_improvement";
            case CONCERN -> "special_cause_concern";
            case NEUTRAL_HIGH -> "special_cause_neutral_high";
            case NEUTRAL_LOW -> "special_cause_neutral_low";
        };
    }

    @Test
    void limitsAreThoseOfThePackageAndOfExcel() {
        Cases expected = Cases.of("spc.xmr.vignette");
        XmrPoint screened = chart(XmrChart.withDefaults(), VIGNETTE).points().get(0);
        expected.check("mean", screened.mean());
        expected.check("upl_screen", screened.upperLimit());
        expected.check("lpl_screen", screened.lowerLimit());
        XmrResult excel = chart(XmrChart.withDefaults().excelCompatible(), VIGNETTE);
        expected.check("upl", excel.points().get(0).upperLimit());
        expected.check("lpl", excel.points().get(0).lowerLimit());
        assertThat(causes(excel).stream().map(XmrChartTest::label)).containsExactly(expected.texts("types"));
        assertThat(excel.effect().estimate("upper limit").value())
                .isEqualTo(excel.points().get(0).upperLimit());
        assertThat(excel.effect().convention()).containsEntry("screen outliers", "none");
    }

    @Test
    void rulesTypesAssuranceAndRebaseAreThoseOfThePackage() throws IOException {
        Cases expected = Cases.of("spc.xmr.rules");
        List<String[]> rows = Files.readAllLines(SharedData.file("data/evaluation/spc_rules_input.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        double[] values =
                rows.stream().mapToDouble(r -> Double.parseDouble(r[0])).toArray();
        List<LocalDate> dates = rows.stream().map(r -> LocalDate.parse(r[1])).toList();
        XmrResult chart =
                XmrChart.withDefaults().excelCompatible().withTarget(55).of(dates, values);
        XmrPoint last = chart.points().get(values.length - 1);
        expected.check("mean", last.mean());
        expected.check("upl", last.upperLimit());
        expected.check("lpl", last.lowerLimit());
        assertThat(causes(chart).stream().map(XmrChartTest::label)).containsExactly(expected.texts("cause"));
        assertThat(chart.points().stream().map(p -> label(p.type()))).containsExactly(expected.texts("point"));
        assertThat(chart.assurance()).isEqualTo(Assurance.HIT_AND_MISS);
        assertThat(label(chart.variation())).isEqualTo("common_cause");

        LocalDate start = LocalDate.of(2022, 1, 1);
        XmrResult rebased = XmrChart.withDefaults().withRebaseAt(start).of(dates, values);
        expected.check("rebase_mean", new double[] {
            rebased.points().get(0).mean(), rebased.points().get(39).mean()
        });
        expected.check("rebase_upl", new double[] {
            rebased.points().get(0).upperLimit(), rebased.points().get(39).upperLimit()
        });
        assertThat(XmrChart.withDefaults()
                        .withRebaseAt(dates.indexOf(start))
                        .of(dates, values)
                        .points())
                .isEqualTo(rebased.points());
    }

    @Test
    void pointsOnTheMeanBreakARun() {
        double[] broken = {2, 1, 2, 0, 1, 2, 1, -1, -2, -1, 0, -2, -1, -2};
        assertThat(causes(chart(XmrChart.withDefaults(), broken))).containsOnly(SpecialCause.NONE);
        double[] run = {1, 3, 1, 3, 1, 3, 1, -1, -3, -1, -3, -1, -3, -1};
        assertThat(causes(chart(XmrChart.withDefaults(), run)).subList(0, 7)).containsOnly(SpecialCause.SEVEN_ABOVE);
        assertThat(causes(chart(XmrChart.withDefaults(), run)).subList(7, 14)).containsOnly(SpecialCause.SEVEN_BELOW);
    }

    @Test
    void sixPointsAreNoTrendAndSevenAre() {
        // by hand: six rising points, then seven falling ones from the last of them
        double[] values = {0, 6, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0, 6, 0};
        List<SpecialCause> causes = causes(chart(XmrChart.withDefaults(), values));
        assertThat(causes.subList(2, 7)).containsOnly(SpecialCause.NONE);
        assertThat(causes.subList(7, 14)).containsOnly(SpecialCause.TREND_DOWN);
        assertThat(causes.subList(14, 16)).containsOnly(SpecialCause.NONE);
    }

    @Test
    void twoOfThreeNearALimitWantAllThreeOnThatSide() {
        // limits from the first ten points: mean 0, moving range 2, limits ±5.32, near limits ±3.5467
        XmrChart fixed = XmrChart.withDefaults().withFixAfter(10);
        double[] same = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 4, 1, 4, -1};
        assertThat(causes(chart(fixed, same)).subList(10, 14))
                .containsExactly(
                        SpecialCause.TWO_OF_THREE_ABOVE,
                        SpecialCause.NONE,
                        SpecialCause.TWO_OF_THREE_ABOVE,
                        SpecialCause.NONE);
        double[] across = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 4, -1, 4, -1};
        assertThat(causes(chart(fixed, across))).containsOnly(SpecialCause.NONE);
    }

    @Test
    void assuranceDependsOnTheDirection() {
        double[] values = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1}; // limits ±5.32
        XmrChart high = XmrChart.withDefaults().withTarget(6);
        assertThat(chart(high, values).assurance()).isEqualTo(Assurance.CONSISTENTLY_FAIL);
        assertThat(chart(high.withImprovement(Improvement.DECREASE), values).assurance())
                .isEqualTo(Assurance.CONSISTENTLY_PASS);
        assertThat(chart(high.withImprovement(Improvement.NEUTRAL), values).assurance())
                .isNull();
        assertThat(chart(high.withTarget(-6), values).assurance()).isEqualTo(Assurance.CONSISTENTLY_PASS);
        assertThat(chart(XmrChart.withDefaults(), values).assurance()).isNull();
    }

    @Test
    void fewPointsGiveTrialLimits() {
        assertThat(chart(XmrChart.withDefaults(), 1, 2, 3).warnings())
                .extracting(Finding::code)
                .containsExactly(ChartProblem.TRIAL_LIMITS);
        assertThat(chart(XmrChart.withDefaults(), VIGNETTE).warnings()).isEmpty();
        assertThat(chart(XmrChart.withDefaults(), 3, 3, 3).points().get(0).upperLimit())
                .isEqualTo(3);
    }

    @Test
    void shiftAndScaleMoveTheLimitsAndLeaveTheCauses() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(30).map(v -> Math.rint(v * 12)).toArray();
            double[] moved = Arrays.stream(values).map(v -> 4 * v - 16).toArray();
            XmrResult chart = chart(XmrChart.withDefaults(), values);
            XmrResult other = chart(XmrChart.withDefaults(), moved);
            assertThat(causes(other)).as("round " + round).isEqualTo(causes(chart));
            assertThat(other.points().get(0).upperLimit())
                    .isCloseTo(4 * chart.points().get(0).upperLimit() - 16, within(1e-9));
            double[] turned = Arrays.stream(values).map(v -> -v).toArray();
            XmrResult mirror = chart(XmrChart.withDefaults().withImprovement(Improvement.DECREASE), turned);
            assertThat(mirror.points().stream().map(XmrPoint::type))
                    .isEqualTo(chart.points().stream().map(XmrPoint::type).toList());
        }
    }

    @Test
    void tellsAllThatIsWrongByRow() {
        List<LocalDate> dates = List.of(
                LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 5));
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> XmrChart.withDefaults()
                        .withRebaseAt(LocalDate.of(2026, 1, 4))
                        .withRebaseAt(3)
                        .of(dates, new double[] {1, Double.NaN, 3, 4}));
        assertThat(thrown.findings())
                .extracting(Finding::code)
                .containsExactly(
                        ChartProblem.DATE_ORDER,
                        ChartProblem.DUPLICATE_DATE,
                        ChartProblem.NO_NUMBER,
                        ChartProblem.REBASE,
                        ChartProblem.REBASE);
        assertThat(thrown)
                .hasMessageContaining("chart, line 2, date: dates must rise")
                .hasMessageContaining("2026-01-04");
        assertThatThrownBy(() -> chart(XmrChart.withDefaults(), 1))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("2 points or more, but has 1");
        assertThatThrownBy(() -> XmrChart.withDefaults().of(days(2), new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same length, but had 2 and 3");
        assertThatThrownBy(() -> XmrChart.withDefaults().withFixAfter(1)).hasMessageContaining("after 1");
        assertThatThrownBy(() -> XmrChart.withDefaults().withTarget(Double.NaN)).hasMessageContaining("target");
    }
}
