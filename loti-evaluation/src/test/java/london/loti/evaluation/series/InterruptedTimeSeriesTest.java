package london.loti.evaluation.series;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Hospital admissions in Sicily before and after the smoking ban of January 2005, which is month 37. */
class InterruptedTimeSeriesTest {
    private static StudyTable sicily() {
        return StudyReader.create()
                .numbers("aces", "time", "stdpop", "month")
                .read(SharedData.file("data/evaluation/lopezbernal_sicily.csv"))
                .orElseThrow();
    }

    private static int[] months(StudyTable table) {
        return Arrays.stream(table.numbers("time")).mapToInt(t -> (int) t).toArray();
    }

    @Test
    void ratesAgreeWithR() {
        StudyTable table = sicily();
        InterruptedTimeSeries design = InterruptedTimeSeries.of(months(table), table.numbers("aces"), 37);
        Cases oracle = Cases.of("its.sicily.step");
        Effect plain = design.rate(table.numbers("stdpop")).effect();
        oracle.check("rr_quasi/0", plain.headline().value());
        oracle.check("disp2", plain.diagnostics().get("dispersion"));
        Effect seasonal = design.withSeason(table.numbers("month"), 12, 2)
                .rate(table.numbers("stdpop"))
                .effect();
        oracle.check("rr_seasonal/0", seasonal.headline().value());
        oracle.check("disp3", seasonal.diagnostics().get("dispersion"));
        // R's table takes 1.96 errors, the method t's; t with 52 degrees of freedom is 2.0066 at 0.975
        double log = Math.log(oracle.number("rr_seasonal/0"));
        double error = (Math.log(oracle.number("rr_seasonal/2")) - log) / 1.959963984540054;
        assertThat(seasonal.headline().interval().upper()).isCloseTo(Math.exp(log + 2.006646761 * error), within(1e-6));
    }

    @Test
    void aLinearSeriesWithNeweyWestErrorsAgreesWithR() {
        StudyTable table = sicily();
        double[] aces = table.numbers("aces");
        double[] people = table.numbers("stdpop");
        double[] rate = IntStream.range(0, aces.length)
                .mapToDouble(i -> aces[i] / people[i] * 1e5)
                .toArray();
        InterruptedTimeSeries design = InterruptedTimeSeries.of(months(table), rate, 37)
                .withSlopeChange()
                .withSeason(table.numbers("month"), 12, 2);
        Effect effect = design.withErrors(new StandardErrors.NeweyWest(3, true, false))
                .linear()
                .effect();
        Cases oracle = Cases.of("its.sicily.ols.nw");
        oracle.check("coef/smokban", effect.headline().value());
        oracle.check("se_nw3/smokban", effect.headline().standardError());
        oracle.check("coef/after", effect.estimate("slope change").value());
        oracle.check("se_nw3/after", effect.estimate("slope change").standardError());
        oracle.check("coef/time", effect.estimate("time").value());
        oracle.check("coef/c2", effect.estimate("cosine 2").value());
        oracle.check("dw", effect.diagnostics().get("durbin_watson"));
        oracle.check("effect_at_t59", effect.estimate("effect in period 59").value());
        Effect classical =
                design.withErrors(StandardErrors.classical()).linear().effect();
        oracle.check("se_ols/smokban", classical.headline().standardError());
    }

