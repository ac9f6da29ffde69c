package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Augmented inverse probability weighting (Robins, Rotnitzky and Zhao 1994, doi:10.1080/01621459.1994.10476818): the
 * outcome as a regression on the covariates in each group foretells it, corrected by the weighted residuals. It is right
 * where either the regressions or the scores are. The standard error is that of the influence function, the standard
 * deviation (n - 1) over the root of n. Immutable.
 */
public final class DoublyRobust {
    private final PropensityScore score;
    private final Inference inference;

    private DoublyRobust(PropensityScore score, Inference inference) {
        this.score = score;
        this.inference = inference;
    }

    /**
     * {@return the calculator, two-sided at the level 0.95}
     *
     * @param score how likely each unit was to be treated
     */
    public static DoublyRobust of(PropensityScore score) {
        return new DoublyRobust(score, Inference.usual());
    }

    /**
     * {@return the same with another level, side or value under test}
     *
     * @param newInference what is asked
     */
    public DoublyRobust withInference(Inference newInference) {
        return new DoublyRobust(score, newInference);
    }

    /**
     * {@return the effect on all}
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @throws FindingsException if a group has too few units for its regression, or covariates are combinations of others
     *     within a group
     */
    public Effect ate(double[] outcome) {
        return effect(outcome, Estimand.ATE);
    }

    /**
     * {@return the effect on the treated; only the controls' regression is needed}
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @throws FindingsException if there are too few controls for the regression, or covariates are combinations of others
     *     among them
     */
    public Effect att(double[] outcome) {
        return effect(outcome, Estimand.ATT);
    }

    private Effect effect(double[] outcome, Estimand estimand) {
        Comparison comparison = score.comparison();
        comparison.requireRows("outcome", outcome);
        int[] treated = used(comparison.treatedRows(), outcome);
        int[] controls = used(comparison.controlRows(), outcome);
        boolean all = estimand == Estimand.ATE;
        double[] ifControl = foretold(controls, outcome, "control");
        double[] ifTreated = all ? foretold(treated, outcome, "treated") : ifControl;
        int n = treated.length + controls.length;
        double share = treated.length / (double) n;
        double[] parts = new double[n];
        for (int k = 0; k < n; k++) {
            boolean one = k < treated.length;
            int i = one ? treated[k] : controls[k - treated.length];
            double e = score.score(i);
            double residual = outcome[i] - (one ? ifTreated[i] : ifControl[i]);
            if (all) {
                parts[k] = ifTreated[i] - ifControl[i] + (one ? residual / e : -residual / (1 - e));
            } else {
                parts[k] = (one ? residual : -residual * e / (1 - e)) / share;
            }
        }
        double value = Sums.mean(parts);
        for (int k = 0; k < treated.length && !all; k++) {
            parts[k] -= value / share;
        }
        GroupWeights weights =
                InverseProbability.of(score).withEstimand(estimand).weights();
        return Effect.builder("aipw", n)
                .asked(inference)
                .convention("estimand", estimand.name())
                .convention("errors", "influence function")
                .convention("outcome model", "least squares in each group")
                .convention("reference", "normal")
                .convention("score", score.source())
                .group("treated", treated.length)
                .group("control", controls.length)
                .dataHash(comparison.hash(outcome))
                .estimate(inference.normal(estimand.term(), value, Math.sqrt(Sums.variance(parts) / n)))
                .diagnostic("ess treated", weights.effectiveSize(true))
                .diagnostic("ess control", weights.effectiveSize(false))
                .diagnostic(
                        "largest weight", Arrays.stream(weights.weights()).max().orElse(0))
                .diagnostic("largest smd", weights.balance().largest())
                .diagnostic("share of scores near 0 or 1", score.shareNearTheEnds())
                .assumes("Either the scores or the outcome's regressions are right.")
                .assumes("Nothing that was not measured makes both the treatment and the outcome more likely.")
                .build();
    }

    private static int[] used(int[] rows, double[] outcome) {
        return Arrays.stream(rows).filter(i -> !Double.isNaN(outcome[i])).toArray();
    }

    /** What the regression of one group foretells for every row. */
    private double[] foretold(int[] rows, double[] outcome, String group) {
        Comparison comparison = score.comparison();
        int p = comparison.names().size() + 1;
        if (rows.length <= p) {
            throw comparison.failure(
                    StudyProblem.TOO_FEW,
                    "the " + group + " units with an outcome must be more than the coefficients, " + p + ", but are "
                            + rows.length + "\nMaybe use fewer covariates.",
                    "outcome");
        }
        double[][] design = new double[p][];
        design[0] = IntStream.range(0, rows.length).mapToDouble(i -> 1).toArray();
        for (int j = 1; j < p; j++) {
            design[j] = comparison.pick(comparison.column(j - 1), rows);
        }
        LeastSquares fit = LeastSquares.solve(design, comparison.pick(outcome, rows));
        List<Finding> findings = new ArrayList<>();
        for (int j : fit.collinear()) {
            String name = comparison.names().get(j - 1);
            findings.add(Finding.error(
                    StudyProblem.COLLINEAR,
                    "the covariate '" + name + "' must not be a combination of those before it among the " + group
                            + " units, but is one\nMaybe leave it out: it does not vary there, or repeats others.",
                    Where.column(Comparison.SOURCE, name)));
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        double[] coefficients = fit.coefficients();
        double[] foretold = new double[comparison.rows()];
        Arrays.fill(foretold, coefficients[0]);
        for (int j = 1; j < p; j++) {
            double[] column = comparison.column(j - 1);
            for (int i = 0; i < foretold.length; i++) {
                foretold[i] += coefficients[j] * column[i];
            }
        }
        return foretold;
    }
}
