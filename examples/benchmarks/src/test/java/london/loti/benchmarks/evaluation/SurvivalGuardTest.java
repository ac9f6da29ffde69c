package london.loti.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.evaluation.survival.SurvivalCurve;
import london.loti.evaluation.survival.SurvivalCurves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Guards that need no calm machine: bytes, and the time in relation to another in the same run. */
@Tag("perf")
class SurvivalGuardTest {
    private static final int PEOPLE = 200_000;
    private static final double TIMES_FASTER = 1.5;

    /** Times in order, with their events and groups; steps of whole days are few. */
    private static final double BYTES_A_PERSON = 37.1;

    @Test
    void bothWaysGiveTheSameCurves() {
        SurvivalInput input = new SurvivalInput(20_000, true);
        SurvivalCurves loti = input.curves();
        List<Map<Double, Double>> plain = PlainSurvival.of(input.people(), 2);
        for (int group = 0; group < 2; group++) {
            SurvivalCurve curve = loti.curves().get(group);
            plain.get(group)
                    .forEach((time, share) -> assertThat(curve.survivalAt(time)).isCloseTo(share, within(1e-12)));
        }
    }

    @Test
    void isFasterThanThePlainWay() {
        for (boolean days : new boolean[] {true, false}) {
            SurvivalInput input = new SurvivalInput(PEOPLE, days);
            List<PlainSurvival.Person> people = input.people();
            Cost loti = OneThread.least(
                    10, () -> assertThat(input.curves().curves()).hasSize(2));
            Cost plain = OneThread.least(
                    5, () -> assertThat(PlainSurvival.of(people, 2)).hasSize(2));
            double ratio = (double) plain.nanoseconds() / loti.nanoseconds();

            say(
                    "%.1f ms the curves, %.1f ms the plain way, %.1f times faster on one processor",
                    loti.nanoseconds() / 1e6, plain.nanoseconds() / 1e6, ratio);
            assertThat(ratio).as("times faster than the plain way").isGreaterThan(TIMES_FASTER);
        }
    }

    @Test
    void aPersonTakesTheMemoryThatItIsGranted() {
        SurvivalInput input = new SurvivalInput(PEOPLE, true);
        double each = (double) OneThread.least(5, input::curves).bytes() / PEOPLE;

        say("%.1f bytes a person", each);
        assertThat(each).as("bytes a person").isLessThan(1.05 * BYTES_A_PERSON);
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
