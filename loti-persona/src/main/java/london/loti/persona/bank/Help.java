package london.loti.persona.bank;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * What helps the persona.
 *
 * @param intervention what, a concept of the codelist of interventions
 * @param why how it helps this persona, in a sentence
 * @param claims the ids of the persona's claims that say so; a document may leave them out
 */
public record Help(ConceptRef intervention, String why, List<String> claims) {
    /**
     * Copies the list.
     *
     * @param intervention what
     * @param why how it helps this persona
     * @param claims the ids of the persona's claims that say so
     */
    public Help {
        Objects.requireNonNull(intervention, "a help needs an 'intervention'");
        Require.text(why, "a help needs a 'why'");
        claims = List.copyOf(Objects.requireNonNullElse(claims, List.of()));
    }
}