    /** A line with a step and another slope is found again, and the line of before goes on without it. */
    @Test
    void findsWhatWasPutIn() {
        int[] periods = IntStream.rangeClosed(1, 20).toArray();
        double[] outcome = Arrays.stream(periods)
                .mapToDouble(p -> 5 + 2 * p + (p >= 11 ? 3 + 0.5 * (p - 10) : 0))
                .toArray();
        SeriesResult result = InterruptedTimeSeries.of(periods, outcome, 11)
                .withSlopeChange()
                .withErrors(StandardErrors.classical())
                .linear();
        assertThat(result.effect().headline().value()).isCloseTo(3, within(1e-10));
        assertThat(result.effect().estimate("slope change").value()).isCloseTo(0.5, within(1e-10));
        assertThat(result.effect().estimate("effect in period 20").value()).isCloseTo(8, within(1e-10));
        SeriesPoint last = result.points().get(19);
        assertThat(last.withoutProgramme()).isCloseTo(45, within(1e-9));
        assertThat(last.fitted()).isCloseTo(53, within(1e-9));
        Estimate shifted = InterruptedTimeSeries.of(
                        periods, Arrays.stream(outcome).map(y -> 10 * y + 7).toArray(), 11)
                .withSlopeChange()
                .linear()
                .effect()
                .headline();
        assertThat(shifted.value()).isCloseTo(30, within(1e-9));
    }

    @Test
    void aSeasonHasFewerPairsThanHalfItsPlacesAndReplacesAnother() {
        int[] periods = IntStream.rangeClosed(1, 24).toArray();
        double[] outcome =
                Arrays.stream(periods).mapToDouble(p -> p % 5 + p % 4 * .5).toArray();
        double[] quarter = Arrays.stream(periods).mapToDouble(p -> p % 4).toArray();
        InterruptedTimeSeries design = InterruptedTimeSeries.of(periods, outcome, 13);
        assertThatThrownBy(() -> design.withSeason(quarter, 4, 2)).hasMessageContaining("fewer than half its places");
        assertThatThrownBy(() -> design.withSeason(quarter, 4, 0)).hasMessageContaining("1 pair or more");
        assertThatThrownBy(() -> design.withSeason(quarter, -4, 1)).hasMessageContaining("for -4.0");
        assertThatThrownBy(() -> design.withSeason(new double[3], 12, 1)).hasMessageContaining("has 3 for 24");
        Effect once = design.withSeason(quarter, 4, 1).linear().effect();
        Effect replaced = design.withSeason(quarter, 12, 2)
                .withSeason(quarter, 4, 1)
                .linear()
                .effect();
        assertThat(replaced).isEqualTo(once);
        assertThat(once.convention()).containsEntry("season", "1 pairs");
    }

    @Test
    void gapsAreToldAndARateTakesNoOtherErrors() {
        int[] periods = IntStream.rangeClosed(1, 24).toArray();
        double[] outcome = Arrays.stream(periods).mapToDouble(p -> 20 + p % 5).toArray();
        String neighbours = "Where a period is missing, those on both sides of it are taken as neighbours in time.";
        InterruptedTimeSeries whole = InterruptedTimeSeries.of(periods, outcome, 13);
        assertThat(whole.linear().effect().assumptions())
                .doesNotContain(neighbours)
                .contains("Rows far apart in time are independent.");
        double[] gap = outcome.clone();
        gap[7] = Double.NaN;
        assertThat(InterruptedTimeSeries.of(periods, gap, 13).linear().effect().assumptions())
                .contains(neighbours);
        double[] people = new double[24];
        Arrays.fill(people, 100);
        assertThat(whole.rate(people).effect().n()).isEqualTo(24);
        assertThatThrownBy(() -> whole.withErrors(StandardErrors.classical()).rate(people))
                .hasMessageContaining("the errors of its model");
        people[2] = 0;
        people[4] = -1;
        assertThatThrownBy(() -> whole.rate(people))
                .hasMessageContaining("line 3, exposure")
                .hasMessageContaining("line 5, exposure");
    }

    @Test
    void periodsOutOfOrderAndTooFewAreNamedTogether() {
        assertThatThrownBy(() -> InterruptedTimeSeries.of(new int[] {1, 2, 2, 1, 5}, new double[5], 5))
                .hasMessageContaining("row 3 is not")
                .hasMessageContaining("row 4 is not")
                .hasMessageContaining("but there are 4 and 1");
    }
}
