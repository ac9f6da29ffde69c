package london.loti.benchmarks.index;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Normalisation;

/**
 * Makes an index of all LSOAs of England: {@value #AREAS} areas, {@value #INDICATORS} indicators in three components.
 * Reading the table and the recipe is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class IndexBenchmark {
    static final int AREAS = 33_755;
    static final int INDICATORS = 12;

    /** Who makes the index. */
    public enum Variant {
        /** {@link IndexBuilder}. */
        LOTI,
        /** {@link PlainIndex}. */
        PLAIN
    }

    @Param
    private Variant variant;

    @Param({"MIN_MAX", "PERCENTILE_RANK", "IOD_EXPONENTIAL"})
    private Normalisation.Method method;

    private IndexInput input;

    /** Invents the areas. */
    @Setup
    public void setUp() {
        input = IndexInput.complete(method, AREAS, INDICATORS);
    }

    /** One index. */
    @Benchmark
    public Object index() {
        return switch (variant) {
            case LOTI -> IndexBuilder.of(input.recipe()).build(input.table());
            case PLAIN -> input.plain().of(input.columns());
        };
    }
}
