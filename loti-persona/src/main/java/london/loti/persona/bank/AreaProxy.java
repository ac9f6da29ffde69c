package london.loti.persona.bank;

import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.metric.MetricUnit;

/**
 * A column of open data by area that stands, more or less, for one of the persona's traits. Several of them bound the
 * share of an area's people who may be like the persona ({@code PersonaBounds}). They say nothing of anybody who lives
 * there, and no match knows them.
 *
 * @param column the column of a table of areas
 * @param label what it counts, for readers
 * @param unit {@code PERCENT} or {@code PROPORTION}
 * @param population whose share it is: {@code PEOPLE} or {@code HOUSEHOLDS}
 * @param reason which trait it stands for, and how badly
 */
public record AreaProxy(String column, String label, MetricUnit unit, MetricUnit population, String reason) {
    /**
     * Checks that it is a share of people or households.
     *
     * @param column the column of a table of areas
     * @param label what it counts
     * @param unit {@code PERCENT} or {@code PROPORTION}
     * @param population {@code PEOPLE} or {@code HOUSEHOLDS}
     * @param reason which trait it stands for, and how badly
     * @throws IllegalArgumentException if it is no share, or one of neither people nor households
     */
    public AreaProxy {
        Require.text(column, "an area proxy needs a 'column'");
        Require.text(label, "an area proxy needs a 'label'");
        Objects.requireNonNull(unit, "an area proxy needs a 'unit'");
        Objects.requireNonNull(population, "an area proxy needs a 'population'");
        Require.text(reason, "an area proxy needs a 'reason'");
        if (!unit.isShare() || !population.countsPeople()) {
            throw new IllegalArgumentException(
                    "an area proxy must be a PERCENT or PROPORTION of PEOPLE or HOUSEHOLDS, but is not");
        }
    }
}
