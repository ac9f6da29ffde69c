package london.loti.evaluation.options;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What options are judged by.
 *
 * @param id its short name
 * @param name its name for readers
 * @param weight its swing weight: how much the step from the worst to the best option on it matters beside the other
 *     criteria's steps, on any scale; the weights are divided by their sum
 * @param why why it has this weight
 * @param value how a measurement becomes a value from 0 to 100; null where options are scored from 0 to 100 as they are
 */
public record Criterion(
        String id,
        String name,
        double weight,
        String why,
        @Nullable ValueFunction value) {
    /**
     * Checks the weight.
     *
     * @param id its short name
     * @param name its name for readers
     * @param weight 0 or more
     * @param why why it has this weight
     * @param value how a measurement becomes a value, or null
     * @throws IllegalArgumentException if the weight is negative or no number, or a text is blank
     */
    public Criterion {
        Require.code("a criterion", "id", id);
        Require.text(name, "a criterion needs a 'name'");
        Require.text(why, "a criterion needs to say 'why' it has its weight");
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight must not be negative, but was " + weight);
        }
    }

    /** The value of a score, or {@code NaN} where the score is out of range. */
    double valueOf(double score) {
        if (value != null) {
            return value.at(score);
        }
        return score >= 0 && score <= 100 ? score : Double.NaN;
    }
}
