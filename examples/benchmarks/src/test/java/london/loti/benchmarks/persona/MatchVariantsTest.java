package london.loti.benchmarks.persona;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.BatchMatch;
import london.loti.persona.match.PersonaMatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is measured must be the same work, and the work that it is said to be. */
class MatchVariantsTest {
    private static final int RESIDENTS = 20_000;

    private final List<Attribute> attributes = PersonaInput.mixed();
    private final PersonaBank bank = PersonaInput.bank(attributes, MatchBenchmark.PERSONAS);
    private final Sample residents = PersonaInput.people(attributes, RESIDENTS, MatchBenchmark.PERSONAS);

    @Test
    void bothWaysGiveTheSameMatchesToTheBit() {
        BatchMatch loti = PersonaMatcher.of(bank).matchAll(residents);
        List<PlainMatch.Match> fast = IntStream.range(0, RESIDENTS)
                .mapToObj(row -> new PlainMatch.Match(
                        loti.nearest(row), loti.distance(row), loti.margin(row), loti.knownShare(row)))
                .toList();

        assertThat(fast).isEqualTo(new PlainMatch(bank).of(residents));
    }

    @Test
    void everyPersonaIsNearestToSomebody() {
        BatchMatch loti = PersonaMatcher.of(bank).matchAll(residents);

        assertThat(IntStream.range(0, RESIDENTS).map(loti::nearest).distinct())
                .hasSize(MatchBenchmark.PERSONAS)
                .doesNotContain(-1);
    }

    @Test
    void anAnswerInTenIsMissing() {
        long missing = IntStream.range(0, attributes.size())
                .mapToLong(column -> IntStream.range(0, RESIDENTS)
                        .filter(row -> Double.isNaN(residents.value(row, column)))
                        .count())
                .sum();

        assertThat((double) missing / RESIDENTS / attributes.size()).isCloseTo(0.1, within(0.002)); // 4 standard errors
    }

    @Test
    void thereAreFourAttributesOfEachKind() {
        for (AttributeKind kind : AttributeKind.values()) {
            assertThat(attributes).filteredOn(Attribute::kind, kind).hasSize(4);
        }
    }
}
