package london.loti.evaluation.instrument;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One of the answers to choose from.
 *
 * @param code the number by which it is recorded
 * @param label its words
 * @param scored what it counts for where that is not its code; an item gives it for all of its options or for none
 */
public record AnswerOption(int code, String label, @Nullable Integer scored) {
    /**
     * Checks the words.
     *
     * @param code the number by which it is recorded
     * @param label its words
     * @param scored what it counts for, or null for its code
     * @throws IllegalArgumentException if the label is blank
     */
    public AnswerOption {
        Require.text(label, "an option needs a 'label'");
    }

    /** What it counts for. */
    int points() {
        return scored == null ? code : scored;
    }
}
