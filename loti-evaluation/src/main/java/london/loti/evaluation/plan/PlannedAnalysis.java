package london.loti.evaluation.plan;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Require;

/**
 * How one outcome is to be analysed.
 *
 * @param measure the id of the measure
 * @param method the id of the method, as an effect will name it, for example {@code did-2x2}
 * @param convention the choices that decide the number, by their names; those that the plan leaves open are absent
 */
public record PlannedAnalysis(String measure, String method, SortedMap<String, String> convention) {
    /**
     * Checks the names and copies the choices.
     *
     * @param measure the id of the measure
     * @param method the id of the method
     * @param convention the choices that decide the number; none where absent
     * @throws IllegalArgumentException if an id has another form
     */
    public PlannedAnalysis {
        Require.id("a planned analysis's measure", measure);
        Require.code("a planned analysis", "method", method);
        convention = convention == null ? new TreeMap<>() : new TreeMap<>(Map.copyOf(convention));
    }

    /** {@return a copy of the choices, in the order of their names} */
    @Override
    public SortedMap<String, String> convention() {
        return new TreeMap<>(convention);
    }
}
