package london.loti.benchmarks.evaluation;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import london.loti.evaluation.did.Panel;
import london.loti.evaluation.did.StaggeredAdoption;
import london.loti.evaluation.did.StaggeredEffects;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.study.StudyTable;

/**
 * The effects on {@value #UNITS} units in {@value DidInput#PERIODS} periods that begin in three of them or never, and all
 * their means. Inventing the units and hashing their data is not measured.
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
public class StaggeredBenchmark {
    static final int UNITS = 20_000;

    private StudyTable table;
    private Panel panel;

    /** Invents the units. */
    @Setup
    public void setUp() {
        table = DidInput.panel(UNITS);
        panel = Panel.of(table, "unit", "period");
    }

    /** Of a panel that is there. */
    @Benchmark
    public Object effects() {
        return effects(panel);
    }

    /** Of a table, which is made a panel first. */
    @Benchmark
    public Object effectsOfTable() {
        return effects(Panel.of(table, "unit", "period"));
    }

    static List<Effect> effects(Panel panel) {
        StaggeredEffects effects = StaggeredAdoption.of(panel, "y", "began").estimate();
        return List.of(
                effects.simple(), effects.groupTime(), effects.dynamic(), effects.byGroup(), effects.byCalendar());
    }
}
