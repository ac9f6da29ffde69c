package london.loti.mapping.recipe;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A score made of other scores: of indicators, or of other components. The component {@code overall} is the index.
 *
 * @param id a short name, lower case with underscores
 * @param label its name for readers
 * @param aggregation how the parts are combined
 * @param weighting whether the weights are brought to a sum of one
 * @param parts what it is made of, at least one
 * @param reason where structure and weights come from
 */
public record Component(
        String id, String label, Aggregation aggregation, Weighting weighting, List<Part> parts, String reason) {
    /** The id of the component that is the index itself. */
    public static final String OVERALL = "overall";

    /** How parts become one score. */
    public enum Aggregation {
        /** The weighted arithmetic mean: a high part makes up for a low one. */
        ARITHMETIC_MEAN,
        /** The weighted geometric mean: a low part pulls the score down. Needs scores of nought or more. */
        GEOMETRIC_MEAN
    }

    /** What happens to the weights. */
    public enum Weighting {
        /** They are divided by their sum. */
        NORMALISED,
        /** They are used as they stand, whatever they sum to: with weights of 1 the score is a sum. */
        AS_PUBLISHED
    }

    /**
     * A part of a component.
     *
     * @param of the id of an indicator or component
     * @param weight nought or more, as the source gives it
     * @param reason where the weight comes from, if it needs words of its own
     */
    public record Part(String of, double weight, @Nullable String reason) {
        private static final double HIGHEST = 1e6;

        /**
         * Checks the weight.
         *
         * @param of the id of an indicator or component; the recipe checks that it has it
         * @param weight from nought to a million
         * @param reason where the weight comes from; null where the component's reason says it
         * @throws IllegalArgumentException if the weight is negative or above a million
         */
        public Part {
            Objects.requireNonNull(of, "a part needs an 'of': the id of an indicator or component");
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight must be nought or more");
            }
            if (weight > HIGHEST) {
                throw new IllegalArgumentException("a weight must be at most a million");
            }
        }
    }

    /**
     * Checks what must hold for a component by itself.
     *
     * @param id lower case letters, digits and underscores, beginning with a letter
     * @param label its name for readers
     * @param aggregation how the parts are combined
     * @param weighting whether the weights are brought to a sum of one
     * @param parts at least one; copied
     * @param reason where structure and weights come from
     * @throws IllegalArgumentException if the id has another form, or if there is no part
     */
    public Component {
        Require.id("a component", id);
        Objects.requireNonNull(label, "a component needs a 'label'");
        Objects.requireNonNull(aggregation, "a component needs an 'aggregation'");
        Objects.requireNonNull(weighting, "a component needs a 'weighting'");
        parts = List.copyOf(Objects.requireNonNull(parts, "a component needs 'parts'"));
        Objects.requireNonNull(reason, "a component needs a 'reason'");
        Require.optionalText(label, "a component needs a 'label'");
        Require.optionalText(reason, "a component needs a 'reason'");
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a component needs at least one part");
        }
    }

    /** {@return the sum of the weights as they stand, before they are brought to a sum of one} */
    public double totalWeight() {
        double total = 0;
        for (Part part : parts) {
            total += part.weight();
        }
        return total;
    }
}
