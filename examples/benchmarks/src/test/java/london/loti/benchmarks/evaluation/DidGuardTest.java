package london.loti.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.did.Panel;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;

/** Guards that need no calm machine: bytes, and the time in relation to another in the same run. */
@Tag("perf")
class DidGuardTest {
    /** The outcome 8, and three flags. */
    private static final double BYTES_A_ROW = 11;

    private static final double TIMES_FASTER = 2;

    /** A key, its sorted copy and the period 8 each, the period as a whole number, its position and the unit 4 each; units. */
    private static final double BYTES_A_ROW_OF_A_PANEL = 38.3;

    private static final double TIMES_AS_LONG = 1;

    @Test
    void aRowTakesTheMemoryThatItIsGranted() {
        StudyTable people = DidInput.people(DidBenchmark.ROWS, DidBenchmark.CLUSTERS);
        StudyTable fewer = DidInput.people(DidBenchmark.ROWS / 10, DidBenchmark.CLUSTERS);
        double each = (double) OneThread.least(5, () -> estimate(people)).bytes() / people.rows();
        double ofFewer = (double) OneThread.least(5, () -> estimate(fewer)).bytes() / fewer.rows();

        say("%.2f bytes a row of %,d, %.2f of %,d", each, people.rows(), ofFewer, fewer.rows());
        assertThat(each).as("bytes a row").isBetween(0.9 * BYTES_A_ROW, 1.03 * BYTES_A_ROW);
        assertThat(ofFewer).as("bytes a row of fewer").isBetween(0.9 * BYTES_A_ROW, 1.05 * BYTES_A_ROW);
    }

    @Test
    void isFasterThanThePlainWay() {
        StudyTable people = DidInput.people(DidBenchmark.ROWS, DidBenchmark.CLUSTERS);
        List<PlainDid.Row> rows = DidInput.plain(people);
        Cost loti = OneThread.least(15, () -> estimate(people));
        Cost plain = OneThread.least(
                5, () -> assertThat(PlainDid.of(rows).standardError()).isPositive());
        double ratio = (double) plain.nanoseconds() / loti.nanoseconds();

        say(
                "%.1f ms a difference in differences, %.1f ms the plain way, %.1f times faster on one processor",
                loti.nanoseconds() / 1e6, plain.nanoseconds() / 1e6, ratio);
        assertThat(ratio).as("times faster than the plain way").isGreaterThan(TIMES_FASTER);
    }

    @Test
    void aRowOfAPanelTakesTheMemoryThatItIsGranted() {
        StudyTable table = DidInput.panel(StaggeredBenchmark.UNITS);
        double each = (double) OneThread.least(10, () -> panel(table)).bytes() / table.rows();

        say("%.2f bytes a row of a panel", each);
        assertThat(each).as("bytes a row").isBetween(0.9 * BYTES_A_ROW_OF_A_PANEL, 1.03 * BYTES_A_ROW_OF_A_PANEL);
    }

    @Test
    void makingAPanelTakesNoLongerThanTheEffectsFromIt() {
        StudyTable table = DidInput.panel(StaggeredBenchmark.UNITS);
        Panel panel = Panel.of(table, "unit", "period");
        Cost made = OneThread.least(20, () -> panel(table));
        Cost effects = OneThread.least(
                20, () -> assertThat(StaggeredBenchmark.effects(panel)).hasSize(5));
        double ratio = (double) made.nanoseconds() / effects.nanoseconds();

        say("%.1f ms a panel, %.1f ms its effects", made.nanoseconds() / 1e6, effects.nanoseconds() / 1e6);
        assertThat(ratio).as("time in relation to that of the effects").isLessThan(TIMES_AS_LONG);
    }

    private static void estimate(StudyTable people) {
        assertThat(DifferenceInDifferences.of(people, "y", "treated", "after")
                        .clusteredBy("cluster")
                        .estimate()
                        .clusters())
                .isEqualTo(DidBenchmark.CLUSTERS);
    }

    private static void panel(StudyTable table) {
        assertThat(Panel.of(table, "unit", "period").periods()).hasSize(DidInput.PERIODS);
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
