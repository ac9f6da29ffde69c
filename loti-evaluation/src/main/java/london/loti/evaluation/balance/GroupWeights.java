package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * How much each unit counts so that the groups are comparable, whatever method found it; and with the outcome, the effect:
 * the difference of the groups' weighted means (Hájek's, so that only the proportions of weights within a group matter).
 */
public final class GroupWeights {
    private final Comparison comparison;
    private final String method;
    private final Estimand estimand;
    private final double[] weights;
    private final int @Nullable [] clusters;
    private final TreeMap<String, String> convention = new TreeMap<>();
    private final TreeMap<String, Double> diagnostics = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    GroupWeights(Comparison comparison, String method, Estimand estimand, double[] weights, int @Nullable [] clusters) {
        this.comparison = comparison;
        this.method = method;
        this.estimand = estimand;
        this.weights = weights;
        this.clusters = clusters;
        if (sum(comparison.treatedRows()) == 0 || sum(comparison.controlRows()) == 0) {
            throw comparison.failure(
                    StudyProblem.NO_OVERLAP,
                    "some of each group must be comparable, but nobody is left in one\n"
                            + "Maybe allow for wider differences, or ask which units could ever be compared.",
                    "treated");
        }
    }

    private double sum(int[] rows) {
        return Sums.sum(comparison.pick(weights, rows));
    }

    GroupWeights told(String name, String choice) {
        convention.put(name, choice);
        return this;
    }

    GroupWeights measured(String name, double value) {
        diagnostics.put(name, value);
        return this;
    }

    GroupWeights warned(String message) {
        findings.add(Finding.warning(StudyProblem.NO_OVERLAP, message, Where.column(Comparison.SOURCE, "treated")));
        return this;
    }

    GroupWeights warned(List<Finding> more) {
        findings.addAll(more);
        return this;
    }

    /** {@return a weight a row; nought for rows that take no part} */
    public double[] weights() {
        return weights.clone();
    }

    /** {@return for whom the effect is} */
    public Estimand estimand() {
        return estimand;
    }

    /** {@return what somebody should look at, for example how many units have nobody like them} */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** {@return how alike the groups are before and with the weights, over the standard deviation of the treated} */
    public BalanceTable balance() {
        return Balance.of(comparison).after(weights);
    }

    /**
     * {@return how many units with equal weights would tell as much: the square of the sum over the sum of the squares}
     *
     * @param treated whether of the treated or of the controls
     */
    public double effectiveSize(boolean treated) {
        double[] own = comparison.pick(weights, treated ? comparison.treatedRows() : comparison.controlRows());
        double sum = Sums.sum(own);
        return sum * sum / Sums.dot(own, own);
    }

    /**
     * {@return the effect on an outcome, two-sided at the level 0.95}
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     */
    public Effect effect(double[] outcome) {
        return effect(outcome, Inference.usual());
    }

    /**
     * {@return the effect on an outcome} The standard error takes the weights as known: HC0, or CR1 over the pairs where
     * units were paired, with a normal reference.
     *
     * @param outcome the outcome, a row; {@code NaN} is missing and left out
     * @param inference what is asked
     * @throws london.loti.model.finding.FindingsException if a group has fewer than two units with an outcome
     */
    public Effect effect(double[] outcome, Inference inference) {
        comparison.requireRows("outcome", outcome);
        int[] treated = used(comparison.treatedRows(), outcome);
        int[] controls = used(comparison.controlRows(), outcome);
        if (treated.length < 2 || controls.length < 2) {
            throw comparison.failure(
                    StudyProblem.TOO_FEW,
                    "each group must have two units with an outcome and a weight, but they have " + treated.length
                            + " and " + controls.length,
                    "outcome");
        }
        double one = mean(treated, outcome);
        double nought = mean(controls, outcome);
        double[] influence = new double[comparison.rows()];
        influence(influence, treated, outcome, one, 1);
        influence(influence, controls, outcome, nought, -1);
        int n = treated.length + controls.length;
        BalanceTable balance = balance();
        Effect.Builder effect = Effect.builder(method, n).asked(inference);
        convention.forEach(effect::convention);
        diagnostics.forEach(effect::diagnostic);
        double variance = clusters == null ? Sums.dot(influence, influence) : clustered(influence, outcome, n, effect);
        return effect.convention("estimand", estimand.name())
                .convention("errors", clusters == null ? "hc0" : "cr1 by pair")
                .convention("estimator", "hajek")
                .convention("reference", "normal")
                .group("treated", treated.length)
                .group("control", controls.length)
                .dataHash(comparison.hash(outcome))
                .estimate(inference.normal(estimand.term(), one - nought, Math.sqrt(variance)))
                .diagnostic("mean treated", one)
                .diagnostic("mean control", nought)
                .diagnostic("ess treated", effectiveSize(true))
                .diagnostic("ess control", effectiveSize(false))
                .diagnostic("largest weight", Arrays.stream(weights).max().orElse(0))
                .diagnostic("largest smd before", balance.largestBefore())
                .diagnostic("largest smd", balance.largest())
                .diagnostic("unbalanced", balance.unbalanced().size())
                .diagnostic("without outcome", (double) (withWeight() - n))
                .assumes("Nothing that was not measured makes both the treatment and the outcome more likely.")
                .assumes("Everybody compared could have been treated or not.")
                .assumes("A unit's treatment changes nobody else's outcome.")
                .build();
    }

    private long withWeight() {
        return Arrays.stream(weights).filter(w -> w > 0).count();
    }

    private int[] used(int[] rows, double[] outcome) {
        return Arrays.stream(rows)
                .filter(i -> weights[i] > 0 && !Double.isNaN(outcome[i]))
                .toArray();
    }

    private double mean(int[] rows, double[] outcome) {
        double[] own = comparison.pick(weights, rows);
        return Sums.dot(own, comparison.pick(outcome, rows)) / Sums.sum(own);
    }

    private void influence(double[] influence, int[] rows, double[] outcome, double mean, int sign) {
        double total = Sums.sum(comparison.pick(weights, rows));
        for (int i : rows) {
            influence[i] = sign * weights[i] * (outcome[i] - mean) / total;
        }
    }

    private double clustered(double[] influence, double[] outcome, int n, Effect.Builder effect) {
        int[] of = clusters == null ? new int[0] : clusters;
        double[] sums = new double[Arrays.stream(of).max().orElse(0) + 1];
        boolean[] present = new boolean[sums.length];
        for (int i = 0; i < influence.length; i++) {
            if (of[i] >= 0 && weights[i] > 0 && !Double.isNaN(outcome[i])) {
                sums[of[i]] += influence[i];
                present[of[i]] = true;
            }
        }
        int groups = 0;
        DoubleDouble squares = new DoubleDouble();
        for (int g = 0; g < sums.length; g++) {
            groups += present[g] ? 1 : 0;
            squares.addProduct(sums[g], sums[g]);
        }
        effect.clusters(groups);
        return squares.value() * groups / (groups - 1.0) * (n - 1.0) / (n - 2.0);
    }
}
