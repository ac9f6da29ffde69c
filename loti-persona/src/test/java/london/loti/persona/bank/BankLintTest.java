package london.loti.persona.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessPackage;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sensitivity;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.Insight;
import london.loti.persona.evidence.InsightBank;
import london.loti.persona.evidence.Standing;

import static london.loti.persona.bank.SampleBanks.defining;
import static london.loti.persona.bank.SampleBanks.persona;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class BankLintTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Source SOURCE =
            new Source("s", "A survey", "A council", "2016", null, Licence.of("CC0-1.0"), null);
    private static final InsightBank EVIDENCE = new InsightBank(
            List.of(SOURCE),
            List.of(),
            List.of(
                    new Fact("old", "Found long ago.", "s", "2016-01-01", "London", null, null),
                    new Fact("new", "Found lately.", "s", "2026-01-01", "London", null, null),
                    new Fact("unused", "Nobody needs it.", "s", "2026-01-01", "London", null, null)),
            List.of(
                    new Insight("contested", "Thought.", List.of("new"), List.of("old")),
                    new Insight("guess", "Thought.", List.of(), List.of()),
                    new Insight("wrong", "Thought.", List.of(), List.of("new"))),
            List.of());

    private static final Attribute DEVICE = Attribute.builder("device", AttributeKind.NOMINAL)
            .levels("none", "phone", "laptop")
            .build();
    private static final Attribute AGE = Attribute.builder("age", AttributeKind.INTERVAL)
            .range(16, 110)
            .sensitivity(Sensitivity.PROTECTED)
            .build();
    private static final Attribute NEVER =
            Attribute.builder("never", AttributeKind.ORDINAL).levels("x", "y").build();

    private static List<Finding> lint(Persona... personas) {
        PersonaBank bank = SampleBanks.bank(List.of(DEVICE, AGE, NEVER), personas[personas.length - 1])
                .with(EVIDENCE);
        for (Persona persona : personas) {
            bank = bank.with(persona);
        }
        return BankLint.of(bank, TODAY).findings();
    }

    private static Persona with(String id, String reviewBy, String summary, Claim... claims) {
        return new Persona(
                id,
                "Name",
                summary,
                "1",
                "London",
                reviewBy,
                ConceptRef.parse("loti-segments:nowhere"),
                List.of(),
                defining("device", "none"),
                Map.of(),
                List.of(claims),
                List.of(),
                List.of(),
                AccessPackage.unknown().with(AccessItem.DEVICE, AccessState.NEEDED),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    @Test
    void everyWeaknessIsFound() {
        String hard =
                "Notwithstanding considerable institutional predispositions regarding comprehensive digitalisation,"
                        + " individuals experiencing multidimensional deprivation systematically encounter"
                        + " administrative impediments necessitating intermediated participation opportunities within contemporary neighbourhoods.";
        List<Finding> findings = lint(
                with(
                        "weak",
                        "2020-01-01",
                        hard,
                        new Claim("none", "Text.", List.of(), false),
                        new Claim("stale", "Text.", List.of("old"), false),
                        new Claim("contested", "Text.", List.of("contested"), false),
                        new Claim("guessed", "Text.", List.of("guess"), false)),
                persona("aged", defining("device", "none", "age", "80")));
        assertThat(findings).noneMatch(Finding::isError);
        assertThat(findings.stream().map(f -> f.code().name() + " " + f.where().column()))
                .contains(
                        "UNSUPPORTED_CLAIM persona 'weak', claim 'none'",
                        "STALE_EVIDENCE persona 'weak', claim 'stale'",
                        "CONTESTED_CLAIM persona 'weak', claim 'contested'",
                        "UNSUPPORTED_CLAIM persona 'weak', claim 'guessed'",
                        "REVIEW_OVERDUE persona 'weak'",
                        "THINLY_DEFINED persona 'weak'",
                        "HARD_TO_READ persona 'weak', summary",
                        "UNKNOWN_CONCEPT persona 'weak', loti-segments:nowhere",
                        "INCOMPLETE persona 'weak'",
                        "DUPLICATE_PERSONA persona 'aged'",
                        "STEREOTYPE attribute 'age'",
                        "ORPHAN attribute 'never'",
                        "ORPHAN evidence 'unused'");
        assertThat(findings.toString()).contains("PROTECTED", "defines [aged]", "their distance is 0.000");
    }

    @Test
    void theLondonBankHasNothingThatIsMerelyCareless() {
        List<String> codes = BankLint.of(PersonaBank.london(), TODAY).findings().stream()
                .map(f -> f.code().name())
                .distinct()
                .sorted()
                .toList();
        // Old or contested evidence and proxies are said to be so; nothing else is found.
        assertThat(codes).containsExactly("CONTESTED_CLAIM", "STALE_EVIDENCE", "STEREOTYPE");
    }

    @Test
    void limitsAreParameters() {
        PersonaBank bank = SampleBanks.bank(
                        List.of(DEVICE), with("p", "2027-01-01", "Short.", new Claim("c", "Text.", List.of(), true)))
                .with(EVIDENCE)
                .with(with("p", "2027-01-01", "Short.", new Claim("c", "Text.", List.of("old"), false)));
        BankLint lint = BankLint.of(bank, TODAY);
        assertThat(lint.findings()).anyMatch(f -> f.code() == BankLint.Code.STALE_EVIDENCE);
        assertThat(lint.withStaleAfterMonths(200).findings()).noneMatch(f -> f.code() == BankLint.Code.STALE_EVIDENCE);
        assertThatIllegalArgumentException().isThrownBy(() -> lint.withStaleAfterMonths(0));
        assertThatIllegalArgumentException().isThrownBy(() -> lint.withDuplicateBelow(2));
    }

    @Test
    void insightsStandByTheirFacts() {
        assertThat(EVIDENCE.standing("contested")).isEqualTo(Standing.CONTESTED);
        assertThat(EVIDENCE.standing("guess")).isEqualTo(Standing.UNSUPPORTED);
        assertThat(EVIDENCE.standing("wrong")).isEqualTo(Standing.REFUTED);
        InsightBank twice = new InsightBank(
                EVIDENCE.sources(),
                List.of(),
                EVIDENCE.facts(),
                List.of(
                        new Insight("doubt", "Thought.", List.of("old"), List.of()),
                        new Insight("held", "Thought.", List.of("new"), List.of("no_doubt")),
                        new Insight("no_doubt", "Thought.", List.of(), List.of("doubt"))),
                List.of());
        assertThat(twice.standing("held"))
                .as("what speaks against its doubters speaks for it")
                .isEqualTo(Standing.SUPPORTED);
        assertThat(twice.factsFor(List.of("held"))).extracting(Fact::id).containsExactly("new", "old");
    }

    @Test
    void readingAgeIsThatOfFleschAndKincaid() {
        assertThat(ReadingAge.syllables("cat")).isEqualTo(1);
        assertThat(ReadingAge.syllables("table")).isEqualTo(2);
        assertThat(ReadingAge.syllables("made")).isEqualTo(1);
        assertThat(ReadingAge.syllables("education")).isEqualTo(4);
        assertThat(ReadingAge.syllables("wanted")).isEqualTo(2);
        // by hand: 20 words of one syllable in 4 sentences: 0.39 * 5 + 11.8 - 15.59 + 5
        assertThat(ReadingAge.of("The cat sat on it. The dog ran to him. He got a red hat. She has a big box."))
                .isCloseTo(3.16, within(1e-9));
        assertThat(ReadingAge.of("Too short.")).isNaN();
    }
}
