package london.loti.referral.eligibility;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What one rule says. Its words speak of the service and of what is not known; they never repeat the resident's age,
 * postcode or groups.
 *
 * @param rule the name of the rule, for example {@code age}
 * @param state what the rule says
 * @param words why, in plain words
 */
public record Reason(String rule, EligibilityState state, String words) {
    /**
     * Checks that there is a name and words.
     *
     * @param rule the name of the rule, in the form of a code
     * @param state what the rule says
     * @param words why, in plain words
     * @throws IllegalArgumentException if the name has another form or there are no words
     */
    public Reason {
        Require.code("a reason", "rule", rule);
        Objects.requireNonNull(state, "a reason needs a state");
        Require.text(words, "a reason needs words");
    }

    /**
     * {@return a reason for it}
     *
     * @param rule the name of the rule
     * @param words why, in plain words
     */
    public static Reason eligible(String rule, String words) {
        return new Reason(rule, EligibilityState.ELIGIBLE, words);
    }

    /**
     * {@return a reason why it can't be told}
     *
     * @param rule the name of the rule
     * @param words what is missing, in plain words
     */
    public static Reason unknown(String rule, String words) {
        return new Reason(rule, EligibilityState.UNKNOWN, words);
    }

    /**
     * {@return a reason against it}
     *
     * @param rule the name of the rule
     * @param words why, in plain words
     */
    public static Reason notEligible(String rule, String words) {
        return new Reason(rule, EligibilityState.NOT_ELIGIBLE, words);
    }
}
