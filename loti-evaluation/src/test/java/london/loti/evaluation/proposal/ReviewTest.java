package london.loti.evaluation.proposal;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import london.loti.evaluation.proposal.Decision.Answer;
import london.loti.model.finding.Checked;

import static london.loti.evaluation.proposal.Samples.BANK;
import static london.loti.evaluation.proposal.Samples.CLAIM;
import static london.loti.evaluation.proposal.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

class ReviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Proposal CHANGE = Samples.change(CLAIM, "60 % say \"no\"/~.", "42 % say \"no\"/~.", 0.42);
    private static final Proposal OTHER = Samples.change(BANK.at("a/b", "m~n"), 60, 42.5, 0.425);
    private static final Proposal LOOK = Samples.look(Subject.of(Target.DIRECTORY, "invented", "2026-11"), 0.2);
    private static final Proposals ROUND = new Proposals(List.of(CHANGE, OTHER, LOOK), 0);

    @Test
    void whatNobodyDecidedOnOrDeferredIsOpen() {
        Review review = Review.of(ROUND, List.of(decision(CHANGE, Answer.REJECTED), decision(OTHER, Answer.DEFERRED)))
                .orElseThrow();
        assertThat(review.open()).containsExactly(OTHER, LOOK);
        assertThat(review.rejected()).containsExactly(CHANGE);
        assertThat(review.accepted()).isEmpty();
        assertThat(review.patches()).isEmpty();
    }

    @Test
    void onlyWhatWasAcceptedHasAPatch() {
        Review review = Review.of(ROUND, List.of(decision(OTHER, Answer.ACCEPTED), decision(LOOK, Answer.ACCEPTED)))
                .orElseThrow();
        assertThat(review.patches()).containsExactly(new Patch(BANK, """
                [
                  {"op": "test", "path": "/a~1b/m~0n", "value": 60},
                  {"op": "replace", "path": "/a~1b/m~0n", "value": 42.5}
                ]
                """));
    }

    @Test
    void aPatchChangesTheDocumentAndRefusesOneThatHasChangedSince() throws JsonProcessingException {
        Review review = Review.of(ROUND, List.of(decision(OTHER, Answer.ACCEPTED), decision(CHANGE, Answer.ACCEPTED)))
                .orElseThrow();
        JsonNode patch = JSON.readTree(review.patches().get(0).json());
        String document = """
                {"personas": [{}, {}, {}, {"claims": [{"text": "60 %% say \\"no\\"/~."}]}], "a/b": {"m~n": %s}}
                """;
        JsonNode fresh = JSON.readTree(document.formatted("60"));
        assertThat(isApplied(patch, fresh)).isTrue();
        assertThat(fresh.at("/a~1b/m~0n").asDouble()).isEqualTo(42.5);
        assertThat(fresh.at("/personas/3/claims/0/text").asText()).isEqualTo("42 % say \"no\"/~.");
        assertThat(isApplied(patch, JSON.readTree(document.formatted("61")))).isFalse();
        assertThat(isApplied(patch, fresh)).as("a second time").isFalse();
    }

    /** The two operations as RFC 6902 describes them, for fields. */
    private static boolean isApplied(JsonNode patch, JsonNode document) {
        for (JsonNode operation : patch) {
            String path = operation.get("path").asText();
            JsonNode value = operation.get("value");
            if (operation.get("op").asText().equals("test")) {
                if (!document.at(path).equals(value)) {
                    return false;
                }
            } else {
                assertThat(operation.get("op").asText()).isEqualTo("replace");
                int last = path.lastIndexOf('/');
                String field = path.substring(last + 1).replace("~1", "/").replace("~0", "~");
                ((ObjectNode) document.at(path.substring(0, last))).set(field, value);
            }
        }
        return true;
    }

    @Test
    void aDecisionOnNoProposalIsTold() {
        Checked<Review> review = Review.of(ROUND, List.of(decision(Samples.look(CLAIM, 0.9), Answer.ACCEPTED)));
        assertThat(review.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProposalProblem.UNKNOWN_PROPOSAL);
            assertThat(finding.toString()).contains("decisions, /decisions/0", "needs a new decision");
        });
        assertThat(review.orElseThrow().open()).hasSize(3);
    }

    @Test
    void aDecisionDoesNotHoldForOtherEvidence() {
        Proposal again = Samples.change(CLAIM, "60 % say \"no\"/~.", "42 % say \"no\"/~.", 0.4201);
        Checked<Review> review =
                Review.of(new Proposals(List.of(again), 0), List.of(decision(CHANGE, Answer.ACCEPTED)));
        assertThat(review.orElseThrow().open()).containsExactly(again);
        assertThat(review.findings()).isNotEmpty();
    }

    @Test
    void twoDifferentDecisionsOnOneProposalAreAnError() {
        Decision accepted = decision(CHANGE, Answer.ACCEPTED);
        assertThat(Review.of(ROUND, List.of(accepted, accepted)).findings()).isEmpty();
        Checked<Review> review = Review.of(ROUND, List.of(accepted, decision(CHANGE, Answer.REJECTED)));
        assertThat(review.value()).isEmpty();
        assertThat(review.errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(ProposalProblem.TWO_DECISIONS));
    }

    @Test
    void oneValueCanBeChangedOnce() {
        Proposal rival = Samples.change(CLAIM, "60 % say \"no\"/~.", "50 % say \"no\"/~.", 0.5);
        Checked<Review> review = Review.of(
                ROUND.and(new Proposals(List.of(rival), 0)),
                List.of(decision(CHANGE, Answer.ACCEPTED), decision(rival, Answer.ACCEPTED)));
        assertThat(review.errors())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).contains("london", CLAIM.pointer(), "Maybe reject one"));
    }
}
