package london.loti.persona.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.persona.SharedData;
import london.loti.persona.Table;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeTypes;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.bank.SampleBanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against R's {@code cluster::daisy(metric = "gower")} over the pooled rows of residents and personas. */
class MatchOracleTest {
    private static final double EXACT = 1e-12;

    private static PersonaBank bank() {
        List<Attribute> types = AttributeTypes.read(SharedData.file("oracles/persona/residents_types.csv"))
                .orElseThrow();
        return SampleBanks.oracle(types, Table.rows(SharedData.file("oracles/persona/personas4.csv")), 19, 81);
    }

    private static Sample residents(PersonaBank bank) {
        return SampleReader.of(bank.attributes())
                .read(SharedData.file("oracles/persona/residents.csv"))
                .orElseThrow();
    }

    private static Answers answers(PersonaBank bank, Map<String, String> resident) {
        Answers answers = Answers.to(bank);
        for (Attribute attribute : bank.attributes()) {
            answers = answers.with(attribute.id(), resident.get(attribute.id()));
        }
        return answers;
    }

    @Test
    void everyDistanceIsThatOfDaisy() {
        PersonaBank bank = bank();
        PersonaMatcher matcher = PersonaMatcher.of(bank);
        List<Map<String, String>> residents = Table.rows(SharedData.file("oracles/persona/residents.csv"));
        List<Map<String, String>> expected =
                Table.rows(SharedData.file("oracles/persona/residents_to_personas4_gower.csv"));
        for (int row = 0; row < residents.size(); row++) {
            List<Double> distances = matcher.distances(answers(bank, residents.get(row)));
            for (int p = 0; p < 4; p++) {
                String name = List.of("pA", "pB", "pC", "pD").get(p);
                assertThat(distances.get(p))
                        .as("resident %d, %s", row, name)
                        .isCloseTo(Double.parseDouble(expected.get(row).get(name)), within(EXACT));
            }
        }
    }

    @Test
    void nearestAndMarginAreThoseExpectedOneByOneAndInABatch() {
        PersonaBank bank = bank();
        PersonaMatcher matcher = PersonaMatcher.of(bank);
        BatchMatch batch = matcher.matchAll(residents(bank));
        List<Map<String, String>> expected =
                Table.rows(SharedData.file("oracles/persona/residents_nearest_persona.csv"));
        List<Map<String, String>> residents = Table.rows(SharedData.file("oracles/persona/residents.csv"));
        for (int row = 0; row < expected.size(); row++) {
            String nearest = expected.get(row).get("nearest").toLowerCase(Locale.ROOT);
            double distance = Double.parseDouble(expected.get(row).get("d1"));
            double margin = Double.parseDouble(expected.get(row).get("margin"));
            MatchOutcome single = matcher.match(answers(bank, residents.get(row)));
            assertThat(single.explanation().persona()).isEqualTo(nearest);
            assertThat(single.explanation().distance()).isCloseTo(distance, within(EXACT));
            assertThat(single.margin()).isCloseTo(margin, within(EXACT));
            assertThat(bank.personas().get(batch.nearest(row)).id()).isEqualTo(nearest);
            assertThat(batch.distance(row)).isCloseTo(distance, within(EXACT));
            assertThat(batch.margin(row)).isCloseTo(margin, within(EXACT));
        }
    }

    @Test
    void theNearTieAbstainsAndTheOthersMatch() {
        PersonaBank bank = bank();
        BatchMatch batch = PersonaMatcher.of(bank).matchAll(residents(bank));
        int r06 = 5;
        assertThat(batch.suggested(r06)).isEqualTo(-1);
        assertThat(batch.reasons(r06)).containsExactly(AbstainReason.TOO_FAR, AbstainReason.TOO_CLOSE);
        assertThat(batch.reasons(1)).as("r02, margin 0.0545").isEmpty();
        assertThat(batch.reasons(11)).as("r12, two answers missing").isEmpty();
        assertThat(bank.personas().get(batch.suggested(1)).id()).isEqualTo("pb");
        assertThat(bank.personas().get(batch.suggested(11)).id()).isEqualTo("pd");
    }
}
