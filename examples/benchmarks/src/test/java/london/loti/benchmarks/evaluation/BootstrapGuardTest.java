package london.loti.benchmarks.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.evaluation.estimate.Interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Guards that need no calm machine: bytes, and the time in relation to another in the same run. */
@Tag("perf")
class BootstrapGuardTest {
    private static final int ROWS = 10_000;
    private static final int REPLICATES = 500;
    private static final double TIMES_FASTER = 3;

    /** Its estimate, as it was drawn and in order, and room to sort. */
    private static final double BYTES_A_REPLICATE = 83.4;

    /** Copies of the value and of its sums, and the estimate and influence without it; nothing a row and replicate. */
    private static final double BYTES_A_ROW = 207;

    @Test
    void bothWaysGiveNearlyTheSameInterval() {
        double[] values = BootstrapBenchmark.values(ROWS);
        Interval loti = BootstrapBenchmark.interval(values, 4_000, 1);
        PlainBootstrap.Ends plain = PlainBootstrap.of(boxed(values), 4_000, 0.95, 1);
        double width = loti.upper() - loti.lower();
        assertThat(plain.lower()).isCloseTo(loti.lower(), within(0.06 * width));
        assertThat(plain.upper()).isCloseTo(loti.upper(), within(0.06 * width));
    }

    @Test
    void isFasterThanThePlainWay() {
        double[] values = BootstrapBenchmark.values(ROWS);
        List<Double> boxed = boxed(values);
        Cost loti = OneThread.least(15, () -> BootstrapBenchmark.interval(values, REPLICATES, 1));
        Cost plain = OneThread.least(
                5,
                () -> assertThat(PlainBootstrap.of(boxed, REPLICATES, 0.95, 1).upper())
                        .isPositive());
        double ratio = (double) plain.nanoseconds() / loti.nanoseconds();

        say(
                "%.1f ms a bootstrap, %.1f ms the plain way, %.1f times faster on one processor",
                loti.nanoseconds() / 1e6, plain.nanoseconds() / 1e6, ratio);
        assertThat(ratio).as("times faster than the plain way").isGreaterThan(TIMES_FASTER);
    }

    /** No replicate keeps what it drew. */
    @Test
    void rowsAndReplicatesTakeTheMemoryThatTheyAreGranted() {
        double[] values = BootstrapBenchmark.values(ROWS);
        double[] fewer = BootstrapBenchmark.values(ROWS / 10);
        long all = bytes(values, REPLICATES);
        double replicate = (bytes(values, 10 * REPLICATES) - all) / (9.0 * REPLICATES);
        double row = (all - bytes(fewer, REPLICATES)) / (0.9 * ROWS);

        say("%.1f bytes a replicate, %.1f bytes a row", replicate, row);
        assertThat(replicate).as("bytes a replicate").isLessThan(1.05 * BYTES_A_REPLICATE);
        assertThat(row).as("bytes a row").isLessThan(1.05 * BYTES_A_ROW);
    }

    private static long bytes(double[] values, int replicates) {
        return OneThread.least(5, () -> BootstrapBenchmark.interval(values, replicates, 1))
                .bytes();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
