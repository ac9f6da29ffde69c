package london.loti.evaluation.options;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Require;

/**
 * An option with its scores.
 *
 * @param id its short name
 * @param name its name for readers
 * @param kind what it is set beside
 * @param scores its score on each criterion, by the criterion's id
 * @param meets whether it meets each success factor, by the factor's id
 */
public record AppraisedOption(
        String id, String name, Kind kind, SortedMap<String, Double> scores, SortedMap<String, Boolean> meets) {
    /** What an option is set beside. */
    public enum Kind {
        /** Going on as now. */
        DO_NOTHING,
        /** The least that must be done. */
        DO_MINIMUM,
        /** Doing something. */
        DO_SOMETHING
    }

    /**
     * Copies the scores.
     *
     * @param id its short name
     * @param name its name for readers
     * @param kind what it is set beside
     * @param scores its score on each criterion
     * @param meets whether it meets each success factor
     */
    public AppraisedOption {
        Require.code("an option", "id", id);
        Require.text(name, "an option needs a 'name'");
        Objects.requireNonNull(kind, "an option needs a 'kind'");
        scores = new TreeMap<>(Map.copyOf(Objects.requireNonNull(scores, "an option needs 'scores'")));
        meets = new TreeMap<>(
                Map.copyOf(Objects.requireNonNull(meets, "an option needs to say which success factors it 'meets'")));
    }

    /** {@return a copy of the scores, by criterion} */
    @Override
    public SortedMap<String, Double> scores() {
        return new TreeMap<>(scores);
    }

    /** {@return a copy of what it meets, by success factor} */
    @Override
    public SortedMap<String, Boolean> meets() {
        return new TreeMap<>(meets);
    }
}
