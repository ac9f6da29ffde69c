package london.loti.workbench;

import java.util.ArrayList;
import java.util.List;

import london.loti.evaluation.proposal.Change;
import london.loti.evaluation.proposal.Proposal;
import london.loti.evaluation.proposal.Proposals;

/** A proposal as lines to read before somebody decides. */
final class ProposalLines {
    private ProposalLines() {}

    static List<String> of(Proposal proposal, String state) {
        List<String> lines = new ArrayList<>();
        lines.add(proposal.id() + " (" + state + ") " + proposal.subject().target() + " '"
                + proposal.subject().id() + "', version " + proposal.subject().version() + ": "
                + proposal.subject().pointer());
        Change change = proposal.change();
        if (change == null) {
            lines.add("  look at it; no value is proposed");
        } else {
            lines.add("  now:      " + change.from());
            lines.add("  proposed: " + change.to());
        }
        lines.add("  because: " + proposal.reason());
        proposal.speaksAgainst().forEach(doubt -> lines.add("  but: " + doubt));
        return lines;
    }

    static String count(Proposals proposals) {
        return proposals.proposals().size() + " proposals; " + proposals.notShown()
                + " services, claims or areas are too small to be looked at";
    }
}
