package london.loti.model.outcome;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What a number about an outcome means.
 *
 * @param id the short name by which observations, plans and theories refer to it; lower case letters, digits, underscores
 * @param label its name for people
 * @param definition what exactly is counted or scored, and how
 * @param unit the unit of a value in words, for example {@code points, 3 to 9} or {@code 1 yes, 0 no}
 * @param direction which way is better
 * @param lowest the lowest value that can be, or null where there is none
 * @param highest the highest value that can be, or null where there is none
 * @param tags the areas of people's lives it is about; two measures with the same tag must not both be counted in money
 * @param instrument the id of the instrument whose score it is, or null
 */
public record OutcomeMeasure(
        String id,
        String label,
        String definition,
        String unit,
        Direction direction,
        @Nullable Double lowest,
        @Nullable Double highest,
        List<String> tags,
        @Nullable String instrument) {

    /**
     * Checks that nothing needed is absent and that the limits are in order.
     *
     * @param id the short name
     * @param label its name for people
     * @param definition what exactly is counted or scored, and how
     * @param unit the unit of a value in words
     * @param direction which way is better
     * @param lowest the lowest value that can be, or null
     * @param highest the highest value that can be, or null
     * @param tags the areas of people's lives it is about; none where absent
     * @param instrument the id of the instrument whose score it is, or null
     * @throws IllegalArgumentException if a text is blank or the lowest value is above the highest
     */
    public OutcomeMeasure {
        Require.id("a measure", id);
        Require.text(label, "a measure needs a 'label'");
        Require.text(definition, "a measure needs a 'definition'");
        Require.text(unit, "a measure needs a 'unit'");
        Objects.requireNonNull(direction, "a measure needs a 'direction'");
        Require.optionalText(instrument, "a measure's 'instrument' must not be blank");
        tags = tags == null ? List.of() : List.copyOf(tags);
        if ((lowest != null && lowest.isNaN()) || (highest != null && highest.isNaN())) {
            throw new IllegalArgumentException("a measure's 'lowest' and 'highest' must be numbers, or absent");
        }
        if (lowest != null && highest != null && lowest > highest) {
            throw new IllegalArgumentException(
                    "a measure's 'lowest' must not be above its 'highest', but was " + lowest + " and " + highest);
        }
    }

    /**
     * {@return whether a value can be}
     *
     * @param value the value
     */
    public boolean allows(double value) {
        return Double.isFinite(value) && (lowest == null || value >= lowest) && (highest == null || value <= highest);
    }
}
