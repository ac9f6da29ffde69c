package london.loti.mapping.index;

import london.loti.model.metric.Metric;

/**
 * What one indicator adds to an area's overall score.
 *
 * @param indicator what it measures
 * @param component the id of the component that it is a part of
 * @param value the area's value in the indicator's unit; {@code NaN} where it is missing
 * @param score its score, higher for more need; {@code NaN} where it is missing
 * @param points what it adds; 0 where it is missing, {@code NaN} where the area has no overall score
 */
public record Contribution(Metric indicator, String component, double value, double score, double points) {}
