package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * A regression for outcomes that are yes or no (logit) or counts (Poisson), by maximum likelihood.
 *
 * <pre>{@code
 * Design design = Design.withIntercept().number("age", age).categories("sex", sex);
 * GeneralisedLinearFit fit = GeneralisedLinearModel.logit(design, improved).withProfileIntervals().fit();
 * fit.effect().estimate("age"); // log odds a year
 * }</pre>
 *
 * <p><b>Method:</b> iteratively reweighted least squares (Nelder and Wedderburn 1972, doi:10.2307/2344614), over
 * orthonormal columns, so that neither the unit nor the origin of a column matters; it agrees with R's
 * {@code glm(control = list(epsilon = 1e-14))}, while R's usual 1e-8 leaves the sixth digit of a standard error open.
 * <b>Missing values:</b> rows that lack a column, the outcome, the weight, the offset or the cluster are left out, and so
 * are rows of weight nought. <b>Limits:</b> a column that tells the outcome perfectly has no finite coefficient; that is
 * an error, not a huge number. Immutable.
 */
public final class GeneralisedLinearModel {
    /** Which scatter the standard errors allow for. */
    public enum Errors {
        /** What the family says: the inverse of the information. */
        MODEL,
        /** Any scatter, without a correction (White 1980, doi:10.2307/1912934). */
        HC0,
        /** Any scatter, times n / (n - k). */
        HC1
    }

    private static final String SOURCE = "regression";

    private final Family family;
    private final Design design;
    private final double[] outcome;
    private final double @Nullable [] weights;
    private final double @Nullable [] offset;
    private final @Nullable Categories clusters;
    private final Errors errors;
    private final Inference inference;
    private final boolean profile;

    private GeneralisedLinearModel(
            Family family,
            Design design,
            double[] outcome,
            double @Nullable [] weights,
            double @Nullable [] offset,
            @Nullable Categories clusters,
            Errors errors,
            Inference inference,
            boolean profile) {
        this.family = family;
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.offset = offset;
        this.clusters = clusters;
        this.errors = errors;
        this.inference = inference;
        this.profile = profile;
    }

    /**
     * {@return a logistic regression; coefficients are log odds ratios}
     *
     * @param design the columns
     * @param outcome 0 or 1 a row; {@code NaN} is missing
     */
    public static GeneralisedLinearModel logit(Design design, double[] outcome) {
        return of(Family.BINOMIAL, design, outcome);
    }

    /**
     * {@return a Poisson regression; coefficients are log rate ratios}
     *
     * @param design the columns
     * @param outcome a whole number of nought or more a row; {@code NaN} is missing
     */
    public static GeneralisedLinearModel poisson(Design design, double[] outcome) {
        return of(Family.POISSON, design, outcome);
    }

    /**
     * {@return a Poisson regression whose errors grow with the dispersion, Pearson's chi square over its degrees of
     * freedom; tests and intervals are by Student's t}
     *
     * @param design the columns
     * @param outcome nought or more a row; {@code NaN} is missing
     */
    public static GeneralisedLinearModel quasiPoisson(Design design, double[] outcome) {
        return of(Family.QUASI_POISSON, design, outcome);
    }

    private static GeneralisedLinearModel of(Family family, Design design, double[] outcome) {
        return new GeneralisedLinearModel(
                family,
                design,
                requireRows(design, "outcome", outcome.clone()),
                null,
                null,
                null,
                Errors.MODEL,
                Inference.usual(),
                false);
    }

    private static double[] requireRows(Design design, String what, double[] values) {
        if (values.length != design.rows()) {
            throw new IllegalArgumentException("the " + what + " must have as many rows as the design, " + design.rows()
                    + ", but has " + values.length
                    + (design.rows() == 0 ? "\nMaybe add a column to the design: it has only an intercept." : ""));
        }
        return values;
    }

    /**
     * {@return the same, each row counted so many times}
     *
     * @param newWeights nought or more a row
     */
    public GeneralisedLinearModel withWeights(double[] newWeights) {
        double[] copy = requireRows(design, "weights", newWeights.clone());
        return new GeneralisedLinearModel(family, design, outcome, copy, offset, clusters, errors, inference, profile);
    }

