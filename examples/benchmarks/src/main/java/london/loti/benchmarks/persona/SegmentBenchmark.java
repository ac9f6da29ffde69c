package london.loti.benchmarks.persona;

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

import london.loti.persona.attribute.Sample;
import london.loti.persona.segment.Dissimilarities;
import london.loti.persona.segment.LatentClasses;
import london.loti.persona.segment.Medoids;

/** Looks for segments in surveys that are as large as they come, by twenty attributes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class SegmentBenchmark {
    static final int SEGMENTS = 8;
    static final int CLASSES = 5;

    private static final int PEOPLE_AROUND_MEDOIDS = 5_000;
    private static final int PEOPLE_IN_CLASSES = 10_000;
    private static final int STARTS = 20;

    private Sample mixed;
    private Sample categories;

    /** Invents the people. */
    @Setup
    public void setUp() {
        mixed = PersonaInput.people(PersonaInput.mixed(), PEOPLE_AROUND_MEDOIDS, SEGMENTS);
        categories = PersonaInput.people(PersonaInput.categories(), PEOPLE_IN_CLASSES, CLASSES);
    }

    /** The distances of 5,000 people alone, with attributes of all kinds. */
    @Benchmark
    public Object dissimilarities() {
        return Dissimilarities.of(mixed);
    }

    /** The same, and eight medoids of them. */
    @Benchmark
    public Object fasterPam() {
        return Medoids.withK(SEGMENTS).segment(Dissimilarities.of(mixed));
    }

    /** Five classes of 10,000 people, the best of twenty starts; attributes that have levels. */
    @Benchmark
    public Object latentClasses() {
        return LatentClasses.withClasses(CLASSES).withStarts(STARTS).withSeed(1).fit(categories);
    }
}
