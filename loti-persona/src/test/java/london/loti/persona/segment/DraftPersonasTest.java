package london.loti.persona.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.BankLint;
import london.loti.persona.bank.Claim;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.evidence.Fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DraftPersonasTest {
    private static final double NAN = Double.NaN;

    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.builder("age", AttributeKind.INTERVAL)
                    .label("Age")
                    .range(16, 110)
                    .build(),
            Attribute.builder("confidence", AttributeKind.ORDINAL)
                    .label("Confidence")
                    .levels("low", "middle", "high")
                    .build(),
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .label("Device")
                    .level("none", "no device")
                    .level("phone", "a phone")
                    .level("laptop", "a laptop")
                    .build(),
            Attribute.builder("carer", AttributeKind.ASYMMETRIC_BINARY).build(),
            Attribute.builder("ethnic_group", AttributeKind.NOMINAL)
                    .levels("a", "b")
                    .use(AttributeUse.AUDIT_ONLY)
                    .build());

    private static final SampleDescription DESCRIPTION = new SampleDescription(
            new Source("survey", "A survey", "A council", "2026", null, Licence.NOT_OPEN, null),
            "2026-03-31",
            "London",
            "9 adults");

    private static final DraftPersonas FROM_THREE = DraftPersonas.of(DESCRIPTION)
            .withRule(new DisclosureRule("three", "1", 3, ZeroPolicy.SHOW, 1, "a small example"));

    private static Sample nine(List<Attribute> attributes) {
        return Sample.builder(attributes)
                .row(70.4, 0, 0, 0, 1)
                .row(80.4, 0, 0, 0, 1)
                .row(75.2, 0, 0, 0, 1)
                .row(76.2, 2, 1, 0, 1)
                .row(20, 2, 2, 1, 0)
                .row(30, 2, 2, 1, 0)
                .row(25, NAN, 2, 1, 0)
                .row(26, 0, 1, 0, 0)
                .row(27, 1, 1, 0, 0)
                .build();
    }

    private static final Segments TWO = Segments.of("by hand", 2, 0, 0, 0, 0, 1, 1, 1, 1, 1);

    @Test
    void draftsWhatIsTypicalWithTheSharesThatSaySo() {
        PersonaBank bank = FROM_THREE.draft(nine(ATTRIBUTES), TWO).orElseThrow();
        assertThat(bank.personas()).extracting(Persona::name).containsExactly("Segment 1", "Segment 2");
        Persona first = bank.personas().get(0);
        // median of 70.4, 75.2, 76.2, 80.4 is 75.7; all nine have 30
        assertThat(first.defining()).isEqualTo(Map.of("age", "76", "confidence", "low", "device", "none"));
        assertThat(first.claims())
                .extracting(Claim::text)
                .containsExactly(
                        "The median of 'Age' is about 76 in this segment, against 30 among all.",
                        "75 % of this segment have 'low' for 'Confidence', against 50 % of all.",
                        "75 % of this segment have 'no device' for 'Device', against 33 % of all.");
        assertThat(first.summary())
                .isEqualTo(
                        "This is a draft, made by a computer from answers. People who know these residents must write"
                                + " it.");
        assertThat(first.reviewBy()).isEqualTo("2027-03-31");
        // one person only has the lower median of confidence in the second segment, so it is not told
        assertThat(bank.personas().get(1).defining()).isEqualTo(Map.of("age", "26", "device", "laptop", "carer", "1"));
        assertThat(bank.personas().get(1).claims().get(2).text())
                .isEqualTo("60 % of this segment have 'Yes' for 'carer', against 33 % of all.");
    }

    @Test
    void everyClaimRestsOnAFactOfTheSample() {
        PersonaBank bank = FROM_THREE.draft(nine(ATTRIBUTES), TWO).orElseThrow();
        for (Persona persona : bank.personas()) {
            for (Claim claim : persona.claims()) {
                assertThat(bank.evidence().factsFor(claim.evidence()))
                        .singleElement()
                        .isEqualTo(new Fact(
                                persona.id() + "." + claim.id(),
                                claim.text(),
                                "survey",
                                "2026-03-31",
                                "London",
                                "9 adults",
                                null));
            }
        }
        assertThat(bank.licence()).isEqualTo(Licence.NOT_OPEN);
        assertThat(BankLint.of(bank, LocalDate.of(2026, 11, 23)).findings())
                .extracting(Finding::code)
                .doesNotContain(BankLint.Code.UNSUPPORTED_CLAIM);
    }

    @Test
    void whatIsForAuditsOnlyNeverDefinesAndIsNotTold() {
        PersonaBank bank = FROM_THREE.draft(nine(ATTRIBUTES), TWO).orElseThrow();
        assertThat(bank.attribute("ethnic_group")).isEmpty();
        assertThat(bank.toString()).doesNotContain("ethnic_group");
    }

    @Test
    void saysNothingWhileASegmentIsTooSmall() {
        Checked<PersonaBank> drafts =
                FROM_THREE.draft(nine(ATTRIBUTES), Segments.of("by hand", 4, 0, 0, 0, 0, 0, 1, 1, 2, 0));
        assertThat(drafts.value()).isEmpty();
        assertThat(drafts.errors())
                .extracting(Finding::message)
                .containsExactly(
                        "segment 2 must have at least 3 people, so that nobody is recognised, but has fewer\n"
                                + "Maybe ask for fewer segments.",
                        "segment 3 must have at least 3 people, so that nobody is recognised, but has fewer\n"
                                + "Maybe ask for fewer segments.");
        assertThat(DraftPersonas.of(DESCRIPTION)
                        .draft(nine(ATTRIBUTES), TWO)
                        .errors()
                        .get(0)
                        .message())
                .startsWith("segment 1 must have at least 10 people");
    }

    @Test
    void passesOverAnEmptySegmentAndKeepsTheNumbersOfTheOthers() {
        PersonaBank bank = FROM_THREE
                .withReviewBy("2026-12-31")
                .draft(nine(ATTRIBUTES), Segments.of("by hand", 3, 0, 0, 0, 0, 2, 2, 2, 2, 2))
                .orElseThrow();
        assertThat(bank.personas()).extracting(Persona::id).containsExactly("segment_1", "segment_3");
        assertThat(bank.personas().get(0).reviewBy()).isEqualTo("2026-12-31");
    }

    @Test
    void tellsWhatABankDoesNotTakeAndASegmentWithoutAnythingInCommon() {
        List<Attribute> open =
                List.of(Attribute.builder("age", AttributeKind.INTERVAL).build());
        Sample.Builder ages = Sample.builder(open);
        Sample.Builder levels = Sample.builder(List.of(ATTRIBUTES.get(2)));
        for (int row = 0; row < 9; row++) {
            ages.row(row);
            levels.row(row % 3);
        }
        assertThat(FROM_THREE.draft(ages.build(), TWO).errors())
                .extracting(Finding::code)
                .containsExactly(PersonaBank.Code.NO_RANGE);
        assertThat(FROM_THREE.draft(levels.build(), TWO).errors())
                .extracting(Finding::message)
                .containsExactly(
                        "segment 1 must have a value that 3 people share, but has none",
                        "segment 2 must have a value that 3 people share, but has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FROM_THREE.draft(ages.build(), Segments.of("by hand", 1, 0, 0)))
                .withMessage("sample and segments must be of the same rows, but have 9 and 2");
    }
}
