package london.loti.model.need;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One entry of a codelist.
 *
 * @param code its code, as its publisher writes it
 * @param label its name for readers
 * @param definition what it means, in a sentence; null where its publisher does not say
 * @param broader the code of the wider concept that it is a part of; null where it stands by itself
 * @param note what a reader must know, for example that it is not verified; null for nothing
 */
public record Concept(
        String code,
        String label,
        @Nullable String definition,
        @Nullable String broader,
        @Nullable String note) {
    /**
     * Checks the code and that the texts say something.
     *
     * @param code its code
     * @param label its name for readers
     * @param definition what it means; null where its publisher does not say
     * @param broader the code of the wider concept; null where there is none
     * @param note what a reader must know; null for nothing
     * @throws IllegalArgumentException if a code has another form or a text is blank
     */
    public Concept {
        Require.code("a concept", code);
        Require.text(label, "a concept needs a 'label'");
        Require.optionalText(definition, "a concept's 'definition' must not be blank");
        Require.optionalText(note, "a concept's 'note' must not be blank");
        if (broader != null) {
            Require.code("a concept", "broader", broader);
        }
    }
}
