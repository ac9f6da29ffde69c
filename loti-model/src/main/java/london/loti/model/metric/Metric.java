package london.loti.model.metric;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.provenance.Source;

/**
 * What a column of numbers measures.
 *
 * @param id the column's name in a table
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

    /** Checks that it can be told apart. */
    public Metric {
        Objects.requireNonNull(id, "a metric needs an 'id'");
        Objects.requireNonNull(label, "a metric needs a 'label'");
        Objects.requireNonNull(unit, "a metric needs a 'unit'");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a metric's id must not be blank");
        }
    }

    /** A metric of which no more is known. */
    public static Metric of(String id, String label, MetricUnit unit) {
        return new Metric(id, label, unit, null, null, null);
    }

    /** The same metric with a definition. */
    public Metric withDefinition(@Nullable String sentence) {
        return new Metric(id, label, unit, sentence, denominator, source);
    }

    /** The same metric as a share of another. */
    public Metric withDenominator(@Nullable String metricId) {
        return new Metric(id, label, unit, definition, metricId, source);
    }

    /** The same metric from a source. */
    public Metric withSource(@Nullable Source publisher) {
        return new Metric(id, label, unit, definition, denominator, publisher);
    }
}
