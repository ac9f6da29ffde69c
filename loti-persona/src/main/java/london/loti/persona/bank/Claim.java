package london.loti.persona.bank;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * One thing that a persona says of those it stands for, and what it rests on.
 *
 * @param id a short name, once in its persona
 * @param text the claim, in a sentence
 * @param evidence the ids of facts and insights of the bank; none for an assumption
 * @param assumption whether nobody has checked it, and it is kept all the same
 */
public record Claim(String id, String text, List<String> evidence, boolean assumption) {
    /**
     * Checks that an assumption claims no evidence. A claim with neither is let in and found by {@link BankLint}.
     *
     * @param id a short name, once in its persona
     * @param text the claim
     * @param evidence the ids of facts and insights; a document may leave them out
     * @param assumption whether nobody has checked it
     * @throws IllegalArgumentException if it is an assumption and has evidence
     */
    public Claim {
        Require.code("a claim", id);
        Require.text(text, "a claim needs a 'text'");
        evidence = List.copyOf(Objects.requireNonNullElse(evidence, List.of()));
        if (assumption && !evidence.isEmpty()) {
            throw new IllegalArgumentException("a claim is either an 'assumption' or has 'evidence', but this is both");
        }
    }
}
