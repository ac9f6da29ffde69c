package london.loti.evaluation.proposal;

import london.loti.model.finding.Finding;

/** What can be wrong with decisions on proposals. */
public enum ProposalProblem implements Finding.Code {
    /** A decision is on a proposal that is not in the round. */
    UNKNOWN_PROPOSAL,
    /** Two decisions on one proposal differ. */
    TWO_DECISIONS,
    /** Two accepted proposals change the same value. */
    SAME_VALUE,
    /** A proposal's id does not follow from what it says: it was changed after it was made. */
    CHANGED_PROPOSAL
}
