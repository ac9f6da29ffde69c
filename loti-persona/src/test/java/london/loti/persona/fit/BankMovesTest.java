package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.bank.SampleBanks;
import london.loti.persona.bank.Thresholds;
import london.loti.persona.match.BatchMatch;
import london.loti.persona.match.PersonaMatcher;

import static london.loti.persona.bank.SampleBanks.defining;
import static london.loti.persona.bank.SampleBanks.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class BankMovesTest {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .levels("none", "phone", "laptop", "tablet")
                    .build(),
            Attribute.builder("confidence", AttributeKind.NOMINAL)
                    .levels("low", "high")
                    .build());

    private static final DisclosureRule OPEN =
            new DisclosureRule("open", "1", 1, ZeroPolicy.SHOW, 1, "Invented people.");

    private static final PersonaBank OLD = bank(
            persona("offline", defining("device", "none", "confidence", "low")),
            persona("phone", defining("device", "phone", "confidence", "low")),
            persona("laptop", defining("device", "laptop", "confidence", "high")));

    /** The one with a laptop is gone, one with a tablet is new, and two have changed their ways. */
    private static final PersonaBank NEW = bank(
            persona("phone", defining("device", "none", "confidence", "low")),
            persona("offline", defining("device", "phone", "confidence", "low")),
            persona("tablet", defining("device", "tablet", "confidence", "low")));

    private static PersonaBank bank(Persona... personas) {
        return SampleBanks.bank(ATTRIBUTES, new Thresholds(0.05, 0.1, 0.5), personas);
    }

    private static Sample sample() {
        Sample.Builder sample = Sample.builder(ATTRIBUTES);
        add(sample, 40, "none", "low");
        add(sample, 30, "phone", "low");
        add(sample, 20, "laptop", "high");
        add(sample, 15, "tablet", "low");
        add(sample, 3, "tablet", "high");
        return sample.build();
    }

    private static void add(Sample.Builder sample, int people, String device, String confidence) {
        for (int i = 0; i < people; i++) {
            sample.row(device, confidence);
        }
    }

    private static BatchMatch match(PersonaBank bank, Sample sample) {
        return PersonaMatcher.of(bank).matchAll(sample);
    }

    private static long people(BankMoves moves, String category) {
        return moves.table().rows().stream()
                .filter(row -> row.category().equals(category))
                .mapToLong(row -> row.people() == null ? -1 : row.people())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhoMoves() {
        BankMoves moves = BankMoves.of(match(OLD, sample()), match(NEW, sample()), OPEN);
        assertThat(people(moves, "offline -> phone")).isEqualTo(40);
        assertThat(people(moves, "phone -> offline")).isEqualTo(30);
        assertThat(people(moves, "laptop -> no suggestion")).isEqualTo(20);
        assertThat(people(moves, "no suggestion -> tablet")).isEqualTo(15);
        assertThat(people(moves, "no suggestion -> no suggestion")).isEqualTo(3);
        assertThat(moves.table().rows()).hasSize(16);
        assertThat(moves.moved().shown()).contains(Proportion.of(70, 70));
        assertThat(moves.lost().shown()).contains(Proportion.of(20, 90));
        assertThat(moves.gained().shown()).contains(Proportion.of(15, 18));
        // all have another name, and all are still with the same people
        assertThat(moves.adjustedRand()).isEqualTo(1);
    }

    @Test
    void personasThatAreMadeOneAgreeLess() {
        // "none" and "phone" are both matched to one persona, which is defined by confidence alone:
        // pairs together before: 40 * 39 / 2 + 30 * 29 / 2 + 20 * 19 / 2 = 1405; after: 70 * 69 / 2 + 190 = 2605;
        // in both: 1405; of 90 * 89 / 2 = 4005
        PersonaBank merged = bank(
                persona("low", defining("confidence", "low")),
                persona("laptop", defining("device", "laptop", "confidence", "high")));
        BankMoves moves = BankMoves.of(match(OLD, sample()), match(merged, sample()), OPEN);
        double expected = 1_405.0 * 2_605 / 4_005;
        assertThat(moves.adjustedRand())
                .isCloseTo((1_405 - expected) / ((1_405 + 2_605) / 2.0 - expected), within(1e-12));
        assertThat(people(moves, "laptop -> laptop")).isEqualTo(20);
        assertThat(moves.moved().shown()).contains(Proportion.of(70, 90));
    }

    @Test
    void theSameBankMovesNobody() {
        Sample sample = BankFitTest.londoners(3, 800);
        BatchMatch match = match(PersonaBank.london(), sample);
        BankMoves moves = BankMoves.of(match, match, OPEN);
        assertThat(moves.adjustedRand()).isEqualTo(1);
        assertThat(moves.moved().estimate()).isZero();
        assertThat(moves.lost().estimate()).isZero();
        assertThat(moves.gained().estimate()).isZero();
        assertThat(moves.table().rows()).hasSize(13 * 13);
        assertThat(moves.table().rows().stream()
                        .filter(row -> row.people() != null && row.people() > 0)
                        .map(DisclosedCounts.Count::category))
                .allMatch(category -> category.replaceFirst(" -> .*", "").equals(category.replaceFirst(".* -> ", "")));
    }

    @Test
    void tableAndSharesAddUp() {
        for (long seed = 1; seed <= 5; seed++) {
            Sample sample = BankFitTest.londoners(seed, 500);
            PersonaBank london = PersonaBank.london();
            BatchMatch before = match(london, sample);
            BatchMatch after = match(without(london, 2), sample);
            BankMoves moves = BankMoves.of(before, after, OPEN);
            assertThat(moves.table().rows().stream()
                            .mapToLong(row -> row.people() == null ? 0 : row.people())
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(500);
            assertThat(moves.moved().shown().orElseThrow().total()
                            + moves.lost().shown().orElseThrow().count())
                    .as("seed %d", seed)
                    .isEqualTo(moves.lost().shown().orElseThrow().total());
            assertThat(moves.lost().shown().orElseThrow().total()
                            + moves.gained().shown().orElseThrow().total())
                    .as("seed %d", seed)
                    .isEqualTo(500);
            assertThat(BankMoves.of(after, before, OPEN).adjustedRand()).isEqualTo(moves.adjustedRand());
        }
    }

    private static PersonaBank without(PersonaBank bank, int dropped) {
        List<Persona> kept = bank.personas();
        return SampleBanks.bank(
                bank.attributes(),
                bank.thresholds(),
                kept.subList(dropped, kept.size()).stream()
                        .map(persona -> SampleBanks.persona(persona.id(), persona.defining()))
                        .toArray(Persona[]::new));
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        Sample sample = BankFitTest.londoners(4, 700);
        PersonaBank other = without(PersonaBank.london(), 1);
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
        Collections.shuffle(rows, new Random(4));
        Sample shuffled = sample.rows(rows.stream().mapToInt(Integer::intValue).toArray());
        assertThat(BankMoves.of(match(PersonaBank.london(), shuffled), match(other, shuffled))
                        .words())
                .isEqualTo(BankMoves.of(match(PersonaBank.london(), sample), match(other, sample))
                        .words());
    }

    @Test
    void showsOnlyWhatTheRuleLetsLeave() {
        BankMoves moves = BankMoves.of(match(OLD, sample()), match(NEW, sample()));
        assertThat(moves.words())
                .startsWith("From A sample, version 1 to A sample, version 1.")
                .contains("of those with a suggestion in both: all but fewer than 10 of 70")
                .contains("No longer suggested one: 20 of 90: 22.2 %")
                .contains("Newly suggested one: all but fewer than 10 of 20")
                .contains("Adjusted Rand index: 1.000")
                .contains("\n  offline -> phone: 40\n")
                .doesNotContain("no suggestion -> no suggestion");
        Sample few = sample().rows(0, 1, 2);
        BankMoves tiny = BankMoves.of(match(OLD, few), match(NEW, few));
        assertThat(tiny.adjustedRand()).isNaN();
        assertThat(tiny.words())
                .contains("can't be measured: too few have a suggestion in both")
                .doesNotContain("\n  ");
    }

    @Test
    void refusesOtherPeople() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankMoves.of(match(OLD, sample()), match(NEW, sample().rows(0, 1))))
                .withMessage("both matches must be of the same people, row for row, but have 108 and 2 rows"
                        + "\nMaybe match one sample with both banks.");
    }
}
