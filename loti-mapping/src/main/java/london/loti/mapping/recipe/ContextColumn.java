package london.loti.mapping.recipe;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.metric.MetricUnit;

/**
 * A column that readers see beside the scores and that enters none of them, for example the number of residents.
 *
 * @param column the column
 * @param label its name for readers
 * @param unit its unit
 * @param source the id of one of the recipe's sources, or null
 */
public record ContextColumn(
        String column,
        String label,
        MetricUnit unit,
        @Nullable String source) {
    /**
     * Checks that nothing needed is absent.
     *
     * @param column its header in the table
     * @param label its name for readers
     * @param unit what its numbers count or measure
     * @param source the id of one of the recipe's sources; null where it has none
     */
    public ContextColumn {
        Objects.requireNonNull(column, "a context column needs a 'column'");
        Objects.requireNonNull(label, "a context column needs a 'label'");
        Objects.requireNonNull(unit, "a context column needs a 'unit'");
        Require.optionalText(column, "a context column needs a 'column'");
        Require.optionalText(label, "a context column needs a 'label'");
    }
}
