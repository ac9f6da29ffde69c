package london.loti.evaluation.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class AttributeChartTest {
    private static final double[] CASES = {12, 15, 8, 20, 11, 9, 14};
    private static final double[] SIZES = {100, 120, 90, 110, 105, 95, 115};

    private static List<LocalDate> months(int number) {
        return IntStream.range(0, number)
                .mapToObj(LocalDate.of(2026, 1, 1)::plusMonths)
                .toList();
    }

    private static double[] column(AttributeResult chart, ToDoubleFunction<AttributePoint> of) {
        return chart.points().stream().mapToDouble(of).toArray();
    }

    @Test
    void shareChartsAreThoseOfTheReference() {
        Cases expected = Cases.of("spc.p.chart");
        AttributeResult plain = AttributeChart.ofShares().of(months(7), CASES, SIZES);
        expected.check("pbar", plain.effect().headline().value());
        expected.check("ucl", column(plain, AttributePoint::upperLimit));
        expected.check("lcl", column(plain, AttributePoint::lowerLimit));
        expected.check("sigma_z", plain.sigmaZ());
        AttributeResult laney = AttributeChart.ofShares().withLaney().of(months(7), CASES, SIZES);
        expected.check("ucl_prime", column(laney, AttributePoint::upperLimit));
        assertThat(laney.effect().convention()).containsEntry("overdispersion", "laney");
    }

    @Test
    void rateChartsHaveTheLimitsOfCounts() {
        // by hand: u = 40 / 16 = 2.5; 2.5 ± 3·√(2.5 / 4) and 2.5 ± 3·√(2.5 / 1), cut off at 0
        AttributeResult chart =
                AttributeChart.ofRates().of(months(5), new double[] {8, 10, 9, 12, 1}, new double[] {4, 4, 4, 3, 1});
        assertThat(chart.centre()).isEqualTo(2.5);
        assertThat(chart.points().get(0).upperLimit()).isCloseTo(2.5 + 3 * Math.sqrt(0.625), within(1e-12));
        assertThat(chart.points().get(4).lowerLimit()).isZero();
        assertThat(chart.points()).noneMatch(AttributePoint::outside);
        assertThat(chart.effect().method()).isEqualTo("u-chart");
    }

    @Test
    void pointsOutsideAreTold() {
        AttributeResult chart =
                AttributeChart.ofShares().of(months(3), new double[] {10, 10, 60}, new double[] {100, 100, 100});
        assertThat(chart.points()).extracting(AttributePoint::outside).containsExactly(true, true, true);
        assertThat(chart.effect().diagnostics()).containsEntry("points outside", 3.0);
    }

    @Test
    void tellsAllThatIsWrongByRow() {
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> AttributeChart.ofShares()
                        .of(months(4), new double[] {-1, 2.5, 12, Double.NaN}, new double[] {10, 10, 10, 0}));
        assertThat(thrown.findings())
                .extracting(Finding::code)
                .containsExactly(
                        ChartProblem.COUNT,
                        ChartProblem.COUNT,
                        ChartProblem.COUNT,
                        ChartProblem.DENOMINATOR,
                        ChartProblem.COUNT);
        assertThat(thrown).hasMessageContaining("line 3, count: a count must not be above its denominator");
        assertThatThrownBy(() -> AttributeChart.ofRates().of(months(2), new double[2], new double[] {1, 1}))
                .hasMessageContaining("no unit or every unit is a case");
    }
}
