package london.loti.mapping.index;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Aggregation;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.Component.Weighting;
import london.loti.mapping.recipe.MissingData;
import london.loti.mapping.recipe.MissingData.Policy;

/**
 * Combines the parts of one component, area by area. The score and its explanation come from the same sums: asked for
 * multipliers, it fills in what each part's score is multiplied by, so that the products add up to the score. The map
 * page repeats these operations in this order, so that both get the same bits.
 */
final class Combiner {
    private final double[][] scores;
    private final double[] weights;
    private final double total;
    private final boolean geometric;
    private final boolean asPublished;
    private final MissingData missing;

    /** Parts without weight are left out: a missing score of theirs does not matter. */
    Combiner(Component component, MissingData missing, Function<String, double[]> scoresOf) {
        this.weights = component.parts().stream().mapToDouble(Part::weight).toArray();
        this.scores = component.parts().stream()
                .map(part -> scoresOf.apply(part.of()))
                .toArray(double[][]::new);
        this.total = component.totalWeight();
        this.geometric = component.aggregation() == Aggregation.GEOMETRIC_MEAN;
        this.asPublished = component.weighting() == Weighting.AS_PUBLISHED;
        this.missing = missing;
    }

    /** One score a row. */
    double[] combine(int rowCount) {
        double[] combined = new double[rowCount];
        for (int row = 0; row < rowCount; row++) {
            combined[row] = combine(row, null);
        }
        return combined;
    }

    /**
     * The score of one row; {@code NaN} where it has none.
     *
     * @param multipliers filled with one multiplier a part where not null
     */
    double combine(int row, double @Nullable [] multipliers) {
        double sum = 0;
        double logs = 0;
        double available = 0;
        boolean complete = true;
        for (int part = 0; part < weights.length; part++) {
            double weight = weights[part];
            if (weight == 0) {
                continue;
            }
            double score = scores[part][row];
            if (Double.isNaN(score)) {
                complete = false;
                continue;
            }
            available += weight;
            sum += weight * score;
            if (geometric) {
                logs += weight * Math.log(score);
            }
        }
        if (!complete && !isEnough(available)) {
            return Double.NaN;
        }
        double scale = total / available;
        double result;
        if (geometric) {
            result = Math.exp(asPublished ? logs * scale : logs / available);
        } else {
            result = asPublished ? sum * scale : sum / available;
        }
        if (multipliers != null) {
            for (int part = 0; part < weights.length; part++) {
                multipliers[part] = multiplier(weights[part], sum, available, scale, result);
            }
        }
        return result;
    }

    private boolean isEnough(double available) {
        return missing.policy() == Policy.RENORMALISE && available > 0 && available >= missing.leastShare() * total;
    }

    /** A geometric mean has no parts that add up; its score is shared out like the sum that it is compared with. */
    private double multiplier(double weight, double sum, double available, double scale, double result) {
        if (geometric) {
            return sum == 0 ? 0 : result * weight / sum;
        }
        return asPublished ? weight * scale : weight / available;
    }
}
