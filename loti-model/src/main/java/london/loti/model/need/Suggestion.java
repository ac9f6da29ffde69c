package london.loti.model.need;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What somebody may want to ask next, and why. It is advice to a person who is in a conversation: nothing follows from it,
 * and whoever leaves it aside need not say why. It tells of a resident's answers, so that its text tells nothing.
 *
 * @param ask the question, a concept of a codelist or a grid; null where there is only something to say
 * @param askedBefore whether it was asked already and the answer was not known or not given: then it is the resident's
 *     choice whether to talk about it at all
 * @param prompts ways to bring it up, for the person who asks, in the order of the rules
 * @param reasons why, at least one, in the order of the rules
 * @param cautions what to mind when asking, for example that nobody else may listen
 */
public record Suggestion(
        @Classified(DataClass.SPECIAL_CATEGORY) @Nullable ConceptRef ask,
        @Classified(DataClass.PERSONAL) boolean askedBefore,
        @Classified(DataClass.SPECIAL_CATEGORY) List<String> prompts,
        @Classified(DataClass.SPECIAL_CATEGORY) List<Reason> reasons,
        @Classified(DataClass.SPECIAL_CATEGORY) List<String> cautions) {

    /**
     * Why something is suggested.
     *
     * @param rule the code of the rule
     * @param because the reason, as a sentence to the person who asks
     */
    public record Reason(
            @Classified(DataClass.SPECIAL_CATEGORY) String rule,
            @Classified(DataClass.SPECIAL_CATEGORY) String because) {
        /**
         * Checks that a reason is given.
         *
         * @param rule the code of the rule
         * @param because the reason
         */
        public Reason {
            Require.code("a reason's rule", rule);
            Require.text(because, "a reason needs a 'because'");
        }

        /** Says nothing of the resident. */
        @Override
        public String toString() {
            return "Reason[redacted]";
        }
    }

    /**
     * Copies the lists.
     *
     * @param ask the question; null where there is only something to say
     * @param askedBefore whether it was asked already without an answer that is known
     * @param prompts ways to bring it up
     * @param reasons why, at least one
     * @param cautions what to mind when asking
     * @throws IllegalArgumentException if there is no reason
     */
    public Suggestion {
        prompts = List.copyOf(Objects.requireNonNull(prompts, "a suggestion needs 'prompts'"));
        reasons = List.copyOf(Objects.requireNonNull(reasons, "a suggestion needs 'reasons'"));
        cautions = List.copyOf(Objects.requireNonNull(cautions, "a suggestion needs 'cautions'"));
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a suggestion must have a reason, but has none");
        }
    }

    /** Says nothing of the resident. */
    @Override
    public String toString() {
        return "Suggestion[redacted]";
    }
}
