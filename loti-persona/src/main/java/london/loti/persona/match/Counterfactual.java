package london.loti.persona.match;

import org.jspecify.annotations.Nullable;

/**
 * A single answer that would have led to another outcome.
 *
 * @param attribute the attribute's id
 * @param label its name for readers
 * @param instead the other answer, in words; for a number the nearest one that changes the outcome: whole where range,
 *     personas and answer are whole, otherwise to a thousandth of the range
 * @param change how far the other answer is from the one given, as a part of the weight of all attributes; the
 *     smallest comes first
 * @param persona the id of the persona that would be suggested; null where none would
 */
public record Counterfactual(
        String attribute,
        String label,
        String instead,
        double change,
        @Nullable String persona) {

    /** Shows no answer and no persona. */
    @Override
    public String toString() {
        return "Counterfactual[" + attribute + ", redacted]";
    }
}