    /**
     * {@return the same with a known part of the linear predictor}
     *
     * @param newOffset for example the log of the people at risk, a row
     */
    public GeneralisedLinearModel withOffset(double[] newOffset) {
        double[] copy = requireRows(design, "offset", newOffset.clone());
        return new GeneralisedLinearModel(family, design, outcome, weights, copy, clusters, errors, inference, profile);
    }

    /**
     * {@return the same with errors that allow for likeness within clusters: CR1, the sandwich of the clusters' sums times
     * G / (G - 1) · (n - 1) / (n - k)}
     *
     * @param newClusters a cluster a row
     */
    public GeneralisedLinearModel withClusters(Categories newClusters) {
        if (newClusters.size() != design.rows()) {
            throw new IllegalArgumentException("the clusters must have as many rows as the design, " + design.rows()
                    + ", but have " + newClusters.size());
        }
        return new GeneralisedLinearModel(
                family, design, outcome, weights, offset, newClusters, errors, inference, profile);
    }

    /**
     * {@return the same with other errors}
     *
     * @param newErrors which scatter they allow for
     */
    public GeneralisedLinearModel withErrors(Errors newErrors) {
        return new GeneralisedLinearModel(
                family, design, outcome, weights, offset, clusters, newErrors, inference, profile);
    }

    /**
     * {@return the same with another level, side or value under test}
     *
     * @param newInference what is asked
     */
    public GeneralisedLinearModel withInference(Inference newInference) {
        return new GeneralisedLinearModel(
                family, design, outcome, weights, offset, clusters, errors, newInference, profile);
    }

    /**
     * {@return the same with intervals by the profile of the likelihood in place of Wald's: better where there are few
     * units, infinite where the data do not bound a coefficient} They need the family's errors.
     */
    public GeneralisedLinearModel withProfileIntervals() {
        return new GeneralisedLinearModel(family, design, outcome, weights, offset, clusters, errors, inference, true);
    }

    /**
     * {@return the fit}
     *
     * @throws FindingsException if an outcome is one that the family does not know, a weight is negative, there are too
     *     few rows, columns are combinations of others, a column tells the outcome perfectly, there is one cluster only,
     *     or the steps did not settle
     * @throws IllegalStateException if profile intervals are asked for together with robust or clustered errors, or
     *     robust errors together with clustered ones
     */
    public GeneralisedLinearFit fit() {
        if (profile && (errors != Errors.MODEL || clusters != null)) {
            throw new IllegalStateException("profile intervals must go with the family's errors, but the errors are "
                    + (clusters != null ? "clustered" : errors));
        }
        if (errors != Errors.MODEL && clusters != null) {
            throw new IllegalStateException(
                    "clustered errors are of one kind, CR1, but " + errors + " is asked for too");
        }
        double[][] whole = design.columns();
        int[] rows = rows();
        check(rows);
        double[][] columns = new double[whole.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = pick(whole[j], rows);
        }
        double[] y = pick(outcome, rows);
        double[] w = weights == null ? filled(rows.length, 1) : pick(weights, rows);
        double[] known = offset == null ? new double[rows.length] : pick(offset, rows);
        LeastSquares basis = LeastSquares.solve(columns, y);
        requireIndependent(basis.collinear());
        Likelihood likelihood = new Likelihood(family, orthonormal(basis), y, w, known);
        Likelihood.End end = likelihood.maximise();
        requireSettled(end, columns, basis);
        double[] one = filled(rows.length, 1 / Math.sqrt(rows.length));
        Likelihood nothing = new Likelihood(family, new double[][] {one}, y, w, known);
        FitParts parts = new FitParts(
                family,
                design.names(),
                basis.triangleInverse(),
                likelihood,
                end.point,
                nothing.maximise().point.deviance,
                y,
                w,
                columns,
                known,
                clusters == null ? null : clusters.select(rows).withoutEmpty());
        return new GeneralisedLinearFit(parts, errors, inference, profile, predicted(whole, parts));
    }

    private int[] rows() {
        return Arrays.stream(design.completeRows())
                .filter(i -> !Double.isNaN(outcome[i])
                        && (weights == null || (weights[i] != 0 && !Double.isNaN(weights[i])))
                        && (offset == null || !Double.isNaN(offset[i]))
                        && (clusters == null || clusters.code(i) != Categories.MISSING))
                .toArray();
    }

