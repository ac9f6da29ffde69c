package london.loti.benchmarks.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

import london.loti.evaluation.bootstrap.Bootstrap;
import london.loti.evaluation.bootstrap.IntervalMethod;
import london.loti.evaluation.bootstrap.Resampling;
import london.loti.evaluation.bootstrap.Statistic;
import london.loti.evaluation.estimate.Interval;

/** The BCa interval of the mean of {@value #ROWS} skewed values by {@value #REPLICATES} replicates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class BootstrapBenchmark {
    static final int ROWS = 10_000;
    static final int REPLICATES = 10_000;

    /** Who makes the interval. */
    public enum Variant {
        /** {@link Bootstrap} on two threads. */
        LOTI,
        /** {@link Bootstrap} on one. */
        LOTI_ONE_THREAD,
        /** {@link PlainBootstrap}. */
        PLAIN
    }

    @Param
    private Variant variant;

    private double[] values;
    private List<Double> boxed;

    /** Invents the values. */
    @Setup
    public void setUp() {
        values = values(ROWS);
        boxed = Arrays.stream(values).boxed().toList();
    }

    static double[] values(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[rows];
        Arrays.setAll(values, i -> -Math.log(1 - random.nextDouble()));
        return values;
    }

    static Interval interval(double[] values, int replicates, int threads) {
        return Bootstrap.of(Statistic.mean(values), Resampling.rows(values.length))
                .withReplicates(replicates)
                .withThreads(threads)
                .run()
                .interval(IntervalMethod.BCA, 0.95);
    }

    /** The interval. */
    @Benchmark
    public Object interval() {
        return switch (variant) {
            case LOTI -> interval(values, REPLICATES, 2);
            case LOTI_ONE_THREAD -> interval(values, REPLICATES, 1);
            case PLAIN -> PlainBootstrap.of(boxed, REPLICATES, 0.95, 1);
        };
    }
}
