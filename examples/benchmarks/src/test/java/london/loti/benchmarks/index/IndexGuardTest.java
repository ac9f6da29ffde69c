package london.loti.benchmarks.index;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import london.loti.benchmarks.index.IndexBenchmark.Variant;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Normalisation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards that need no calm machine: bytes, which come out the same everywhere, and the time in relation to the plain
 * way in the same run. Times themselves are printed, never asserted.
 */
@Tag("perf")
class IndexGuardTest {
    private static final int AREAS = IndexBenchmark.AREAS;
    private static final int INDICATORS = IndexBenchmark.INDICATORS;
    /** 16 columns of scores, the ranks, the rows of the base, an order, and small change. */
    private static final long BUDGET_BYTES = 5_012_000;

    private static final long COLUMN_BYTES = 8L * AREAS + 16;
    /** What an indicator may take beside its column: how it is named and checked. */
    private static final long SMALL_CHANGE_BYTES = 2_048;

    private static final double SLACK = 1.5;

    @ParameterizedTest
    @EnumSource(names = {"MIN_MAX", "PERCENTILE_RANK", "IOD_EXPONENTIAL"})
    void takesTheMemoryThatItIsGranted(Normalisation.Method method) {
        long bytes = bytesOfOneBuild(IndexInput.complete(method, AREAS, INDICATORS));

        say("%s: %,d bytes an index, of %,d granted", method, bytes, BUDGET_BYTES);
        assertThat(bytes).as("bytes an index").isLessThanOrEqualTo(Math.round(1.03 * BUDGET_BYTES));
        assertThat(bytes)
                .as("bytes an index: far below the budget, so tighten me")
                .isGreaterThanOrEqualTo(Math.round(0.9 * BUDGET_BYTES));
    }

    @ParameterizedTest
    @EnumSource(names = {"MIN_MAX", "PERCENTILE_RANK", "IOD_EXPONENTIAL"})
    void anIndicatorTakesItsColumnAndNoMore(Normalisation.Method method) {
        long few = bytesOfOneBuild(IndexInput.complete(method, AREAS, INDICATORS));
        long many = bytesOfOneBuild(IndexInput.complete(method, AREAS, 4 * INDICATORS));
        long each = (many - few) / (3 * INDICATORS);

        say("%s: %,d bytes an indicator, of which %,d are its column of scores", method, each, COLUMN_BYTES);
        assertThat(each).as("bytes an indicator").isBetween(COLUMN_BYTES, COLUMN_BYTES + SMALL_CHANGE_BYTES);
    }

    /**
     * The ratios are those of results/0.1.0.md, rounded up. The fastest of nine iterations are compared, because what
     * else runs on the machine only ever adds time.
     */
    @ParameterizedTest
    @CsvSource({"MIN_MAX, 0.20", "PERCENTILE_RANK, 0.30", "IOD_EXPONENTIAL, 0.30"})
    void isFasterThanThePlainWay(Normalisation.Method method, double measured) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(IndexBenchmark.class.getName())
                        .param("method", method.name())
                        .forks(3)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(500))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Result<?> loti = resultOf(results, Variant.LOTI);
        Result<?> plain = resultOf(results, Variant.PLAIN);
        double ratio = loti.getStatistics().getMin() / plain.getStatistics().getMin();

        say(
                "%s: %.1f ms an index, %.1f ms the plain way, ratio of the fastest %.2f",
                method, loti.getScore(), plain.getScore(), ratio);
        assertThat(ratio).as("time in relation to the plain way").isLessThanOrEqualTo(SLACK * measured);
    }

    private static Result<?> resultOf(Collection<RunResult> results, Variant variant) {
        return results.stream()
                .filter(result -> result.getParams().getParam("variant").equals(variant.name()))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult();
    }

    /** The least of many: the first ones also load classes. Exact, because only this thread's bytes are counted. */
    private static long bytesOfOneBuild(IndexInput input) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        IndexBuilder builder = IndexBuilder.of(input.recipe());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            boolean built = builder.build(input.table()).value().isPresent();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            assertThat(built).isTrue();
        }
        return least;
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
