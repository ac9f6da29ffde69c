package london.loti.evaluation.monitor;

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

class FunnelPlotTest {
    private static final int[] SIZES = {10, 25, 50, 100, 200, 500};

    private static List<String> names(int number) {
        return IntStream.range(0, number).mapToObj(i -> "partner " + i).toList();
    }

    private static double[] limits(FunnelPlot plot, ToDoubleFunction<FunnelLimits> of) {
        FunnelResult funnel = plot.withTarget(0.3).of(names(6), new int[6], SIZES);
        return funnel.units().stream()
                .mapToDouble(u -> of.applyAsDouble(u.limits()))
                .toArray();
    }

    @Test
    void limitsAreThoseOfTheReference() {
        Cases expected = Cases.of("funnel.binomial");
        FunnelPlot exact = FunnelPlot.withDefaults();
        expected.check("lo95", limits(exact, FunnelLimits::lower95));
        expected.check("hi95", limits(exact, FunnelLimits::upper95));
        expected.check("lo998", limits(exact, FunnelLimits::lower998));
        expected.check("hi998", limits(exact, FunnelLimits::upper998));
        expected.check("norm_lo95", limits(exact.withNormalLimits(), FunnelLimits::lower95));
        expected.check("norm_hi998", limits(exact.withNormalLimits(), FunnelLimits::upper998));
    }

    @Test
    void shownLimitsAreCutOffAtNoughtAndOne() {
        FunnelResult funnel = FunnelPlot.withDefaults().withTarget(0.3).of(names(6), new int[6], SIZES);
        assertThat(funnel.limits(10).lower95()).isNegative();
        assertThat(funnel.limits(10).clamped().lower95()).isZero();
        assertThat(new FunnelLimits(0.2, 0.8, -0.1, 1.1).clamped()).isEqualTo(new FunnelLimits(0.2, 0.8, 0, 1));
        assertThatThrownBy(() -> funnel.limits(0)).hasMessageContaining("1 or more, but was 0");
    }

    @Test
    void tellsWhichUnitsLieOutside() {
        // by hand: pooled 100/400 = 0.25; normal 95 % ± 0.0849, 99.8 % ± 0.1338 for 100 people each
        FunnelResult funnel = FunnelPlot.withDefaults()
                .withNormalLimits()
                .of(names(4), new int[] {25, 15, 20, 40}, new int[] {100, 100, 100, 100});
        assertThat(funnel.target()).isEqualTo(0.25);
        assertThat(funnel.units())
                .extracting(FunnelUnit::position)
                .containsExactly(
                        FunnelPosition.WITHIN,
                        FunnelPosition.BELOW_95,
                        FunnelPosition.WITHIN,
                        FunnelPosition.ABOVE_998);
        assertThat(funnel.outside95()).extracting(FunnelUnit::name).containsExactly("partner 1", "partner 3");
        assertThat(funnel.outside998()).extracting(FunnelUnit::name).containsExactly("partner 3");
        assertThat(funnel.effect().diagnostics()).containsEntry("units outside 95 %", 2.0);
        assertThat(funnel.effect().n()).isEqualTo(400);
    }

    @Test
    void overdispersionDrawsTheTailsInAndWidensTheLimits() {
        // by hand: of 0, 1, ..., 10 the 10th percentile is 1 and the 90th is 9: (1 + 1 + 4 + ... + 81 + 81) / 11
        double[] z = IntStream.rangeClosed(0, 10).asDoubleStream().toArray();
        assertThat(FunnelPlot.winsorisedMeanSquare(z)).isCloseTo((285 + 1 + 81) / 11.0, within(1e-12));

        int[] cases = {10, 40, 12, 45, 25, 8, 38, 30, 20, 22};
        int[] sizes = IntStream.generate(() -> 100).limit(10).toArray();
        FunnelResult wide = FunnelPlot.withDefaults().withOverdispersion().of(names(10), cases, sizes);
        FunnelResult narrow = FunnelPlot.withDefaults().withNormalLimits().of(names(10), cases, sizes);
        assertThat(wide.phi()).isGreaterThan(1);
        assertThat(wide.limits(100).upper95() - wide.target())
                .isCloseTo(Math.sqrt(wide.phi()) * (narrow.limits(100).upper95() - narrow.target()), within(1e-12));
        assertThat(wide.outside95()).hasSizeLessThan(narrow.outside95().size());
        int[] even = IntStream.generate(() -> 25).limit(10).toArray();
        assertThat(FunnelPlot.withDefaults()
                        .withOverdispersion()
                        .of(names(10), even, sizes)
                        .phi())
                .isEqualTo(1);
    }

    @Test
    void tellsAllThatIsWrongByRow() {
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> FunnelPlot.withDefaults().of(List.of("a", " ", "a"), new int[] {1, -1, 5}, new int[] {4, 4, 0}));
        assertThat(thrown.findings())
                .extracting(Finding::code)
                .containsExactly(
                        ChartProblem.UNIT_NAME, ChartProblem.UNIT_NAME, ChartProblem.COUNT, ChartProblem.DENOMINATOR);
        assertThatThrownBy(() -> FunnelPlot.withDefaults().of(names(1), new int[1], new int[] {3}))
                .hasMessageContaining("2 units or more, but has 1")
                .hasMessageContaining("Maybe give a target");
        assertThatThrownBy(() -> FunnelPlot.withDefaults().withTarget(30)).hasMessageContaining("divide per cent");
    }
}
