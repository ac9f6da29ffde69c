package london.loti.persona.bank;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * With whom the persona lives, and who cares for whom: a carer and the person cared for share one need and are two
 * personas.
 *
 * @param kind who lives there, a concept of the codelist {@code household}
 * @param text the same in a sentence
 * @param role the part in a dyad; null where nobody cares or is cared for
 * @param with the id of the persona who is the other part; null where the bank has none
 */
public record Household(
        ConceptRef kind,
        String text,
        @Nullable Role role,
        @Nullable String with) {

    /** A part in a dyad. */
    public enum Role {
        /** Cares for somebody. */
        CARER,
        /** Is cared for. */
        CARED_FOR
    }

    /**
     * Checks that the other part is named only where there is a dyad.
     *
     * @param kind who lives there
     * @param text the same in a sentence
     * @param role the part in a dyad; null where there is none
     * @param with the id of the other persona; null where the bank has none
     * @throws IllegalArgumentException if another persona is named and no role
     */
    public Household {
        Objects.requireNonNull(kind, "a household needs a 'kind'");
        Require.text(text, "a household needs a 'text'");
        if (with != null && role == null) {
            throw new IllegalArgumentException("a household with another persona needs the 'role' in the dyad");
        }
    }
}
