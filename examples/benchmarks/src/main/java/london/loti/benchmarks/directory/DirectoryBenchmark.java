package london.loti.benchmarks.directory;

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

import london.loti.model.service.Service;
import london.loti.referral.directory.Directory;

/** Makes a directory that can be searched: the first time in a process, and once it is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class DirectoryBenchmark {
    @Param({"5000", "60000"})
    private int services;

    private List<Service> invented;

    /** Invents the services. */
    @Setup
    public void setUp() {
        invented = SearchInput.of(services).services();
    }

    /** One directory. */
    @Benchmark
    public Object make() {
        return Directory.of(invented);
    }
}
