package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.regression.GeneralisedLinearModel;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * The propensity score: how likely each unit was to be treated, given its covariates (Rosenbaum and Rubin 1983,
 * doi:10.1093/biomet/70.1.41). Units with the same score are alike on average in all covariates. Immutable.
 */
public final class PropensityScore {
    /** Scores nearer than this to 0 or 1 are told: such units have hardly anybody like them in the other group. */
    public static final double NEAR_THE_END = 0.05;

    private final Comparison comparison;
    private final double[] scores;
    private final String source;

    private PropensityScore(Comparison comparison, double[] scores, String source) {
        this.comparison = comparison;
        this.scores = scores;
        this.source = source;
    }

    /**
     * {@return the score by a logistic regression of the treatment on all covariates}
     *
     * @param comparison the groups and their covariates
     * @throws london.loti.model.finding.FindingsException if covariates are combinations of others or tell the treatment
     *     perfectly, so that the groups do not overlap
     */
    public static PropensityScore fit(Comparison comparison) {
        double[] fitted = GeneralisedLinearModel.logit(comparison.design(), comparison.treated())
                .fit()
                .fitted();
        for (int i = 0; i < fitted.length; i++) {
            if (Double.isNaN(comparison.treated()[i])) {
                fitted[i] = Double.NaN;
            }
        }
        return new PropensityScore(comparison, fitted, "logit");
    }

    /**
     * {@return a score that is known, for example from how places were given out}
     *
     * @param comparison the groups and their covariates
     * @param scores above 0 and below 1, a row
     * @throws IllegalArgumentException if a score of a row that takes part is none
     */
    public static PropensityScore known(Comparison comparison, double[] scores) {
        comparison.requireRows("scores", scores);
        IntStream.concat(Arrays.stream(comparison.treatedRows()), Arrays.stream(comparison.controlRows()))
                .forEach(i -> {
                    if (!(scores[i] > 0 && scores[i] < 1)) {
                        throw new IllegalArgumentException(
                                "a propensity score must be above 0 and below 1, but is not in row " + (i + 1));
                    }
                });
        return new PropensityScore(comparison, scores.clone(), "known");
    }

    /** {@return the scores, a row; {@code NaN} for rows that take no part} */
    public double[] scores() {
        return scores.clone();
    }

    /** {@return the groups and their covariates} */
    public Comparison comparison() {
        return comparison;
    }

    boolean isFitted() {
        return source.equals("logit");
    }

    String source() {
        return source;
    }

    double score(int row) {
        return scores[row];
    }

    /** {@return the standard deviation of the scores of all that take part: the unit of calipers} */
    public double standardDeviation() {
        return Sums.standardDeviation(comparison.pick(scores, everybody()));
    }

    private int[] everybody() {
        return IntStream.concat(Arrays.stream(comparison.treatedRows()), Arrays.stream(comparison.controlRows()))
                .sorted()
                .toArray();
    }

    /** {@return the share of the units whose score is within {@value #NEAR_THE_END} of 0 or 1} */
    public double shareNearTheEnds() {
        int[] rows = everybody();
        return Arrays.stream(rows)
                        .filter(i -> scores[i] < NEAR_THE_END || scores[i] > 1 - NEAR_THE_END)
                        .count()
                / (double) rows.length;
    }

    /** {@return the share of the treated whose score is above that of every control, or below} */
    public double shareOutsideSupport() {
        double least = Arrays.stream(comparison.controlRows())
                .mapToDouble(i -> scores[i])
                .min()
                .orElse(0);
        double most = Arrays.stream(comparison.controlRows())
                .mapToDouble(i -> scores[i])
                .max()
                .orElse(1);
        int[] treated = comparison.treatedRows();
        return Arrays.stream(treated)
                        .filter(i -> scores[i] < least || scores[i] > most)
                        .count()
                / (double) treated.length;
    }

    /** {@return what somebody should look at: how many units have hardly anybody like them in the other group} */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (shareNearTheEnds() > 0) {
            findings.add(warning(String.format(
                    Locale.ROOT,
                    "propensity scores should keep away from 0 and 1, but %.1f%% are within %s of them",
                    100 * shareNearTheEnds(),
                    NEAR_THE_END)));
        }
        if (shareOutsideSupport() > 0) {
            findings.add(warning(String.format(
                    Locale.ROOT,
                    "treated units should have scores that controls have too, but %.1f%% lie outside the controls' range",
                    100 * shareOutsideSupport())));
        }
        return findings;
    }

    private static Finding warning(String message) {
        return Finding.warning(
                StudyProblem.NO_OVERLAP,
                message + "\nMaybe trim, or ask for the effect on the overlap.",
                Where.column(Comparison.SOURCE, "treated"));
    }
}
