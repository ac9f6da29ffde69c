package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.regression.Design;

/** Errors of weighted means whose weights come of a logit on the same people. */
final class FittedScores {
    private final PropensityScore score;
    private final Estimand estimand;
    private final double trimming;
    private final double truncation;

    FittedScores(PropensityScore score, Estimand estimand, double trimming, double truncation) {
        if (!score.isFitted()) {
            throw new IllegalStateException("the scores must have been fitted here, but were given"
                    + "\nMaybe ask for the effect of the weights.");
        }
        this.score = score;
        this.estimand = estimand;
        this.trimming = trimming;
        this.truncation = truncation;
    }

    Effect effect(GroupWeights found, double[] outcome, Inference inference) {
        Comparison comparison = score.comparison();
        comparison.requireRows("outcome", outcome);
        Effect known = found.effect(outcome, inference);
        double[] weights = found.weights();
        int n = weights.length;
        Design design = comparison.design();
        double[][] x = design.columns();
        int[] treated = comparison.treatedRows();
        int[] controls = comparison.controlRows();
        double[] influence = new double[n];
        double[] pull = new double[x.length];
        add(influence, pull, x, treated, weights, outcome, 1);
        add(influence, pull, x, controls, weights, outcome, -1);
        double[][] information = new double[x.length][x.length];
        IntStream.concat(Arrays.stream(treated), Arrays.stream(controls)).forEach(i -> {
            double p = score.score(i);
            for (int j = 0; j < x.length; j++) {
                for (int k = 0; k < x.length; k++) {
                    information[j][k] += p * (1 - p) * x[j][i] * x[k][i];
                }
            }
        });
        double[] step = Matrices.solve(Matrices.cholesky(information), pull);
        addFit(influence, x, treated, step, 1);
        addFit(influence, x, controls, step, 0);
        double error = Math.sqrt(Sums.dot(influence, influence));
        Effect.Builder effect = Effect.builder(known.method(), known.n())
                .dataHash(known.dataHash())
                .estimate(inference.normal(estimand.term(), known.headline().value(), error));
        known.convention().forEach(effect::convention);
        known.groups().forEach(effect::group);
        known.diagnostics().forEach(effect::diagnostic);
        known.assumptions().forEach(effect::assumes);
        return effect.convention("errors", "influence function, scores fitted").build();
    }

    /** Adds each unit's share in its group's mean, and how far the mean moves with the logit's coefficients. */
    private void add(
            double[] influence, double[] pull, double[][] x, int[] rows, double[] weights, double[] outcome, int sign) {
        double sum = 0;
        double weighted = 0;
        for (int i : rows) {
            if (!Double.isNaN(outcome[i])) {
                sum += weights[i];
                weighted += weights[i] * outcome[i];
            }
        }
        double mean = weighted / sum;
        for (int i : rows) {
            if (!Double.isNaN(outcome[i]) && weights[i] > 0) {
                double distance = sign * (outcome[i] - mean) / sum;
                influence[i] += weights[i] * distance;
                double moved = slope(score.score(i), sign > 0) * distance;
                for (int j = 0; j < x.length; j++) {
                    pull[j] += moved * x[j][i];
                }
            }
        }
    }

    private void addFit(double[] influence, double[][] x, int[] rows, double[] step, int treated) {
        for (int i : rows) {
            double told = 0;
            for (int j = 0; j < x.length; j++) {
                told += x[j][i] * step[j];
            }
            influence[i] += (treated - score.score(i)) * told;
        }
    }

    /** How a weight moves with the linear score; not at all where it is trimmed or truncated. */
    private double slope(double p, boolean treated) {
        double edge = Math.max(trimming, truncation);
        if (p <= edge || p >= 1 - edge) {
            return 0;
        }
        return switch (estimand) {
            case ATE -> treated ? -(1 - p) / p : p / (1 - p);
            case ATT -> treated ? 0 : p / (1 - p);
            case ATO -> (treated ? -1 : 1) * p * (1 - p);
        };
    }
}
