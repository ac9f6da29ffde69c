package london.loti.evaluation.instrument;

import london.loti.model.finding.Require;

/**
 * An answer that somebody must act on, whatever the score is, and even where there is no score.
 *
 * @param id a short name of the flag
 * @param item the item's id
 * @param atLeast the answer from which on it is raised
 * @param action what somebody must do
 */
public record SafeguardingRule(String id, String item, double atLeast, String action) {
    /**
     * Checks the names.
     *
     * @param id a short name of the flag
     * @param item the item's id
     * @param atLeast the answer from which on it is raised
     * @param action what somebody must do
     */
    public SafeguardingRule {
        Require.id("a safeguarding rule", id);
        Require.text(item, "a safeguarding rule needs an 'item'");
        Require.text(action, "a safeguarding rule needs an 'action'");
    }
}
