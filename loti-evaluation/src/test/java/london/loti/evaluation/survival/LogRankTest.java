package london.loti.evaluation.survival;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LogRankTest {
    private static double[] pair(Effect effect, String term) {
        return new double[] {
            effect.estimate(term + ", 1").value(), effect.estimate(term + ", 2").value()
        };
    }

    @Test
    void isThatOfR() {
        Cases expected = Cases.of("logrank.lung");
        Effect effect = LogRank.withDefaults().of(Samples.lung().build());
        expected.check("chi2", effect.headline().value());
        expected.check("p", effect.headline().pValue());
        expected.check("obs", pair(effect, "observed"));
        expected.check("exp", pair(effect, "expected"));
        Effect early = LogRank.withDefaults().petoPeto().of(Samples.lung().build());
        expected.check("peto_chi2", early.headline().value());
        assertThat(early.convention()).containsEntry("weights", "peto-peto (rho 1)");
        assertThat(effect.headline().degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void aStratumThatAllShareChangesNothingAndCopiesAddUp() {
        TimeToEvent once = Samples.random(8, 120, 30, 1, 3).build();
        double[] times = new double[240];
        int[] events = new int[240];
        int[] groups = new int[240];
        List<String> strata = new ArrayList<>();
        for (int row = 0; row < 240; row++) {
            times[row] = once.time(row % 120);
            events[row] = once.event(row % 120);
            groups[row] = once.groupLabels().codes().of(row % 120);
            strata.add(row < 120 ? "north" : "south");
        }
        Effect twice = LogRank.withDefaults()
                .of(TimeToEvent.builder(times, events)
                        .groups(groups, once.groups())
                        .strata(strata)
                        .build());
        // both observed minus expected and covariance double, so the form doubles too
        Effect one = LogRank.withDefaults().of(once);
        assertThat(twice.headline().value()).isCloseTo(2 * one.headline().value(), within(1e-9));
        assertThat(twice.headline().degreesOfFreedom()).isEqualTo(2);
        assertThat(twice.convention()).containsEntry("strata", "2");
    }

    @Test
    void theNamesOfTheGroupsDoNotMatter() {
        for (int seed = 0; seed < 20; seed++) {
            TimeToEvent data = Samples.random(seed, 90, 20, 1, 4).build();
            double[] times = new double[90];
            int[] events = new int[90];
            int[] turned = new int[90];
            for (int row = 0; row < 90; row++) {
                times[row] = data.time(row);
                events[row] = data.event(row);
                turned[row] = 3 - data.groupLabels().codes().of(row);
            }
            TimeToEvent other = TimeToEvent.builder(times, events)
                    .groups(turned, List.of("d", "c", "b", "a"))
                    .build();
            for (LogRank test :
                    List.of(LogRank.withDefaults(), LogRank.withDefaults().petoPeto())) {
                assertThat(test.of(other).headline().value())
                        .as("seed " + seed)
                        .isCloseTo(test.of(data).headline().value(), within(1e-9));
            }
        }
    }

    @Test
    void equalsAPlainTestOnRandomTimesWithTies() {
        for (int seed = 0; seed < 20; seed++) {
            TimeToEvent drawn = Samples.random(seed, 100, 12, 1, 2).build();
            List<String> strata = new ArrayList<>();
            for (int row = 0; row < drawn.size(); row++) {
                strata.add("stratum " + row % 3);
            }
            TimeToEvent data =
                    Samples.random(seed, 100, 12, 1, 2).strata(strata).build();
            assertThat(LogRank.withDefaults().of(data).headline().value())
                    .as("seed " + seed)
                    .isCloseTo(plain(data, false), within(1e-9));
            assertThat(LogRank.withDefaults().petoPeto().of(data).headline().value())
                    .as("seed " + seed)
                    .isCloseTo(plain(data, true), within(1e-9));
        }
    }

    /** Two groups, straight from the definition: a table of two by two at every time of every stratum. */
    private static double plain(TimeToEvent data, boolean weighted) {
        double difference = 0;
        double variance = 0;
        for (int stratum = 0; stratum < data.strata().size(); stratum++) {
            double survival = 1;
            for (double time = 0; time <= 12; time++) {
                double n = 0;
                double first = 0;
                double d = 0;
                double firstEvents = 0;
                for (int row = 0; row < data.size(); row++) {
                    boolean isIn = data.stratumLabels().codes().of(row) == stratum && data.time(row) >= time;
                    boolean isFirst = data.groupLabels().codes().of(row) == 0;
                    boolean isEvent = data.time(row) == time && data.event(row) > 0;
                    n += isIn ? 1 : 0;
                    first += isIn && isFirst ? 1 : 0;
                    d += isIn && isEvent ? 1 : 0;
                    firstEvents += isIn && isEvent && isFirst ? 1 : 0;
                }
                double weight = weighted ? survival : 1;
                if (d > 0) {
                    difference += weight * (firstEvents - d * first / n);
                    variance += n == 1 ? 0 : weight * weight * d * (first / n) * (1 - first / n) * (n - d) / (n - 1);
                    survival *= 1 - d / n;
                }
            }
        }
        return difference * difference / variance;
    }

    @Test
    void observedAndExpectedHaveOneSum() {
        Effect effect = LogRank.withDefaults().petoPeto().of(Samples.lung().build());
        assertThat(effect.estimate("observed, 1").value()
                        + effect.estimate("observed, 2").value())
                .isCloseTo(
                        effect.estimate("expected, 1").value()
                                + effect.estimate("expected, 2").value(),
                        within(1e-9));
    }

    @Test
    void refusesWhatCanNotBeCompared() {
        TimeToEvent one =
                TimeToEvent.builder(new double[] {1, 2}, new int[] {1, 1}).build();
        assertThatThrownBy(() -> LogRank.withDefaults().of(one))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("2 groups or more must be compared, but there is 1");
        TimeToEvent apart = TimeToEvent.builder(new double[] {1, 2}, new int[] {0, 1})
                .groups(List.of("a", "b"))
                .build();
        assertThatThrownBy(() -> LogRank.withDefaults().of(apart)).hasMessageContaining("there is no such time");
    }
}
