package london.loti.mapping.recipe;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.metric.MetricUnit;

/**
 * One indicator of a recipe: a column of a table, or a count divided by its denominator.
 *
 * @param id a short name, lower case with underscores
 * @param label its name for readers
 * @param column the column that holds the values; null for a count over a denominator
 * @param count the column that holds a count; null where {@code column} is given
 * @param denominator the column that the count is divided by; for {@code column}, the column that its values are
 *     shares of, which lets the disclosure rule check small shares, or null
 * @param counts what is counted, {@code PEOPLE} or {@code HOUSEHOLDS}; null is people
 * @param unit the unit of the values; for a count over a denominator {@code PERCENT} (per 100), {@code PROPORTION}
 *     (per 1) or {@code RATE} (per 1,000)
 * @param definition what is measured, in a sentence; null where the source does not say
 * @param polarity which way it points
 * @param normalisation how its values become scores; null for the recipe's own
 * @param source the id of one of the recipe's sources
 * @param reason why it is in, and why it points that way
 */
public record Indicator(
        String id,
        String label,
        @Nullable String column,
        @Nullable String count,
        @Nullable String denominator,
        @Nullable MetricUnit counts,
        MetricUnit unit,
        @Nullable String definition,
        Polarity polarity,
        @Nullable Normalisation normalisation,
        String source,
        String reason) {

    /**
     * Checks what must hold for an indicator by itself.
     *
     * @param id lower case letters, digits and underscores, beginning with a letter
     * @param label its name for readers
     * @param column the column of values; null where {@code count} is given
     * @param count the column of counts; null where {@code column} is given
     * @param denominator the column of what the values are shares of; needed for a count, otherwise it may be null
     * @param counts {@code PEOPLE} or {@code HOUSEHOLDS}; null is people
     * @param unit the unit of the values; a share or a rate for a count
     * @param definition what is measured; null where the source does not say
     * @param polarity whether a high or a low value is more need
     * @param normalisation how values become scores; null for the recipe's own
     * @param source the id of one of the recipe's sources
     * @param reason why it is in, and why it points that way
     * @throws IllegalArgumentException if the id has another form, if both or neither of column and count are given, if
     *     a count has no denominator or a unit that is neither a share nor a rate, or if anything but people or
     *     households is counted
     */
    public Indicator {
        Require.id("an indicator", id);
        Objects.requireNonNull(label, "an indicator needs a 'label'");
        Objects.requireNonNull(unit, "an indicator needs a 'unit'");
        Objects.requireNonNull(polarity, "an indicator needs a 'polarity'");
        Objects.requireNonNull(source, "an indicator needs a 'source'");
        Objects.requireNonNull(reason, "an indicator needs a 'reason'");
        Require.optionalText(label, "an indicator needs a 'label'");
        Require.optionalText(reason, "an indicator needs a 'reason'");
        Require.optionalText(column, "an indicator's 'column' must not be blank");
        Require.optionalText(count, "an indicator's 'count' must not be blank");
        Require.optionalText(denominator, "an indicator's 'denominator' must not be blank");
        if ((column == null) == (count == null)) {
            throw new IllegalArgumentException("an indicator needs either a 'column' or a 'count'");
        }
        if (count != null && denominator == null) {
            throw new IllegalArgumentException("a count needs a 'denominator'");
        }
        if (count != null && !unit.isShare() && unit != MetricUnit.RATE) {
            throw new IllegalArgumentException(
                    "a count over a denominator is a PERCENT, a PROPORTION or a RATE, not a " + unit);
        }
        if (counts != null && !counts.countsPeople()) {
            throw new IllegalArgumentException("'counts' must be PEOPLE or HOUSEHOLDS");
        }
    }

    /** {@return what a count over its denominator is multiplied by: 100 for a percentage, 1,000 for a rate, else 1} */
    public double per() {
        return switch (unit) {
            case PERCENT -> 100;
            case RATE -> 1_000;
            default -> 1;
        };
    }
}
