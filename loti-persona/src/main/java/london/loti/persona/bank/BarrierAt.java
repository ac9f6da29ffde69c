package london.loti.persona.bank;

import java.util.List;
import java.util.Objects;

import london.loti.model.need.ConceptRef;

/**
 * What keeps the persona from going on, and where on the way it is met.
 *
 * @param touchpoint where, a concept of the codelist of touchpoints
 * @param barrier what, a concept of the codelist of barriers
 * @param claims the ids of the persona's claims that say so; a document may leave them out
 */
public record BarrierAt(ConceptRef touchpoint, ConceptRef barrier, List<String> claims) {
    /**
     * Copies the list.
     *
     * @param touchpoint where
     * @param barrier what
     * @param claims the ids of the persona's claims that say so
     */
    public BarrierAt {
        Objects.requireNonNull(touchpoint, "a barrier needs its 'touchpoint'");
        Objects.requireNonNull(barrier, "a barrier needs to be named as 'barrier'");
        claims = List.copyOf(Objects.requireNonNullElse(claims, List.of()));
    }
}
