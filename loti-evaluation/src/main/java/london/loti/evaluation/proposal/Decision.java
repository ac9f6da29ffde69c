package london.loti.evaluation.proposal;

import java.time.LocalDate;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What somebody decided on a proposal.
 *
 * @param proposal the proposal's id
 * @param answer what was decided
 * @param byRole who decided, as a role and never a name, for example {@code index_owner}
 * @param on the day
 * @param why the reason, in a sentence
 */
public record Decision(String proposal, Answer answer, String byRole, LocalDate on, String why) {
    /** What can be decided. */
    public enum Answer {
        /** It is to be made. */
        ACCEPTED,
        /** It is not to be made. */
        REJECTED,
        /** It stays open. */
        DEFERRED
    }

    /**
     * Checks that all is there.
     *
     * @param proposal the proposal's id
     * @param answer what was decided
     * @param byRole the role: lower case letters, digits and underscores, beginning with a letter
     * @param on the day
     * @param why the reason
     * @throws IllegalArgumentException if a text is blank, or the role has another form
     */
    public Decision {
        Require.text(proposal, "a decision needs the id of its 'proposal'");
        Objects.requireNonNull(answer, "a decision needs an 'answer'");
        Objects.requireNonNull(byRole, "a decision needs a role for 'byRole'");
        Require.id("a decision's role", byRole);
        Objects.requireNonNull(on, "a decision needs the day that it was made 'on'");
        Require.text(why, "a decision needs a reason for 'why'");
    }
}
