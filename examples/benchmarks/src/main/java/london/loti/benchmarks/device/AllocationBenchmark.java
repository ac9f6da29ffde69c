package london.loti.benchmarks.device;

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

import london.loti.referral.device.allocation.TransportProblem;

/**
 * Allocates devices to needs: {@value #HOUSEHOLDS} households and as many single devices, and {@value #NEEDS} needs and
 * {@value #CLASSES} classes. The plain way takes a column a device, which is hopeless for the latter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class AllocationBenchmark {
    static final int HOUSEHOLDS = 2_000;
    static final int NEEDS = 10_000;
    static final int CLASSES = 50;

    /** Who allocates. */
    public enum Variant {
        /** {@link TransportProblem}, a household and a device. */
        LOTI_ASSIGNMENT,
        /** {@link PlainAssignment}, the same. */
        PLAIN_ASSIGNMENT,
        /** {@link TransportProblem}, many needs and few classes. */
        LOTI_TRANSPORT
    }

    @Param
    private Variant variant;

    private AllocationInput input;

    /** Invents needs and stock. */
    @Setup
    public void setUp() {
        input = variant == Variant.LOTI_TRANSPORT
                ? AllocationInput.of(NEEDS, CLASSES)
                : AllocationInput.of(HOUSEHOLDS, HOUSEHOLDS);
    }

    /** One allocation. */
    @Benchmark
    public long allocate() {
        return variant == Variant.PLAIN_ASSIGNMENT
                ? input.plain().leastPoints()
                : input.problem().solve().points();
    }
}
