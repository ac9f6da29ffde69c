package london.loti.model.need;

import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * Something about a home that decides which offers of a connection make sense there.
 *
 * @param code its code, for example {@code no-fixed-line}
 * @param label what holds there, for readers
 * @param tenures kinds of home in which it holds without asking, each a concept, for example {@code tenure:hostel}
 */
public record HomeCondition(String code, String label, List<ConceptRef> tenures) {
    /**
     * Copies the list.
     *
     * @param code its code
     * @param label what holds there
     * @param tenures kinds of home in which it holds; a document may leave them out
     */
    public HomeCondition {
        Require.code("a condition of a home", code);
        Require.text(label, "a condition of a home needs a 'label'");
        tenures = List.copyOf(Objects.requireNonNullElse(tenures, List.of()));
    }
}
