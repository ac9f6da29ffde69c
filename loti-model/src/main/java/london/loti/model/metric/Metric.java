package london.loti.model.metric;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.provenance.Source;

/**
 * What a column of numbers measures.
 *
 * @param id the column's name in a table; not blank
 * @param label its name for readers
 * @param unit its unit
 * @param definition what is counted or measured, in a sentence; null where unknown
 * @param denominator the id of the count that a share is a share of; null where unknown or where there is none
 * @param source who published it; null where unknown
 */
public record Metric(
        String id,
        String label,
        MetricUnit unit,
        @Nullable String definition,
        @Nullable String denominator,
        @Nullable Source source) {

    /**
     * Checks that it can be told apart.
     *
     * @param id the column's name in a table; not blank
     * @param label its name for readers
     * @param unit its unit
     * @param definition what is counted or measured; null where unknown
     * @param denominator the id of the count that a share is a share of; null where unknown or where there is none
     * @param source who published it; null where unknown
     * @throws IllegalArgumentException if the id is blank
     */
    public Metric {
        Objects.requireNonNull(id, "a metric needs an 'id'");
        Objects.requireNonNull(label, "a metric needs a 'label'");
        Objects.requireNonNull(unit, "a metric needs a 'unit'");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a metric's id must not be blank");
        }
    }

    /**
     * {@return a metric of which no more is known}
     *
     * @param id the column's name in a table; not blank
     * @param label its name for readers
     * @param unit its unit, on which disclosure depends
     * @throws IllegalArgumentException if the id is blank
     */
    public static Metric of(String id, String label, MetricUnit unit) {
        return new Metric(id, label, unit, null, null, null);
    }

    /**
     * {@return the same metric with a definition}
     *
     * @param sentence what is counted or measured; null where unknown
     */
    public Metric withDefinition(@Nullable String sentence) {
        return new Metric(id, label, unit, sentence, denominator, source);
    }

    /**
     * {@return the same metric as a share of another}
     *
     * @param metricId the id of the count that it is a share of; null where unknown or where there is none
     */
    public Metric withDenominator(@Nullable String metricId) {
        return new Metric(id, label, unit, definition, metricId, source);
    }

    /**
     * {@return the same metric from a source}
     *
     * @param publisher who published it; null where unknown
     */
    public Metric withSource(@Nullable Source publisher) {
        return new Metric(id, label, unit, definition, denominator, publisher);
    }
}
