package london.loti.evaluation.instrument;

import java.util.Objects;

/**
 * How many answers may be missing from a score. Without a rule none may.
 *
 * @param allowed how many items may be without an answer
 * @param prorated whether the answers given stand for those missing (the person's mean is put in their place), or else
 *     only those given are added up
 * @param status how well the rule is known
 */
public record MissingRule(int allowed, boolean prorated, Verification status) {
    /**
     * Checks the number.
     *
     * @param allowed how many items may be without an answer, one or more
     * @param prorated whether the answers given stand for those missing
     * @param status how well the rule is known
     * @throws IllegalArgumentException if the number is below one
     */
    public MissingRule {
        Objects.requireNonNull(status, "a missing rule needs a 'status'");
        if (allowed < 1) {
            throw new IllegalArgumentException("a missing rule's 'allowed' must be one or more, but was " + allowed
                    + "\nMaybe leave the rule out: then no answer may be missing.");
        }
    }
}
