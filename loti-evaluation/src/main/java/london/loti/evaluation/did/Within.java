package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Least squares on what is left of outcome and columns once the means of units and periods are taken out, by turns until
 * they settle. Errors allow for clusters as R's fixest does by default: the factor G / (G - 1) · (n - 1) / (n - K), where
 * K leaves out fixed effects of units that lie within clusters, and t with G - 1 degrees of freedom.
 */
final class Within {
    private static final int MOST_TURNS = 10_000;
    private static final double SETTLED = 1e-13;
    private static final double NOTHING_LEFT = 1e-9;

    private final Panel panel;
    private final int[] rows;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final double[] outcome;

    Within(Panel panel, int[] rows, double[] outcome) {
        this.panel = panel;
        this.rows = rows;
        this.outcome = demeaned(outcome);
    }

    /** Adds a column for the rows that are used. */
    void add(String name, double[] values) {
        double[] left = demeaned(values);
        if (Sums.dot(left, left) <= NOTHING_LEFT * NOTHING_LEFT * Sums.dot(values, values)) {
            throw FindingsException.error(
                    StudyProblem.COLLINEAR,
                    "a column must vary both between and within units, but units and periods tell it all"
                            + "\nMaybe every unit is treated at the same time, or the treatment never changes.",
                    Where.column(panel.table().source(), name));
        }
        names.add(name);
        columns.add(left);
    }

    /** Fits, and describes the fit; estimates come in the order of the columns. */
    void fit(Effect.Builder effect, Categories clusters, Inference inference) {
        LeastSquares fit = LeastSquares.solve(columns.toArray(double[][]::new), outcome);
        if (!fit.collinear().isEmpty()) {
            throw new FindingsException(fit.collinear().stream()
                    .map(column -> Finding.error(
                            StudyProblem.COLLINEAR,
                            "a column must not be a combination of the others, but is one\nMaybe leave it out.",
                            Where.column(panel.table().source(), names.get(column))))
                    .toList());
        }
        Categories used = clusters.select(rows).withoutEmpty();
        int g = used.labels().size();
        if (g < 2) {
            throw FindingsException.error(
                    StudyProblem.ONE_CLUSTER,
                    "errors that allow for clusters must have at least two clusters, but there is one"
                            + "\nMaybe cluster by the unit.",
                    Where.file(panel.table().source()));
        }
        int n = rows.length;
        int periods = periodsSeen();
        int parameters = names.size() + periods + (nested(used) ? 0 : unitCount() - 1);
        if (n <= parameters) {
            throw FindingsException.error(
                    StudyProblem.TOO_FEW,
                    "there must be more complete rows than columns and fixed effects, but there are " + n + " for "
                            + parameters + "\nMaybe cluster by the unit, or use fewer columns.",
                    Where.file(panel.table().source()));
        }
        double factor = (double) g / (g - 1) * (n - 1) / (n - parameters);
        double[][] covariance = covariance(fit, used);
        double[] coefficients = fit.coefficients();
        for (int j = 0; j < names.size(); j++) {
            effect.estimate(
                    inference.student(names.get(j), coefficients[j], Math.sqrt(covariance[j][j] * factor), g - 1));
        }
        effect.asked(inference)
                .clusters(g)
                .convention("errors", "CR1")
                .convention("df", "clusters - 1")
                .convention("fixed_effects", panel.unitColumn() + ", " + panel.periodColumn())
                .diagnostic("r_squared_within", 1 - fit.residualSquares() / Sums.dot(outcome, outcome))
                .diagnostic("units", unitCount())
                .diagnostic("periods", periods)
                .diagnostic("rows_left_out", panel.table().rows() - n);
    }

    private double[][] covariance(LeastSquares fit, Categories clusters) {
        int p = fit.columns();
        double[] residuals = fit.residuals();
        double[][] scores = new double[clusters.labels().size()][p];
        for (int i = 0; i < residuals.length; i++) {
            double[] score = scores[clusters.code(i)];
            for (int j = 0; j < p; j++) {
                score[j] += columns.get(j)[i] * residuals[i];
            }
        }
        double[][] bread = fit.crossInverse();
        double[][] covariance = new double[p][p];
        for (double[] score : scores) {
            double[] influence = Matrices.multiply(bread, score);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    covariance[i][j] += influence[i] * influence[j];
                }
            }
        }
        return covariance;
    }

    private int periodsSeen() {
        return (int) Arrays.stream(rows).map(panel::periodOf).distinct().count();
    }

    private int unitCount() {
        return panel.units().select(rows).withoutEmpty().labels().size();
    }

    /** Whether each unit lies in one cluster. */
    private boolean nested(Categories clusters) {
        int[] clusterOf = new int[panel.units().labels().size()];
        Arrays.fill(clusterOf, -1);
        for (int i = 0; i < rows.length; i++) {
            int u = panel.units().code(rows[i]);
            if (clusterOf[u] >= 0 && clusterOf[u] != clusters.code(i)) {
                return false;
            }
            clusterOf[u] = clusters.code(i);
        }
        return true;
    }

    private double[] demeaned(double[] values) {
        double[] left = values.clone();
        int[] unitOf = new int[rows.length];
        int[] periodOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            unitOf[i] = panel.units().code(rows[i]);
            periodOf[i] = panel.periodOf(rows[i]);
        }
        double size = Math.sqrt(Sums.dot(values, values) / Math.max(1, values.length));
        int units = panel.units().labels().size();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            double moved = Math.max(takeOut(left, unitOf, units), takeOut(left, periodOf, panel.periodCount()));
            if (moved <= SETTLED * size) {
                return left;
            }
        }
        throw FindingsException.error(
                StudyProblem.NOT_SETTLED,
                "the means of units and periods must settle, but did not in " + MOST_TURNS + " turns"
                        + "\nMaybe units are seen in periods that never overlap.",
                Where.file(panel.table().source()));
    }

    /** Takes the groups' means out, and returns the largest of them. */
    private static double takeOut(double[] values, int[] groupOf, int groups) {
        double[] sums = new double[groups];
        int[] counts = new int[groups];
        for (int i = 0; i < values.length; i++) {
            sums[groupOf[i]] += values[i];
            counts[groupOf[i]]++;
        }
        double largest = 0;
        for (int g = 0; g < groups; g++) {
            if (counts[g] > 0) {
                sums[g] /= counts[g];
                largest = Math.max(largest, Math.abs(sums[g]));
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sums[groupOf[i]];
        }
        return largest;
    }
}
