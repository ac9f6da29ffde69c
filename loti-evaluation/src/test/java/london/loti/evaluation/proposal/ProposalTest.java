package london.loti.evaluation.proposal;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static london.loti.evaluation.proposal.Samples.BANK;
import static london.loti.evaluation.proposal.Samples.CLAIM;
import static london.loti.evaluation.proposal.Samples.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProposalTest {
    @Test
    void theIdFollowsFromSubjectChangeAndEvidenceOnly() {
        Proposal proposal = Samples.change(CLAIM, 60, 42, 0.42);
        assertThat(proposal.id()).matches("[0-9a-f]{16}");
        assertThat(new Proposal(
                                CLAIM,
                                Proposal.Kind.CHANGE,
                                new Change(60, 42),
                                "In other words.",
                                Samples.evidence(0.42),
                                List.of("Something else."),
                                DAY.plusYears(1),
                                "Another source")
                        .id())
                .isEqualTo(proposal.id());
        assertThat(List.of(
                        Samples.change(BANK.at("personas"), 60, 42, 0.42).id(),
                        Samples.change(CLAIM, 61, 42, 0.42).id(),
                        Samples.change(CLAIM, 60, 43, 0.42).id(),
                        Samples.change(CLAIM, "60", 42, 0.42).id(),
                        Samples.change(CLAIM, 60, 42, 0.4200000001).id(),
                        Samples.look(CLAIM, 0.42).id()))
                .doesNotHaveDuplicates()
                .doesNotContain(proposal.id());
    }

    @Test
    void aChangeOfOneNumberIsTheSameHoweverItIsHeld() {
        assertThat(new Change(60, 0.5))
                .isEqualTo(new Change(60L, new BigDecimal("0.50")))
                .isEqualTo(new Change(60.0, 0.5));
    }

    @Test
    void onlySingleValuesCanBeChanged() {
        assertThatThrownBy(() -> new Change(List.of(1), 2)).hasMessageContaining("'from' must be a text");
        assertThatThrownBy(() -> new Change(1, Double.NaN)).hasMessageContaining("'to' must be a text");
        assertThatThrownBy(() -> new Change(1, 1.0)).hasMessageContaining("another value");
    }

    @Test
    void aProposalThatNothingSpeaksAgainstIsRefused() {
        assertThatThrownBy(() -> new Proposal(
                        CLAIM,
                        Proposal.Kind.LOOK_AT,
                        null,
                        "The share is low.",
                        Samples.evidence(0.4),
                        List.of(),
                        DAY,
                        "An invented survey"))
                .hasMessageContaining("must say what 'speaksAgainst' it");
    }

    @Test
    void kindAndChangeBelongTogether() {
        assertThatThrownBy(() -> new Proposal(
                        CLAIM,
                        Proposal.Kind.LOOK_AT,
                        new Change(1, 2),
                        "The share is low.",
                        Samples.evidence(0.4),
                        List.of("It rests on one survey."),
                        DAY,
                        "An invented survey"))
                .hasMessageContaining("its kind is LOOK_AT");
        assertThatThrownBy(() -> Samples.change(BANK, 1, 2, 0.4)).hasMessageContaining("the whole document");
    }

    @Test
    void aRoundHasItsProposalsInOneOrderAndOnce() {
        Proposal change = Samples.change(CLAIM, 60, 42, 0.42);
        Proposal look = Samples.look(Subject.of(Target.RECIPE, "loti-london", "1.0.0"), 0.3);
        Proposals one = new Proposals(List.of(change, look, change), 2);
        Proposals other = new Proposals(List.of(look), 1).and(new Proposals(List.of(change), 1));
        assertThat(one).isEqualTo(other);
        assertThat(one.proposals()).containsExactly(look, change);
        assertThat(one.find(look.id())).contains(look);
        assertThat(one.find("unknown")).isEmpty();
        assertThat(Proposals.none().and(one)).isEqualTo(one);
    }

    @Test
    void aDecisionIsByARole() {
        assertThatThrownBy(() -> new Decision("ab", Decision.Answer.ACCEPTED, "Ada Lovelace", DAY, "Because."))
                .hasMessageContaining("role")
                .hasMessageNotContaining("Ada");
    }
}
