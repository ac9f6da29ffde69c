package london.loti.benchmarks.persona;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.PersonaMatcher;

import static org.assertj.core.api.Assertions.assertThat;

/** Guards that need no calm machine: bytes, and the time in relation to the plain way in the same run. */
@Tag("perf")
class MatchGuardTest {
    /** The nearest persona 2, its distance, the margin and the known share 8 each, and 3 for buffers of each chunk. */
    private static final double BYTES_A_RESIDENT = 29;

    private static final double TARGET_BYTES_A_RESIDENT = 64;
    private static final int RESIDENTS_FOR_THE_PLAIN_WAY = 20_000;
    private static final double TIMES_FASTER = 3;

    private final List<Attribute> attributes = PersonaInput.mixed();
    private final PersonaBank bank = PersonaInput.bank(attributes, MatchBenchmark.PERSONAS);

    @Test
    void aResidentTakesTheMemoryThatItIsGranted() {
        int residents = MatchBenchmark.RESIDENTS;
        Sample sample = PersonaInput.people(attributes, residents, MatchBenchmark.PERSONAS);
        Cost cost = OneThread.least(5, () -> match(sample));
        double each = (double) cost.bytes() / residents;

        say("%.2f bytes a resident, %.0f ns on one processor", each, (double) cost.nanoseconds() / residents);
        assertThat(each).as("bytes a resident: the target").isLessThan(TARGET_BYTES_A_RESIDENT);
        assertThat(each).as("bytes a resident").isBetween(0.9 * BYTES_A_RESIDENT, 1.03 * BYTES_A_RESIDENT);
    }

    @Test
    void isFasterThanThePlainWay() {
        Sample sample = PersonaInput.people(attributes, RESIDENTS_FOR_THE_PLAIN_WAY, MatchBenchmark.PERSONAS);
        PlainMatch plainWay = new PlainMatch(bank);
        Cost loti = OneThread.least(30, () -> match(sample));
        Cost plain =
                OneThread.least(10, () -> assertThat(plainWay.of(sample).size()).isEqualTo(sample.size()));
        double ratio = (double) plain.nanoseconds() / loti.nanoseconds();

        say(
                "%.0f ns a resident, %.0f ns the plain way, %.1f times faster on one processor",
                (double) loti.nanoseconds() / sample.size(), (double) plain.nanoseconds() / sample.size(), ratio);
        assertThat(ratio).as("times faster than the plain way").isGreaterThan(TIMES_FASTER);
    }

    private void match(Sample sample) {
        assertThat(PersonaMatcher.of(bank).matchAll(sample).size()).isEqualTo(sample.size());
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
