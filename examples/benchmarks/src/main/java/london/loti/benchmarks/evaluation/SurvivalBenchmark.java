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

import london.loti.evaluation.survival.KaplanMeier;

/**
 * Kaplan-Meier curves of {@value #PEOPLE} people in two groups, ordering included; a quarter are censored. Inventing the
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
public class SurvivalBenchmark {
    static final int PEOPLE = 1_000_000;

    /** Who makes the curves. */
    public enum Variant {
        /** {@link KaplanMeier}. */
        LOTI,
        /** {@link PlainSurvival}. */
        PLAIN
    }

    /** How times are told. */
    public enum Unit {
        /** In whole days: many are equal. */
        DAYS,
        /** As exactly as a computer can: nearly all differ. */
        EXACT
    }

    @Param
    private Variant variant;

    @Param
    private Unit unit;

    private SurvivalInput input;
    private List<PlainSurvival.Person> people;

    /** Invents the people. */
    @Setup
    public void setUp() {
        input = new SurvivalInput(PEOPLE, unit == Unit.DAYS);
        people = input.people();
    }

    /** The curves of both groups. */
    @Benchmark
    public Object curves() {
        return switch (variant) {
            case LOTI -> input.curves();
            case PLAIN -> PlainSurvival.of(people, 2);
        };
    }
}
