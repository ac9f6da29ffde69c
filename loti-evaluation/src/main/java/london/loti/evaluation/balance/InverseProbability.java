package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;

/**
 * Weights by the inverse of the probability of the group that a unit is in (ATE: 1/e and 1/(1-e); ATT: 1 and e/(1-e)), or
 * by that of the other group (ATO: 1-e and e; Li, Morgan and Zaslavsky 2018, doi:10.1080/01621459.2016.1260466).
 *
 * <p>Scores near 0 or 1 give few units huge weights. Trimming drops such units and so changes for whom the effect is;
 * truncation moves their scores and so lets some imbalance stay. Both are told. Immutable.
 */
public final class InverseProbability {
    private final PropensityScore score;
    private final Estimand estimand;
    private final double trimming;
    private final double truncation;

    private InverseProbability(PropensityScore score, Estimand estimand, double trimming, double truncation) {
        this.score = score;
        this.estimand = estimand;
        this.trimming = trimming;
        this.truncation = truncation;
    }

    /**
     * {@return weights for the effect on all}
     *
     * @param score how likely each unit was to be treated
     */
    public static InverseProbability of(PropensityScore score) {
        return new InverseProbability(score, Estimand.ATE, 0, 0);
    }

    /**
     * {@return the same for others}
     *
     * @param newEstimand for whom the effect is
     */
    public InverseProbability withEstimand(Estimand newEstimand) {
        return new InverseProbability(score, newEstimand, trimming, truncation);
    }

    /**
     * {@return the same without the units whose score is within so much of 0 or 1}
     *
     * @param share from 0 to below a half, for example 0.1 (Crump and others 2009, doi:10.1093/biomet/asn055)
     */
    public InverseProbability withTrimming(double share) {
        return new InverseProbability(score, estimand, require("trimming", share), truncation);
    }

    /**
     * {@return the same with scores moved to so much from 0 and 1 where they are nearer}
     *
     * @param share from 0 to below a half
     */
    public InverseProbability withTruncation(double share) {
        return new InverseProbability(score, estimand, trimming, require("truncation", share));
    }

    private static double require(String what, double share) {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException(what + " must be from 0 to below 0.5, but was " + share);
        }
        return share;
    }

    /**
     * {@return the weights; their effect is Hájek's}
     *
     * @throws london.loti.model.finding.FindingsException if trimming leaves nobody in a group
     */
    public GroupWeights weights() {
        Comparison comparison = score.comparison();
        double[] weights = new double[comparison.rows()];
        int trimmed = fill(weights, comparison.treatedRows(), true) + fill(weights, comparison.controlRows(), false);
        GroupWeights found = new GroupWeights(comparison, "ipw", estimand, weights, null)
                .told("score", score.source())
                .told("trimming", Double.toString(trimming))
                .told("truncation", Double.toString(truncation))
                .measured("trimmed", trimmed)
                .measured("share of scores near 0 or 1", score.shareNearTheEnds())
                .warned(score.findings());
        return trimmed == 0 ? found : found.warned(trimmed + " units were trimmed, so that the effect is not on them");
    }

    private int fill(double[] weights, int[] rows, boolean treated) {
        int trimmed = 0;
        for (int i : rows) {
            double e = score.score(i);
            if (e < trimming || e > 1 - trimming) {
                trimmed++;
            } else {
                double kept = Math.max(truncation, Math.min(1 - truncation, e));
                weights[i] = weight(kept, treated);
            }
        }
        return trimmed;
    }

    private double weight(double e, boolean treated) {
        return switch (estimand) {
            case ATE -> treated ? 1 / e : 1 / (1 - e);
            case ATT -> treated ? 1 : e / (1 - e);
            case ATO -> treated ? 1 - e : e;
        };
    }

    /**
     * {@return Hájek's effect with errors that know that the scores were fitted} Where covariates tell much of the outcome,
     * errors that take the scores as known ({@link GroupWeights#effect(double[])}) are far too large, because fitting takes
     * out chance imbalance. The fit's influence is added to each unit's (Lunceford and Davidian 2004,
     * doi:10.1002/sim.1903).
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @param inference what is asked
     * @throws IllegalStateException if the scores were not fitted here
     */
    public Effect effectOfFittedScores(double[] outcome, Inference inference) {
        return new FittedScores(score, estimand, trimming, truncation).effect(weights(), outcome, inference);
    }

    /**
     * {@return the effect by Horvitz and Thompson: weighted sums over the number of units and not over the sum of weights,
     * so that a constant added to the outcome changes it; for comparison, since Hájek's scatters less} The standard error
     * takes the scores as known.
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @throws IllegalStateException if the estimand is the overlap, which has no such estimator
     */
    public Effect horvitzThompson(double[] outcome) {
        return horvitzThompson(outcome, Inference.usual());
    }

    /**
     * {@return the same as {@link #horvitzThompson(double[])}, with another side, level or value under test}
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @param inference what is asked
     * @throws IllegalStateException if the estimand is the overlap, which has no such estimator
     */
    public Effect horvitzThompson(double[] outcome, Inference inference) {
        if (estimand == Estimand.ATO) {
            throw new IllegalStateException("the estimand must be ATE or ATT for Horvitz and Thompson, but was ATO");
        }
        Comparison comparison = score.comparison();
        comparison.requireRows("outcome", outcome);
        double[] weights = weights().weights();
        int[] rows = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0 && !Double.isNaN(outcome[i]))
                .toArray();
        int n = rows.length;
        boolean[] treated = new boolean[weights.length];
        Arrays.stream(comparison.treatedRows()).forEach(i -> treated[i] = true);
        long ones = Arrays.stream(rows).filter(i -> treated[i]).count();
        double per = estimand == Estimand.ATE ? 1 : ones / (double) n;
        double[] parts = new double[n];
        for (int k = 0; k < n; k++) {
            int i = rows[k];
            parts[k] = (treated[i] ? 1 : -1) * weights[i] * outcome[i] / per;
        }
        double value = Sums.mean(parts);
        if (estimand == Estimand.ATT) {
            for (int k = 0; k < n; k++) {
                parts[k] -= treated[rows[k]] ? value / per : 0;
            }
        }
        return Effect.builder("ipw-horvitz-thompson", n)
                .asked(inference)
                .convention("estimand", estimand.name())
                .convention("estimator", "horvitz-thompson")
                .convention("errors", "influence function, scores as known")
                .convention("reference", "normal")
                .convention("score", score.source())
                .convention("trimming", Double.toString(trimming))
                .convention("truncation", Double.toString(truncation))
                .group("treated", ones)
                .group("control", n - ones)
                .dataHash(comparison.hash(outcome))
                .estimate(inference.normal(estimand.term(), value, Math.sqrt(Sums.variance(parts) / n)))
                .diagnostic("largest weight", Arrays.stream(weights).max().orElse(0))
                .diagnostic("share of scores near 0 or 1", score.shareNearTheEnds())
                .assumes("The scores are right.")
                .assumes("Nothing that was not measured makes both the treatment and the outcome more likely.")
                .build();
    }
}
