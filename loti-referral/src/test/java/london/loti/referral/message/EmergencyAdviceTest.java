package london.loti.referral.message;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.codelist.Codelists;
import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmergencyAdviceTest {
    private static final EmergencyAdvice ADVICE = EmergencyAdvice.withDefaults();

    @Test
    void whoeverRaisesAConcernReadsFirstWhatSavesALife() {
        for (Concept concept : Codelists.bundled("safeguarding-concerns").concepts()) {
            ConceptRef concern = new ConceptRef("safeguarding-concerns", concept.code());
            assertThat(ADVICE.forStaff(Council.REFERRER, concern).get(0).number())
                    .as(concept.code())
                    .isEqualTo("999");
        }
        assertThat(ADVICE.forStaff(Council.PROVIDER, null)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsForOneConcernShowsForThatOneOnly() {
        ConceptRef abuse = ConceptRef.parse("safeguarding-concerns:domestic-abuse");
        assertThat(ADVICE.forStaff(Council.LINK_WORKER, abuse))
                .extracting(EmergencyAdvice.Step::number)
                .contains("0808 2000 247")
                .doesNotContain("116 123");
    }

    @Test
    void aResidentsPageNeverHasIt() {
        assertThat(ADVICE.forStaff(Council.SELF, ConceptRef.parse("safeguarding-concerns:domestic-abuse")))
                .isEmpty();
    }

    @Test
    void everyNumberSaysWhereItWasCheckedOrThatItWasNot() {
        assertThat(ADVICE.steps())
                .filteredOn(step -> step.number() != null)
                .allSatisfy(step -> assertThat(step.checkedAt() != null).isEqualTo(step.verified()));
        assertThat(ADVICE.steps())
                .flatExtracting(EmergencyAdvice.Step::concerns)
                .allSatisfy(concern -> assertThat(
                                Codelists.bundled("safeguarding-concerns").find(concern.code()))
                        .isPresent());
        assertThatThrownBy(() -> new EmergencyAdvice.Step(List.of(), "Call.", "999", true, null))
                .hasMessageContaining("checkedAt");
        assertThatThrownBy(() -> new EmergencyAdvice("own", "1", "2026-11-25", ADVICE.source(), List.of()))
                .hasMessageContaining("for every concern");
    }
}
