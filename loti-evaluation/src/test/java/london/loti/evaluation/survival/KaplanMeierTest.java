package london.loti.evaluation.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class KaplanMeierTest {
    private static TimeToEvent aml() {
        Samples aml = Samples.of("survival_aml.csv");
        return aml.events(aml.number("time"), row -> (int) aml.number("status").applyAsDouble(row))
                .groups(aml.column("x"))
                .build();
    }

    private static Interval interval(Estimate estimate) {
        Interval interval = estimate.interval();
        assertThat(interval).isNotNull();
        return interval;
    }

    private static double[] column(SurvivalCurves curves, ToDoubleFunction<SurvivalPoint> of) {
        return curves.curves().stream()
                .flatMap(c -> c.points().stream())
                .mapToDouble(of)
                .toArray();
    }

    @Test
    void curvesOfTwoGroupsAreThoseOfR() {
        Cases expected = Cases.of("km.aml");
        SurvivalCurves curves = KaplanMeier.withDefaults().of(aml());
        expected.check("time", column(curves, SurvivalPoint::time));
        expected.check("n_risk", column(curves, SurvivalPoint::atRisk));
        expected.check("n_event", column(curves, SurvivalPoint::events));
        expected.check("surv", column(curves, SurvivalPoint::survival));
        expected.check("se", column(curves, SurvivalPoint::standardError));
        expected.check("lower", column(curves, SurvivalPoint::lower));
        expected.check("upper", column(curves, SurvivalPoint::upper));

        List<Estimate> medians = curves.medians().estimates();
        expected.check("median", medians.stream().mapToDouble(Estimate::value).toArray());
        expected.check(
                "med_lo", medians.stream().mapToDouble(e -> interval(e).lower()).toArray());
        assertThat(interval(medians.get(0)).upper()).isInfinite(); // R prints NA: the band never falls so far
        // R's common end is the longest time seen, here 161
        Effect means = curves.restrictedMeans(161);
        expected.check(
                "rmean/x=Maintained", means.estimate("mean time, Maintained").value());
        expected.check(
                "rmean/x=Nonmaintained",
                means.estimate("mean time, Nonmaintained").value());
        assertThat(means.headline().term()).isEqualTo("mean time, Nonmaintained - Maintained");
    }

    @Test
    void oneCurveIsThatOfR() {
        Cases expected = Cases.of("km.lung");
        TimeToEvent lung = Samples.lung().groups(new int[228], List.of("all")).build();
        SurvivalCurves curves = KaplanMeier.withDefaults().of(lung);
        expected.check("n", curves.curve("all").size());
        expected.check("events", curves.curve("all").events());
        Estimate median = curves.medians().headline();
        expected.check("median", median.value());
        expected.check("lo", interval(median).lower());
        expected.check("hi", interval(median).upper());
        List<Estimate> at = curves.survivalAt(180, 365, 730).estimates();
        expected.check("s", at.stream().mapToDouble(Estimate::value).toArray());
        expected.check("se", at.stream().mapToDouble(Estimate::standardError).toArray());
        expected.check(
                "lower", at.stream().mapToDouble(e -> interval(e).lower()).toArray());
        expected.check(
                "upper", at.stream().mapToDouble(e -> interval(e).upper()).toArray());
        for (CurveInterval scale : List.of(CurveInterval.LOG_LOG, CurveInterval.PLAIN)) {
            Effect effect =
                    KaplanMeier.withDefaults().withInterval(scale).of(lung).survivalAt(365);
            Interval ends = interval(effect.headline());
            expected.check(
                    scale == CurveInterval.PLAIN ? "plain365" : "loglog365", new double[] {ends.lower(), ends.upper()});
            assertThat(effect.convention()).containsEntry("interval", scale.words());
        }
        Estimate mean = curves.restrictedMeans(365).headline();
        expected.check("rmst365", mean.value());
        expected.check("rmst365_se", mean.standardError());
    }

    @Test
    void equalsAPlainCurveOnRandomTimesWithTies() {
        for (int seed = 0; seed < 30; seed++) {
            TimeToEvent data = Samples.random(seed, 60, 12, 1, 2).build();
            for (SurvivalCurve curve : KaplanMeier.withDefaults().of(data).curves()) {
                for (SurvivalPoint point : curve.points()) {
                    PlainCurve plain = PlainCurve.at(data, curve.group(), point.time());
                    assertThat(point.survival()).as("seed " + seed).isCloseTo(plain.survival(), within(1e-12));
                    assertThat(point.cumulativeHazard()).isCloseTo(plain.hazard(), within(1e-12));
                    if (point.survival() > 0) {
                        assertThat(point.standardError()).isCloseTo(plain.error(), within(1e-12));
                    }
                }
            }
        }
    }

    /** Straight from the definition: every earlier time is looked up among all rows. */
    private record PlainCurve(double survival, double error, double hazard) {
        static PlainCurve at(TimeToEvent data, String group, double until) {
            double survival = 1;
            double variance = 0;
            double hazard = 0;
            for (double time = 0; time <= until; time++) {
                double n = 0;
                double d = 0;
                for (int row = 0; row < data.size(); row++) {
                    if (data.groups().get(data.groupLabels().codes().of(row)).equals(group)) {
                        n += data.time(row) >= time ? 1 : 0;
                        d += data.time(row) == time && data.event(row) > 0 ? 1 : 0;
                    }
                }
                if (d > 0) {
                    survival *= 1 - d / n;
                    variance += d / (n * (n - d));
                    hazard += d / n;
                }
            }
            return new PlainCurve(survival, survival * Math.sqrt(variance), hazard);
        }
    }

    @Test
    void isTheShareStillWaitingWhereNobodyIsCensored() {
        double[] times =
                new SplittableRandom(3).ints(500, 0, 40).asDoubleStream().toArray();
        int[] events = new int[500];
        Arrays.fill(events, 1);
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(TimeToEvent.builder(times, events).build())
                .curve("all");
        for (double time = 0; time < 45; time += 0.5) {
            double at = time;
            double share = Arrays.stream(times).filter(t -> t > at).count() / 500.0;
            assertThat(curve.survivalAt(time)).isCloseTo(share, within(1e-12));
        }
        // the mean time within a span that holds all times is the mean
        double mean = Arrays.stream(times).average().orElseThrow();
        Effect effect = KaplanMeier.withDefaults()
                .of(TimeToEvent.builder(times, events).build())
                .restrictedMeans(40);
        assertThat(effect.headline().value()).isCloseTo(mean, within(1e-10));
    }

    @Test
    void longerTimesScaleTheMedianAndNothingElse() {
        TimeToEvent data = Samples.random(5, 200, 50, 1, 1).build();
        double[] times = new double[200];
        int[] events = new int[200];
        for (int row = 0; row < 200; row++) {
            times[row] = 4 * data.time(row);
            events[row] = data.event(row);
        }
        SurvivalCurves curves = KaplanMeier.withDefaults().of(data);
        SurvivalCurves scaled =
                KaplanMeier.withDefaults().of(TimeToEvent.builder(times, events).build());
        assertThat(scaled.medians().headline().value())
                .isEqualTo(4 * curves.medians().headline().value());
        assertThat(column(scaled, SurvivalPoint::survival)).isEqualTo(column(curves, SurvivalPoint::survival));
        assertThat(scaled.restrictedMeans(40).headline().value())
                .isCloseTo(4 * curves.restrictedMeans(10).headline().value(), within(1e-10));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        TimeToEvent data = Samples.random(6, 300, 80, 1, 3).build();
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            order.add(row);
        }
        Collections.shuffle(order, new Random(6));
        double[] times = order.stream().mapToDouble(data::time).toArray();
        int[] events = order.stream().mapToInt(data::event).toArray();
        int[] groups = order.stream()
                .mapToInt(row -> data.groupLabels().codes().of(row))
                .toArray();
        TimeToEvent shuffled =
                TimeToEvent.builder(times, events).groups(groups, data.groups()).build();
        assertThat(KaplanMeier.withDefaults().of(shuffled).curves().stream().map(c -> List.copyOf(c.points())))
                .isEqualTo(KaplanMeier.withDefaults().of(data).curves().stream()
                        .map(c -> List.copyOf(c.points()))
                        .toList());
    }

    @Test
    void aQuantileOnAFlatPartIsItsMiddle() {
        // by hand: half are left from 2 to 5
        SurvivalCurve curve = KaplanMeier.withDefaults()
                .of(TimeToEvent.builder(new double[] {1, 2, 5, 6}, new int[] {1, 1, 1, 1})
                        .build())
                .curve("all");
        assertThat(curve.quantile(0.5)).isEqualTo(3.5);
        assertThat(curve.quantile(0.6)).isEqualTo(5);
        assertThatThrownBy(() -> curve.quantile(1)).hasMessageContaining("between 0 and 1, but was 1.0");
    }

    @Test
    void saysNothingBeyondWhatWasSeen() {
        SurvivalCurves curves = KaplanMeier.withDefaults()
                .of(TimeToEvent.builder(new double[] {1, 2, 3, 9}, new int[] {1, 0, 0, 0})
                        .build());
        assertThat(curves.curve("all").survivalAt(0.5)).isEqualTo(1);
        assertThat(curves.curve("all").survivalAt(9)).isEqualTo(0.75);
        assertThat(curves.curve("all").survivalAt(10)).isNaN();
        assertThat(curves.survivalAt(10).headline().value()).isNaN();
        assertThat(curves.medians().headline().value()).isNaN();
        assertThat(curves.cumulativeHazardAt(2, 10).estimates().get(0).value()).isEqualTo(0.25);
        assertThat(curves.cumulativeHazardAt(2, 10).estimates().get(1).value()).isNaN();
        assertThatThrownBy(() -> curves.restrictedMeans(10)).hasMessageContaining("seen until 9.0 only");
        assertThatThrownBy(() -> curves.restrictedMeans(0)).hasMessageContaining("above 0, but was 0.0");
        assertThatThrownBy(() -> curves.survivalAt(-1)).hasMessageContaining("0 or more, but was -1.0");
        assertThatThrownBy(() -> curves.curve("none")).hasMessageContaining("none of the 1");
    }

    @Test
    void differencesOfMeanTimesTurnWithTheGroups() {
        TimeToEvent data = Samples.lung().build();
        Effect effect = KaplanMeier.withDefaults().of(data).restrictedMeans(365);
        Estimate one = effect.estimate("mean time, 1");
        Estimate two = effect.estimate("mean time, 2");
        assertThat(effect.headline().value()).isCloseTo(two.value() - one.value(), within(1e-12));
        assertThat(effect.headline().standardError())
                .isCloseTo(Math.hypot(one.standardError(), two.standardError()), within(1e-12));
        assertThat(interval(effect.headline()).lower()).isPositive();
        assertThat(effect.headline().pValue()).isLessThan(0.05);
        assertThat(effect.groups()).containsEntry("1", 138L).containsEntry("2", 90L);
    }
}
