package london.loti.evaluation.proposal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import london.loti.evaluation.proposal.Decision.Answer;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;

/** The proposals of a round with the decisions on them. Immutable and thread-safe. */
public final class Review {
    private static final String DECISIONS = "decisions";

    private final Proposals proposals;
    private final Map<String, Decision> decisions;

    private Review(Proposals proposals, Map<String, Decision> decisions) {
        this.proposals = proposals;
        this.decisions = Map.copyOf(decisions);
    }

    /**
     * {@return the review, with a warning for every decision on a proposal that is not in the round; or the findings alone,
     * where two decisions on one proposal differ or two accepted proposals change the same value} A proposal whose evidence
     * has changed has another id, so the decision on the earlier one does not hold for it.
     *
     * @param proposals the proposals of the round
     * @param decisions the decisions, in any order; the same one may come twice
     */
    public static Checked<Review> of(Proposals proposals, List<Decision> decisions) {
        Findings findings = new Findings();
        Set<String> known = new HashSet<>();
        proposals.proposals().forEach(proposal -> known.add(proposal.id()));
        Map<String, Decision> kept = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            Where where = Where.column(DECISIONS, "/decisions/" + i);
            if (!known.contains(decision.proposal())) {
                findings.warning(
                        ProposalProblem.UNKNOWN_PROPOSAL,
                        "a decision must be on a proposal of the round, but this is on none\nMaybe its evidence has changed"
                                + " since: then it is another proposal, and needs a new decision.",
                        where);
                continue;
            }
            Decision earlier = kept.putIfAbsent(decision.proposal(), decision);
            if (earlier != null && !earlier.equals(decision)) {
                findings.error(
                        ProposalProblem.TWO_DECISIONS,
                        "a proposal must have one decision, but this differs from another on the same\nMaybe leave out the"
                                + " one that no longer holds.",
                        where);
            }
        }
        Review review = new Review(proposals, kept);
        review.findSameValues(findings);
        return findings.check(review);
    }

    private void findSameValues(Findings findings) {
        Set<Subject> changed = new HashSet<>();
        for (Proposal proposal : accepted()) {
            if (proposal.change() != null && !changed.add(proposal.subject())) {
                findings.error(
                        ProposalProblem.SAME_VALUE,
                        "a value can be changed once, but two accepted proposals change "
                                + proposal.subject().pointer() + "\nMaybe reject one.",
                        Where.file(proposal.subject().id()));
            }
        }
    }

    /** {@return the proposals without a decision, and those that were deferred} */
    public List<Proposal> open() {
        return proposals.proposals().stream()
                .filter(proposal -> !isDecided(proposal, Answer.ACCEPTED) && !isDecided(proposal, Answer.REJECTED))
                .toList();
    }

    /** {@return the proposals that were accepted} */
    public List<Proposal> accepted() {
        return proposals.proposals().stream()
                .filter(proposal -> isDecided(proposal, Answer.ACCEPTED))
                .toList();
    }

    /** {@return the proposals that were rejected} */
    public List<Proposal> rejected() {
        return proposals.proposals().stream()
                .filter(proposal -> isDecided(proposal, Answer.REJECTED))
                .toList();
    }

    /**
     * {@return a patch for every document of which a change was accepted, in the order of the documents} What was accepted
     * to be looked at has none.
     */
    public List<Patch> patches() {
        List<Proposal> changes = accepted().stream()
                .filter(proposal -> proposal.change() != null)
                .toList();
        return changes.stream()
                .map(Proposal::subject)
                .map(subject -> Subject.of(subject.target(), subject.id(), subject.version()))
                .distinct()
                .map(document -> Patch.of(document, changes))
                .toList();
    }

    static Change changeOf(Proposal proposal) {
        return Objects.requireNonNull(proposal.change(), "only a change has a patch");
    }

    private boolean isDecided(Proposal proposal, Answer answer) {
        Decision decision = decisions.get(proposal.id());
        return decision != null && decision.answer() == answer;
    }
}
