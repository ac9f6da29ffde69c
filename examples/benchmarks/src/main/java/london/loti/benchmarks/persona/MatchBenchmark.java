package london.loti.benchmarks.persona;

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

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.PersonaMatcher;

/**
 * Matches {@value #RESIDENTS} residents, a few boroughs' worth, with {@value #PERSONAS} personas by twenty attributes
 * of all kinds. The plain way works on one processor, loti on all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in
public class MatchBenchmark {
    static final int RESIDENTS = 1_000_000;
    static final int PERSONAS = 24;

    /** Who matches. */
    public enum Variant {
        /** {@link PersonaMatcher#matchAll(Sample)}. */
        LOTI,
        /** {@link PlainMatch}. */
        PLAIN
    }

    @Param
    private Variant variant;

    private PersonaBank bank;
    private Sample residents;

    /** Invents the residents. */
    @Setup
    public void setUp() {
        List<Attribute> attributes = PersonaInput.mixed();
        bank = PersonaInput.bank(attributes, PERSONAS);
        residents = PersonaInput.people(attributes, RESIDENTS, PERSONAS);
    }

    /** All matches. */
    @Benchmark
    public Object matchAll() {
        return switch (variant) {
            case LOTI -> PersonaMatcher.of(bank).matchAll(residents);
            case PLAIN -> new PlainMatch(bank).of(residents);
        };
    }
}
