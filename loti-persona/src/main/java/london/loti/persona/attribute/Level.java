package london.loti.persona.attribute;

import london.loti.model.finding.Require;

/**
 * One value that an attribute may have.
 *
 * @param code how it is written in tables of answers
 * @param label its name for readers
 */
public record Level(String code, String label) {
    /**
     * Checks that both say something.
     *
     * @param code how it is written in tables of answers
     * @param label its name for readers
     * @throws IllegalArgumentException if the code has another form or the label is blank
     */
    public Level {
        Require.code("a level", code);
        Require.text(label, "a level needs a 'label'");
    }
}
