package london.loti.evaluation.instrument;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A range of a score with a name.
 *
 * @param label its name, for example {@code moderate}
 * @param upTo the highest score in it, itself included; null for the topmost band. It begins where the band before ends
 */
public record Band(String label, @Nullable Double upTo) {
    /**
     * Checks the name.
     *
     * @param label its name
     * @param upTo the highest score in it, or null
     * @throws IllegalArgumentException if the name is blank
     */
    public Band {
        Require.text(label, "a band needs a 'label'");
    }
}
