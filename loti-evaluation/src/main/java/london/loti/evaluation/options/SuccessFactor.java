package london.loti.evaluation.options;

import london.loti.model.finding.Require;

/**
 * A critical success factor: what an option must meet to be chosen, whatever its score.
 *
 * @param id its short name
 * @param name what must be met, in plain words
 */
public record SuccessFactor(String id, String name) {
    /**
     * Checks the texts.
     *
     * @param id its short name
     * @param name what must be met
     * @throws IllegalArgumentException if one is blank
     */
    public SuccessFactor {
        Require.code("a success factor", "id", id);
        Require.text(name, "a success factor needs a 'name'");
    }
}
