package london.loti.evaluation.survival;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AalenJohansenTest {
    @Test
    void incidenceAndItsErrorAreThoseOfR() {
        Cases expected = Cases.of("aj.mgus2");
        Samples mgus = Samples.of("survival_mgus2.csv");
        TimeToEvent data = mgus.events(
                        row -> mgus.number(mgus.cell("pstat").apply(row).equals("1") ? "ptime" : "futime")
                                .applyAsDouble(row),
                        row -> mgus.cell("pstat").apply(row).equals("1")
                                ? 1
                                : 2 * (int) mgus.number("death").applyAsDouble(row))
                .causes("pcm", "death")
                .build();
        Effect effect = AalenJohansen.withDefaults().of(data).incidenceAt(60, 120, 240);
        List<Estimate> pcm = effect.estimates().subList(0, 3);
        expected.check("p_pcm", pcm.stream().mapToDouble(Estimate::value).toArray());
        expected.check(
                "se_pcm", pcm.stream().mapToDouble(Estimate::standardError).toArray());
        expected.check(
                "p_death",
                effect.estimates().subList(3, 6).stream()
                        .mapToDouble(Estimate::value)
                        .toArray());
        assertThat(pcm.get(0).term()).isEqualTo("pcm at 60.0");
        assertThat(pcm.get(0).interval()).isNotNull();
        assertThat(effect.convention()).containsEntry("error", "infinitesimal jackknife");
    }

    @Test
    void sharesAndThoseWhoStillWaitSumToOne() {
        for (int seed = 0; seed < 20; seed++) {
            TimeToEvent data = Samples.random(seed, 80, 15, 3, 2).build();
            IncidenceCurves incidence = AalenJohansen.withDefaults().of(data);
            SurvivalCurves waiting = KaplanMeier.withDefaults().of(data);
            for (String group : data.groups()) {
                for (SurvivalPoint point : waiting.curve(group).points()) {
                    double sum = point.survival();
                    for (String cause : data.causes()) {
                        sum += incidence.curve(group, cause).incidenceAt(point.time());
                    }
                    assertThat(sum).as("seed " + seed).isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    @Test
    void theErrorOfOneCauseIsGreenwoods() {
        TimeToEvent data = Samples.random(2, 80, 30, 1, 1).build();
        List<IncidencePoint> points =
                AalenJohansen.withDefaults().of(data).curves().get(0).points();
        List<SurvivalPoint> waiting =
                KaplanMeier.withDefaults().of(data).curves().get(0).points();
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).incidence()).isCloseTo(1 - waiting.get(i).survival(), within(1e-12));
            if (waiting.get(i).survival() > 0) {
                assertThat(points.get(i).standardError())
                        .isCloseTo(waiting.get(i).standardError(), within(1e-12));
            }
        }
    }

    @Test
    void theErrorEqualsTheSumOfEveryPersonsInfluence() {
        // the infinitesimal jackknife by its definition: each person's weight is moved a little
        TimeToEvent data = Samples.random(4, 40, 8, 2, 1).build();
        IncidenceCurve curve = AalenJohansen.withDefaults().of(data).curve("group 0", "cause 2");
        double nudge = 1e-6;
        for (IncidencePoint point : curve.points()) {
            double sum = 0;
            for (int row = 0; row < data.size(); row++) {
                double up = weighted(data, row, 1 + nudge, point.time());
                double down = weighted(data, row, 1 - nudge, point.time());
                double influence = (up - down) / (2 * nudge);
                sum += influence * influence;
            }
            assertThat(point.standardError()).isCloseTo(Math.sqrt(sum), within(1e-8));
        }
    }

    /** The incidence of cause 2 with another weight for one row, straight from the definition. */
    private static double weighted(TimeToEvent data, int heavy, double weight, double until) {
        double waiting = 1;
        double incidence = 0;
        for (double time = 0; time <= until; time++) {
            double n = 0;
            double all = 0;
            double of = 0;
            for (int row = 0; row < data.size(); row++) {
                double w = row == heavy ? weight : 1;
                n += data.time(row) >= time ? w : 0;
                all += data.time(row) == time && data.event(row) > 0 ? w : 0;
                of += data.time(row) == time && data.event(row) == 2 ? w : 0;
            }
            if (n > 0) {
                incidence += waiting * of / n;
                waiting *= 1 - all / n;
            }
        }
        return incidence;
    }

    @Test
    void saysNothingBeyondWhatWasSeen() {
        TimeToEvent data = TimeToEvent.builder(new double[] {1, 2, 3, 9}, new int[] {1, 2, 0, 0})
                .causes("attended", "withdrew")
                .build();
        IncidenceCurves curves = AalenJohansen.withDefaults().withLevel(0.9).of(data);
        assertThat(curves.curve("all", "withdrew").incidenceAt(1)).isZero();
        assertThat(curves.curve("all", "attended").incidenceAt(9)).isEqualTo(0.25);
        assertThat(curves.curve("all", "attended").incidenceAt(10)).isNaN();
        assertThat(curves.incidenceAt(10).headline().value()).isNaN();
        assertThat(curves.incidenceAt(0.5).headline().standardError()).isZero();
        assertThatThrownBy(() -> curves.curve("all", "moved")).hasMessageContaining("[attended, withdrew]");
        assertThatThrownBy(() -> curves.incidenceAt()).isInstanceOf(IllegalArgumentException.class);
    }
}
