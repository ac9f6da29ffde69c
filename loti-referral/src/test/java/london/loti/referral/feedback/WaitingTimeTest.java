package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.referral.feedback.WaitingTime.Wait;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingTimeTest {
    /** By hand: of 5, 2 had it by day 1 and 3 (4/5, then 3/5 of 4 at risk less one who left on day 2: 4/5 x 2/3 = 0.533). */
    @Test
    void whoStillWaitsCountsAsWaiting() {
        List<Wait> waits = List.of(
                new Wait(1, true), new Wait(2, false), new Wait(3, true), new Wait(6, true), new Wait(9, false));
        assertThat(WaitingTime.quantile(waits, 0.25)).isEqualTo(3);
        assertThat(WaitingTime.quantile(waits, 0.5)).isEqualTo(6); // 0.533 x 1/2 = 0.267
        assertThat(WaitingTime.quantile(waits, 0.75)).as("never so many had it").isNull();
    }

    @Test
    void agreesWithAWalkOverEveryDay() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Wait> waits = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                waits.add(new Wait(random.nextInt(12), random.nextInt(3) > 0));
            }
            for (double share : new double[] {0.25, 0.5, 0.75}) {
                Integer slow = null;
                double left = 1;
                for (int day = 0; day < 12 && slow == null; day++) {
                    int today = day;
                    double had = waits.stream()
                            .filter(w -> w.over() && w.days() == today)
                            .count();
                    double atRisk =
                            waits.stream().filter(w -> w.days() >= today).count();
                    left = had > 0 ? left * (atRisk - had) / atRisk : left;
                    slow = had > 0 && left - 1e-9 <= 1 - share ? (Integer) day : null;
                }
                assertThat(WaitingTime.quantile(waits, share))
                        .as("seed " + seed)
                        .isEqualTo(slow);
            }
        }
    }

    /** Without anybody left waiting, the quartile is the day on which so many had it. */
    @Test
    void aQuartileThatTellsOfFewIsNotShown() {
        DisclosureRule rule = new DisclosureRule("three", "1", 3, ZeroPolicy.SUPPRESS, 1, "test");
        WaitingTime.Raw raw = new WaitingTime.Raw("id", "title", "meaning", "days", "yes", "no");
        for (int i = 1; i <= 8; i++) {
            raw.add("r" + i, new Wait(i, true));
        }
        WaitingTime time = raw.disclose(rule);
        assertThat(time.quarter()).as("day 2: two had it").isEmpty();
        assertThat(time.median()).hasValue(4);
        assertThat(time.threeQuarters()).as("day 6: two waited longer").isEmpty();
    }
}
