package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Who was treated, and what was measured of everybody before. The outcome is not among it: groups are made comparable
 * without looking at it.
 *
 * <pre>{@code
 * Design covariates = Design.withIntercept().number("age", age).categories("race", race);
 * Comparison comparison = Comparison.of(treated, covariates);
 * GroupWeights weights = EntropyBalancing.of(comparison).weights();
 * weights.balance().largest(); // how far the groups still differ
 * weights.effect(outcome);
 * }</pre>
 *
 * <p>Rows that lack the treatment or a covariate take no part: their weight is nought. Immutable.
 */
public final class Comparison {
    static final String SOURCE = "comparison";

    private static final String TREATED = "treated";

    private final Design design;
    private final double[] treated;
    private final List<String> names;
    private final double[][] columns;
    private final int[] treatedRows;
    private final int[] controlRows;

    private Comparison(Design design, double[] treated, int[] treatedRows, int[] controlRows) {
        this.design = design;
        this.treated = treated;
        List<String> all = design.names();
        this.names = all.subList(1, all.size());
        double[][] withIntercept = design.columns();
        this.columns = Arrays.copyOfRange(withIntercept, 1, withIntercept.length);
        this.treatedRows = treatedRows;
        this.controlRows = controlRows;
    }

    /**
     * {@return a comparison}
     *
     * @param treated 1 for a treated unit, 0 for a control, a unit a row; {@code NaN} is missing
     * @param covariates what was measured before the treatment, as many rows
     * @throws FindingsException if a value of the treatment is another, a group is empty, or a covariate does not vary
     * @throws IllegalArgumentException if the rows are not as many
     */
    public static Comparison of(double[] treated, Design covariates) {
        if (treated.length != covariates.rows()) {
            throw new IllegalArgumentException("the treatment must have as many rows as the covariates, "
                    + covariates.rows() + ", but has " + treated.length);
        }
        if (!covariates.hasIntercept()) {
            throw new IllegalArgumentException("covariates must be a design with an intercept, but have none");
        }
        Findings findings = new Findings();
        for (int i = 0; i < treated.length; i++) {
            if (!Double.isNaN(treated[i]) && treated[i] != 0 && treated[i] != 1) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "the treatment must be 0 or 1, but is not",
                        Where.cell(SOURCE, i + 1, TREATED));
            }
        }
        int[] complete = covariates.completeRows();
        int[] ones = Arrays.stream(complete).filter(i -> treated[i] == 1).toArray();
        int[] noughts = Arrays.stream(complete).filter(i -> treated[i] == 0).toArray();
        if (ones.length == 0) {
            findings.error(StudyProblem.ONE_GROUP, nobody("treated"), Where.column(SOURCE, TREATED));
        }
        if (noughts.length == 0) {
            findings.error(StudyProblem.NOBODY_UNTREATED, nobody("a control"), Where.column(SOURCE, TREATED));
        }
        Comparison comparison = new Comparison(covariates, treated.clone(), ones, noughts);
        if (!findings.hasErrors()) {
            comparison.requireVarying(findings);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return comparison;
    }

    private static String nobody(String what) {
        return "somebody must be " + what + ", but of the rows without a gap nobody is";
    }

    private void requireVarying(Findings findings) {
        for (int j = 0; j < columns.length; j++) {
            double first = columns[j][treatedRows[0]];
            double[] column = columns[j];
            if (Arrays.stream(treatedRows).allMatch(i -> column[i] == first)
                    && Arrays.stream(controlRows).allMatch(i -> column[i] == first)) {
                findings.error(
                        StudyProblem.NO_VARIATION,
                        "a covariate must vary, but '" + names.get(j) + "' does not\nMaybe leave it out.",
                        Where.column(SOURCE, names.get(j)));
            }
        }
    }

    /** {@return the number of rows, those that take no part too} */
    public int rows() {
        return treated.length;
    }

    /** {@return the names of the covariates' columns, without an intercept} */
    public List<String> names() {
        return names;
    }

    /** {@return the rows of the treated that take part, in their order} */
    public int[] treatedRows() {
        return treatedRows.clone();
    }

    /** {@return the rows of the controls that take part, in their order} */
    public int[] controlRows() {
        return controlRows.clone();
    }

    Design design() {
        return design;
    }

    double[] treated() {
        return treated;
    }

    double[] column(int j) {
        return columns[j];
    }

    /** What tables of balance show: every label of every category, and every column of numbers. */
    Map<String, double[]> everyLevel() {
        return design.everyLevel();
    }

    double[] pick(double[] from, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = from[rows[i]];
        }
        return picked;
    }

    double[] requireRows(String what, double[] values) {
        if (values.length != rows()) {
            throw new IllegalArgumentException("the " + what + " must have as many rows as the comparison, " + rows()
                    + ", but has " + values.length);
        }
        return values;
    }

    FindingsException failure(StudyProblem problem, String message, String column) {
        return FindingsException.error(problem, message, Where.column(SOURCE, column));
    }

    String hash(double[] outcome) {
        DataHash hash = DataHash.start().add(new ArrayList<>(names)).add(treated);
        for (double[] column : columns) {
            hash.add(column);
        }
        return hash.add(outcome).finish();
    }
}
