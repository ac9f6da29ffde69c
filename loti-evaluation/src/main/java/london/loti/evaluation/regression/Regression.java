package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.regression.StandardErrors.ClusterType;
import london.loti.evaluation.regression.StandardErrors.RobustType;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Ordinary and weighted least squares with the standard errors of one's choice. Rows with a missing outcome, column,
 * weight or cluster are left out. Coefficients and classical errors have all the digits that the data's doubles hold
 * (they reach what exact rational arithmetic gives on NIST's eleven linear sets). Immutable.
 *
 * <p>Tests and intervals are by Student's t with n - p degrees of freedom for classical, robust and Newey-West errors, with
 * G - 1 for CR0 and CR1 (the smaller G of two), and with Satterthwaite's for CR2.
 */
public final class Regression {
    private static final String SOURCE = "design";
    private static final double FULL_LEVERAGE = 1 - 1e-10;

    private final Design design;
    private final double[] outcome;
    private final double @Nullable [] weights;
    private final StandardErrors errors;
    private final Inference inference;
    private final @Nullable String dataHash;

    private Regression(
            Design design,
            double[] outcome,
            double @Nullable [] weights,
            StandardErrors errors,
            Inference inference,
            @Nullable String dataHash) {
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.errors = errors;
        this.inference = inference;
        this.dataHash = dataHash;
    }

    /**
     * {@return a regression with classical errors}
     *
     * @param design the columns that explain the outcome
     * @param outcome a number a row; {@code NaN} is missing
     * @throws IllegalArgumentException if the two have different numbers of rows
     */
    public static Regression of(Design design, double[] outcome) {
        requireRows(design, outcome.length, "the outcome");
        return new Regression(design, outcome.clone(), null, StandardErrors.classical(), Inference.usual(), null);
    }

    /**
     * {@return the same with weights: a row's squared residual counts so often}
     *
     * @param newWeights a weight a row, at least 0; a row of weight 0 takes no part; {@code NaN} is missing
     * @throws IllegalArgumentException if there is not a weight a row
     * @throws FindingsException if a weight is negative or infinite; all such rows are told
     */
    public Regression withWeights(double[] newWeights) {
        requireRows(design, newWeights.length, "the weights");
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < newWeights.length; i++) {
            if (newWeights[i] < 0 || Double.isInfinite(newWeights[i])) {
                findings.add(Finding.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a weight must be nought or more and finite, but is not",
                        Where.cell(SOURCE, i + 1, "weights")));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new Regression(design, outcome, newWeights.clone(), errors, inference, dataHash);
    }

    /**
     * {@return the same with other standard errors}
     *
     * @param newErrors from what the errors are made
     */
    public Regression withErrors(StandardErrors newErrors) {
        if (newErrors instanceof StandardErrors.Clustered clustered) {
            clustered.clusters().forEach(clusters -> requireRows(design, clusters.size(), "the clusters"));
        }
        return new Regression(design, outcome, weights, newErrors, inference, dataHash);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked of each coefficient
     */
    public Regression withInference(Inference newInference) {
        return new Regression(design, outcome, weights, errors, newInference, dataHash);
    }

    /**
     * {@return the same for data whose hash is known, as a table's is}
     *
     * @param hash the SHA-256
     */
    public Regression withDataHash(String hash) {
        return new Regression(design, outcome, weights, errors, inference, hash);
    }

    private static void requireRows(Design design, int rows, String what) {
        if (rows != design.rows()) {
            throw new IllegalArgumentException(
                    what + " must have " + design.rows() + " rows like the design, but has " + rows);
        }
    }

    /**
     * {@return the fit}
     *
     * @throws FindingsException if there are no more rows than columns, a column is a combination of others, or errors are
     *     to allow for clusters and there is one
     */
    public RegressionFit fit() {
        int[] rows = Arrays.stream(design.completeRows()).filter(this::isUsed).toArray();
        Design used = design.select(rows);
        double[] y = Arrays.stream(rows).mapToDouble(row -> outcome[row]).toArray();
        int p = used.names().size();
        if (rows.length <= p) {
            throw problem(
                    StudyProblem.TOO_FEW,
                    "a regression must have more complete rows than columns, but has " + rows.length + " rows and " + p
                            + " columns\nMaybe use fewer covariates, or see which column is missing so often.",
                    Where.file(SOURCE));
        }
        double[][] columns = used.columns();
        double[][] rests = used.rests();
        double[] target = y.clone();
        double[] w = weights == null
                ? new double[0]
                : Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
        if (weights != null) {
            scale(columns, rests, target, w);
        }
        LeastSquares fit = LeastSquares.solve(columns, rests, target);
        if (!fit.collinear().isEmpty()) {
            throw new FindingsException(fit.collinear().stream()
                    .map(column -> Finding.error(
                            StudyProblem.COLLINEAR,
                            "a column must not be a combination of those before it, but is one"
                                    + "\nMaybe leave it out, or leave out what it repeats.",
                            Where.column(SOURCE, used.names().get(column))))
                    .toList());
        }
        Covariance covariance = covariance(fit, columns, rows, used.names());
        Effect.Builder effect = Effect.builder(weights == null ? "ols" : "wls", rows.length)
                .asked(inference)
                .convention("errors", errors.label())
                .dataHash(dataHash == null ? hash(columns, target) : dataHash)
                .diagnostic("df_residual", rows.length - p)
                .diagnostic("rows_left_out", outcome.length - rows.length);
        requireKnown(covariance, used.names());
        covariance.describe(effect);
        double[] coefficients = fit.coefficients();
        for (int j = 0; j < p; j++) {
            effect.estimate(inference.student(
                    used.names().get(j), coefficients[j], Math.sqrt(covariance.matrix[j][j]), covariance.freedom[j]));
        }
        new Goodness(fit, target, w, used.names().contains(Design.INTERCEPT)).describe(effect);
        effect.assumes("The outcome goes up and down in a straight line with each column, the others held.")
                .assumes(
                        errors instanceof StandardErrors.Clustered
                                ? "Clusters are independent of each other; rows of one need not be."
                                : errors instanceof StandardErrors.NeweyWest
                                        ? "Rows far apart in time are independent."
                                        : "Rows are independent of each other.");
        return new RegressionFit(effect.build(), covariance.matrix, rows, unscaled(used, coefficients, y));
    }

    /** The sum of the errors of two columns of clusters, less those of both, can come out below 0. */
    private static void requireKnown(Covariance covariance, List<String> names) {
        List<Finding> findings = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (!(covariance.matrix[j][j] >= 0)) {
                findings.add(Finding.error(
                        StudyProblem.TOO_FEW,
                        "an error that allows for two columns of clusters must not come out below nought, but does"
                                + "\nMaybe name one column of clusters: there are too few for two.",
                        Where.column(SOURCE, names.get(j))));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private boolean isUsed(int row) {
        boolean there = !Double.isNaN(outcome[row]);
        if (weights != null) {
            there &= weights[row] > 0;
        }
        if (errors instanceof StandardErrors.Clustered clustered) {
            there &= clustered.clusters().stream().noneMatch(clusters -> clusters.code(row) == Categories.MISSING);
        }
        return there;
    }

    private static void scale(double[][] columns, double[][] rests, double[] target, double[] w) {
        DoubleDouble root = new DoubleDouble();
        DoubleDouble value = new DoubleDouble();
        for (int j = 0; j < columns.length; j++) {
            if (rests[j].length == 0) {
                rests[j] = new double[w.length];
            }
        }
        for (int i = 0; i < w.length; i++) {
            root.set(w[i]).squareRoot();
            for (int j = 0; j < columns.length; j++) {
                value.set(columns[j][i], rests[j][i]).multiply(root.value(), root.rest());
                columns[j][i] = value.value();
                rests[j][i] = value.rest();
            }
            target[i] *= root.value();
        }
    }

    private static String hash(double[][] columns, double[] target) {
        DataHash hash = DataHash.start().add(target);
        for (double[] column : columns) {
            hash.add(column);
        }
        return hash.finish();
    }

    private static double[] unscaled(Design design, double[] coefficients, double[] y) {
        double[] residuals = y.clone();
        double[][] columns = design.columns();
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < y.length; i++) {
                residuals[i] -= coefficients[j] * columns[j][i];
            }
        }
        return residuals;
    }

    private Covariance covariance(LeastSquares fit, double[][] columns, int[] rows, List<String> names) {
        int p = fit.columns();
        double freedom = fit.rows() - p;
        Sandwich sandwich = new Sandwich(fit);
        if (errors instanceof StandardErrors.Robust robust) {
            requireNoFullLeverage(fit, robust.type(), rows);
            return new Covariance(sandwich.robust(robust.type()), same(p, freedom));
        }
        if (errors instanceof StandardErrors.NeweyWest neweyWest) {
            NeweyWestErrors made = new NeweyWestErrors(fit, columns);
            int lag = neweyWest.lag() >= 0
                    ? neweyWest.lag()
                    : (int) Math.floor(made.bandwidth(names.contains(Design.INTERCEPT), neweyWest.prewhitened()));
            Covariance covariance = new Covariance(
                    made.covariance(lag, neweyWest.adjusted(), neweyWest.prewhitened()), same(p, freedom));
            covariance.convention("lag", Integer.toString(lag));
            covariance.convention("adjusted", Boolean.toString(neweyWest.adjusted()));
            covariance.convention("prewhitened", Boolean.toString(neweyWest.prewhitened()));
            return covariance;
        }
        if (errors instanceof StandardErrors.Clustered clustered) {
            return clustered(sandwich, clustered, rows, p);
        }
        double[][] matrix = fit.crossInverse();
        double spread = fit.residualSquares() / freedom;
        for (double[] row : matrix) {
            for (int j = 0; j < p; j++) {
                row[j] *= spread;
            }
        }
        return new Covariance(matrix, same(p, freedom));
    }

    /** What is left of a row that alone tells a column is nought, and would be divided by nought. */
    private static void requireNoFullLeverage(LeastSquares fit, RobustType type, int[] rows) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rows.length && type != RobustType.HC0 && type != RobustType.HC1; i++) {
            if (fit.leverage(i) > FULL_LEVERAGE) {
                findings.add(Finding.error(
                        StudyProblem.TOO_FEW,
                        "no row must alone tell a column where errors are of the kind " + type + ", but this one does"
                                + "\nMaybe ask for HC1, or merge a group of one with another.",
                        Where.line(SOURCE, rows[i] + 1)));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private Covariance clustered(Sandwich sandwich, StandardErrors.Clustered clustered, int[] rows, int p) {
        List<Categories> clusters = clustered.clusters().stream()
                .map(column -> column.select(rows).withoutEmpty())
                .toList();
        int fewest = clusters.stream()
                .mapToInt(column -> column.labels().size())
                .min()
                .orElseThrow();
        if (fewest < 2) {
            throw problem(
                    StudyProblem.ONE_CLUSTER,
                    "errors that allow for clusters must have at least two clusters, but there is one"
                            + "\nMaybe cluster by a smaller unit, or compare by exact tests.",
                    Where.file(SOURCE));
        }
        Covariance covariance;
        if (clustered.type() == ClusterType.CR2) {
            Sandwich.Reduced reduced = sandwich.biasReduced(clusters.get(0));
            covariance = new Covariance(reduced.covariance, reduced.freedom);
        } else if (clusters.size() == 1) {
            covariance = new Covariance(scaled(sandwich, clusters.get(0), clustered.type()), same(p, fewest - 1));
        } else {
            Categories both = Clusters.crossed(clusters.get(0), clusters.get(1));
            double[][] first = scaled(sandwich, clusters.get(0), clustered.type());
            double[][] second = scaled(sandwich, clusters.get(1), clustered.type());
            double[][] shared = scaled(sandwich, both, clustered.type());
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    first[i][j] += second[i][j] - shared[i][j];
                }
            }
            covariance = new Covariance(first, same(p, fewest - 1));
        }
        covariance.clusters = fewest;
        covariance.convention("df", clustered.type() == ClusterType.CR2 ? "Satterthwaite" : "clusters - 1");
        return covariance;
    }

    private static double[][] scaled(Sandwich sandwich, Categories clusters, ClusterType type) {
        double[][] matrix = sandwich.clustered(clusters);
        double factor = sandwich.clusterFactor(clusters, type);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return matrix;
    }

    private static double[] same(int p, double freedom) {
        double[] all = new double[p];
        Arrays.fill(all, freedom);
        return all;
    }

    private static FindingsException problem(StudyProblem problem, String message, Where where) {
        return FindingsException.error(problem, message, where);
    }

    /** A covariance, the degrees of freedom of each coefficient, and what must be told of both. */
    private static final class Covariance {
        private final double[][] matrix;
        private final double[] freedom;
        private final Map<String, String> conventions = new TreeMap<>();
        private int clusters;

        Covariance(double[][] matrix, double[] freedom) {
            this.matrix = matrix;
            this.freedom = freedom;
        }

        void convention(String name, String value) {
            conventions.put(name, value);
        }

        void describe(Effect.Builder effect) {
            conventions.forEach(effect::convention);
            if (clusters > 0) {
                effect.clusters(clusters);
            }
        }
    }
}
