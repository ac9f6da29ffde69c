package london.loti.evaluation.economics;

import london.loti.model.finding.Require;

/**
 * The council for which the sum is done.
 *
 * @param name its name
 * @param residents how many residents it has
 */
public record Council(String name, long residents) {
    /**
     * Checks both.
     *
     * @param name its name
     * @param residents 1 or more
     * @throws IllegalArgumentException if there are none
     */
    public Council {
        Require.text(name, "a council needs a 'name'");
        if (residents < 1) {
            throw new IllegalArgumentException("a council's 'residents' must be 1 or more, but were " + residents);
        }
    }
}
