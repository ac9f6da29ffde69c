package london.loti.evaluation.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The proposals of a round, in the order of their subjects and ids, each once.
 *
 * @param proposals the proposals
 * @param notShown how many services, claims and areas could not be looked at, because too few people are behind them to be
 *     shown; whether a proposal would have come of them is not told
 */
public record Proposals(List<Proposal> proposals, int notShown) {
    /**
     * Puts them in order; of those with the same id, the one that comes first stays.
     *
     * @param proposals the proposals, in any order
     * @param notShown how many could not be looked at
     * @throws IllegalArgumentException if {@code notShown} is below 0
     */
    public Proposals {
        proposals = List.copyOf(new TreeSet<>(proposals));
        if (notShown < 0) {
            throw new IllegalArgumentException("'notShown' must be 0 or more, but was " + notShown);
        }
    }

    /** {@return no proposals, and nothing that is not shown} */
    public static Proposals none() {
        return new Proposals(List.of(), 0);
    }

    /**
     * {@return these and others as one round}
     *
     * @param others the others
     */
    public Proposals and(Proposals others) {
        List<Proposal> all = new ArrayList<>(proposals);
        all.addAll(others.proposals);
        return new Proposals(all, notShown + others.notShown);
    }

    /**
     * {@return the proposal with this id; empty where there is none}
     *
     * @param id an id
     */
    public Optional<Proposal> find(String id) {
        return proposals.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }
}
