package london.loti.evaluation.options;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What may stand in the way of a change.
 *
 * @param id its short name
 * @param barrier what it is, in plain words
 * @param owner the role that deals with it, never a person's name
 * @param likelihood how likely it is, from 1 to 5
 * @param impact how bad it would be, from 1 to 5
 * @param action what is done about it
 * @param status how far that is
 */
public record Barrier(
        String id, String barrier, String owner, int likelihood, int impact, String action, Status status) {
    /** How far a barrier is dealt with. */
    public enum Status {
        /** Nothing was done yet. */
        OPEN,
        /** Somebody is dealing with it. */
        IN_HAND,
        /** It is dealt with. */
        CLOSED
    }

    /**
     * Checks the parts.
     *
     * @param id its short name
     * @param barrier what it is
     * @param owner the role that deals with it
     * @param likelihood from 1 to 5
     * @param impact from 1 to 5
     * @param action what is done about it
     * @param status how far that is
     * @throws IllegalArgumentException if one breaks its rule
     */
    public Barrier {
        Require.code("a barrier", "id", id);
        Require.text(barrier, "a barrier needs to say what it is in 'barrier'");
        Require.text(owner, "a barrier needs an 'owner'");
        Require.text(action, "a barrier needs an 'action'");
        Objects.requireNonNull(status, "a barrier needs a 'status'");
        if (likelihood < 1 || likelihood > 5 || impact < 1 || impact > 5) {
            throw new IllegalArgumentException(
                    "a likelihood and an impact must be from 1 to 5, but were " + likelihood + " and " + impact);
        }
    }

    /** {@return likelihood times impact, from 1 to 25} */
    public int score() {
        return likelihood * impact;
    }
}
