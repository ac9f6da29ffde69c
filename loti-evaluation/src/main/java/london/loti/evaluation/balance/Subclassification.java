package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.numeric.OrderStatistics;

/**
 * Subclassification on the propensity score (Rosenbaum and Cochran 1968): units in the same class of scores are compared,
 * and the differences averaged over the classes. Five or six classes take away most of the imbalance.
 *
 * <p><b>Convention</b> (that of MatchIt 4): classes end at quantiles (R's type 7) of the treated's scores for the effect on
 * the treated, of all scores for that on all; scores beyond the ends belong to the end classes. A class with one group only
 * is left out and told; MatchIt would move a unit into it instead. Immutable.
 */
public final class Subclassification {
    private static final int USUAL_CLASSES = 6;

    private final PropensityScore score;
    private final Estimand estimand;
    private final int classes;

    private Subclassification(PropensityScore score, Estimand estimand, int classes) {
        this.score = score;
        this.estimand = estimand;
        this.classes = classes;
    }

    /**
     * {@return six classes, for the effect on the treated}
     *
     * @param score how likely each unit was to be treated
     */
    public static Subclassification of(PropensityScore score) {
        return new Subclassification(score, Estimand.ATT, USUAL_CLASSES);
    }

    /**
     * {@return the same for the effect on others}
     *
     * @param newEstimand ATT or ATE
     */
    public Subclassification withEstimand(Estimand newEstimand) {
        CoarsenedExactMatching.requireStratified(newEstimand);
        return new Subclassification(score, newEstimand, classes);
    }

    /**
     * {@return the same with another number of classes}
     *
     * @param number at least 2
     */
    public Subclassification withClasses(int number) {
        if (number < 2) {
            throw new IllegalArgumentException("there must be at least 2 classes, but were to be " + number);
        }
        return new Subclassification(score, estimand, number);
    }

    /**
     * {@return the weights}
     *
     * @throws london.loti.model.finding.FindingsException if no class has both groups
     */
    public GroupWeights weights() {
        Comparison comparison = score.comparison();
        double[] scores = score.scores();
        IntStream whose = Arrays.stream(comparison.treatedRows());
        if (estimand == Estimand.ATE) {
            whose = IntStream.concat(whose, Arrays.stream(comparison.controlRows()));
        }
        double[] sorted = whose.mapToDouble(i -> scores[i]).sorted().toArray();
        double[] cuts = IntStream.range(1, classes)
                .mapToDouble(c -> OrderStatistics.quantile(sorted, c / (double) classes))
                .toArray();
        return Strata.weights(comparison, "subclassification", estimand, Strata.binned(scores, cuts))
                .told("classes", Integer.toString(classes))
                .told("score", score.source())
                .warned(score.findings());
    }
}