    private void check(int[] rows) {
        Findings findings = new Findings();
        for (int i : rows) {
            if (!family.allows(outcome[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "an outcome must be " + (family == Family.BINOMIAL ? "0 or 1" : "a count of nought or more")
                                + ", but is not",
                        Where.cell(SOURCE, i + 1, "outcome"));
            }
            if (weights != null && !(weights[i] > 0 && Double.isFinite(weights[i]))) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a weight must be nought or more and finite, but is not",
                        Where.cell(SOURCE, i + 1, "weights"));
            }
            if (offset != null && Double.isInfinite(offset[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "an offset must be finite, but is not\nMaybe nobody was at risk there: leave the row out.",
                        Where.cell(SOURCE, i + 1, "offset"));
            }
        }
        int needed = design.names().size() + (isScaled() ? 1 : 0);
        if (rows.length < needed) {
            findings.error(
                    StudyProblem.TOO_FEW,
                    "the complete rows must be " + needed + " or more for these columns and errors, but are "
                            + rows.length,
                    Where.file(SOURCE));
        }
        if (clusters != null && clusters.select(rows).withoutEmpty().labels().size() < 2) {
            findings.error(
                    StudyProblem.ONE_CLUSTER,
                    "the rows must be of two clusters or more, but are of fewer",
                    Where.column(SOURCE, "clusters"));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        requireVarying(rows);
    }

    /** Whether a factor has the rows without the coefficients below the line. */
    private boolean isScaled() {
        return family == Family.QUASI_POISSON || errors == Errors.HC1 || clusters != null;
    }

    private void requireVarying(int[] rows) {
        double first = outcome[rows[0]];
        if (Arrays.stream(rows).allMatch(i -> outcome[i] == first) && (family == Family.BINOMIAL || first == 0)) {
            throw failure(StudyProblem.NO_VARIATION, "the outcome must vary, but is the same in every row", "outcome");
        }
    }

    private void requireIndependent(List<Integer> collinear) {
        if (!collinear.isEmpty()) {
            List<Finding> findings = new ArrayList<>();
            for (int j : collinear) {
                String name = design.names().get(j);
                findings.add(Finding.error(
                        StudyProblem.COLLINEAR,
                        "the column '" + name + "' must not be a combination of those before it, but is one\n"
                                + "Maybe leave it out: it does not vary, or repeats others.",
                        Where.column(SOURCE, name)));
            }
            throw new FindingsException(findings);
        }
    }

    private void requireSettled(Likelihood.End end, double[][] columns, LeastSquares basis) {
        if (end.escape != null) {
            throw new FindingsException(
                    List.of(Separation.finding(end.escape, design.names(), columns, basis.triangleInverse(), SOURCE)));
        }
        if (!end.settled) {
            throw failure(
                    StudyProblem.NOT_SETTLED,
                    "the steps to the best fit must settle, but did not\nMaybe columns are nearly combinations of"
                            + " others, or nearly tell the outcome.",
                    "outcome");
        }
    }

    private static FindingsException failure(StudyProblem problem, String message, String column) {
        return FindingsException.error(problem, message, Where.column(SOURCE, column));
    }

    private double[] predicted(double[][] whole, FitParts parts) {
        double[] coefficients = parts.coefficients();
        double[] predicted = filled(outcome.length, Double.NaN);
        double[] row = new double[whole.length];
        for (int i : design.completeRows()) {
            for (int j = 0; j < row.length; j++) {
                row[j] = whole[j][i];
            }
            predicted[i] = family.mean(parts.predictor(row, coefficients) + (offset == null ? 0 : offset[i]));
        }
        return predicted;
    }

    private static double[][] orthonormal(LeastSquares basis) {
        double[][] q = new double[basis.columns()][basis.rows()];
        for (int j = 0; j < q.length; j++) {
            for (int i = 0; i < q[j].length; i++) {
                q[j][i] = basis.orthonormal(i, j);
            }
        }
        return q;
    }

    private static double[] pick(double[] from, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> from[row]).toArray();
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
