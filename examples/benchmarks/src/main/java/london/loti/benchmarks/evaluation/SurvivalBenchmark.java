package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
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

import london.loti.evaluation.survival.KaplanMeier;
import london.loti.evaluation.survival.TimeToEvent;

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
    private static final List<String> GROUPS = List.of("a", "b");

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

    private double[] times;
    private int[] events;
    private int[] groups;
    private List<PlainSurvival.Person> people;

    /** Invents the people. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        times = new double[PEOPLE];
        events = new int[PEOPLE];
        groups = new int[PEOPLE];
        people = new ArrayList<>(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            double time = -365 * Math.log(1 - random.nextDouble());
            times[i] = unit == Unit.DAYS ? Math.floor(time) : time;
            events[i] = random.nextInt(4) == 0 ? 0 : 1;
            groups[i] = random.nextInt(GROUPS.size());
            people.add(new PlainSurvival.Person(groups[i], times[i], events[i] == 1));
        }
    }

    /** The curves of both groups. */
    @Benchmark
    public Object curves() {
        return switch (variant) {
            case LOTI ->
                KaplanMeier.withDefaults()
                        .of(TimeToEvent.builder(times, events)
                                .groups(groups, GROUPS)
                                .build());
            case PLAIN -> PlainSurvival.of(people, GROUPS.size());
        };
    }
}
