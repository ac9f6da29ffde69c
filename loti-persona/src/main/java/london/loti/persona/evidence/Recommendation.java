package london.loti.persona.evidence;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * What somebody should therefore do.
 *
 * @param id a short name, once in its bank
 * @param text what to do, in a sentence
 * @param because the ids of the insights that it follows from, at least one
 */
public record Recommendation(String id, String text, List<String> because) {
    /**
     * Checks that it follows from something.
     *
     * @param id a short name, once in its bank
     * @param text what to do
     * @param because the ids of the insights that it follows from, at least one
     * @throws IllegalArgumentException if it follows from nothing
     */
    public Recommendation {
        Require.code("a recommendation", id);
        Require.text(text, "a recommendation needs a 'text'");
        because = List.copyOf(Objects.requireNonNull(because, "a recommendation needs a 'because'"));
        if (because.isEmpty()) {
            throw new IllegalArgumentException("a recommendation must follow from an insight, but follows from none");
        }
    }
}
