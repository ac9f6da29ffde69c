package london.loti.persona.evidence;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What facts make somebody think. Facts may speak for it and against it, and so may other insights; both are kept.
 *
 * @param id a short name, once in its bank
 * @param text what is thought, in a sentence
 * @param supportedBy the ids of facts and insights that speak for it
 * @param refutedBy the ids of facts and insights that speak against it; a document may leave them out
 */
public record Insight(String id, String text, List<String> supportedBy, List<String> refutedBy) {
    /**
     * Copies the lists.
     *
     * @param id a short name, once in its bank
     * @param text what is thought
     * @param supportedBy the ids of facts and insights that speak for it
     * @param refutedBy the ids of facts and insights that speak against it
     */
    public Insight {
        Require.code("an insight", id);
        Require.text(text, "an insight needs a 'text'");
        supportedBy = List.copyOf(Objects.requireNonNullElse(supportedBy, List.of()));
        refutedBy = List.copyOf(Objects.requireNonNullElse(refutedBy, List.of()));
    }
}
