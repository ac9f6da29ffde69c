package london.loti.benchmarks.evaluation;

import java.util.List;
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

import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.study.StudyTable;

/**
 * A difference in differences of {@value #ROWS} people with errors clustered by {@value #CLUSTERS} clusters. Inventing the
 * people and hashing their data is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class DidBenchmark {
    static final int ROWS = 1_000_000;
    static final int CLUSTERS = 1_000;

    /** Who makes the estimate. */
    public enum Variant {
        /** {@link DifferenceInDifferences}. */
        LOTI,
        /** {@link PlainDid}. */
        PLAIN
    }

    @Param
    private Variant variant;

    private StudyTable people;
    private List<PlainDid.Row> rows;

    /** Invents the people. */
    @Setup
    public void setUp() {
        people = DidInput.people(ROWS, CLUSTERS);
        rows = DidInput.plain(people);
    }

    /** The estimate with its error. */
    @Benchmark
    public Object estimate() {
        return switch (variant) {
            case LOTI ->
                DifferenceInDifferences.of(people, "y", "treated", "after")
                        .clusteredBy("cluster")
                        .estimate();
            case PLAIN -> PlainDid.of(rows);
        };
    }
}
