package london.loti.evaluation.regression;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.study.Categories;

/** A fit as the steps left it, and what follows from it. */
final class FitParts {
    final Family family;
    final List<String> names;
    final double[][] triangleInverse;
    final Likelihood likelihood;
    final Likelihood.Point top;
    final double nullDeviance;
    final @Nullable Categories clusters;
    private final double[] outcome;
    private final double[] weights;
    private final double[][] columns;
    private final double[] offset;
    private final double[][] bread;

    FitParts(
            Family family,
            List<String> names,
            double[][] triangleInverse,
            Likelihood likelihood,
            Likelihood.Point top,
            double nullDeviance,
            double[] outcome,
            double[] weights,
            double[][] columns,
            double[] offset,
            @Nullable Categories clusters) {
        this.family = family;
        this.names = names;
        this.triangleInverse = triangleInverse;
        this.likelihood = likelihood;
        this.top = top;
        this.nullDeviance = nullDeviance;
        this.outcome = outcome;
        this.weights = weights;
        this.columns = columns;
        this.offset = offset;
        this.clusters = clusters;
        this.bread = Matrices.inverse(Matrices.cholesky(top.information));
    }

    int rows() {
        return outcome.length;
    }

    int parameters() {
        return names.size();
    }

    double[] coefficients() {
        return Matrices.multiply(triangleInverse, top.theta);
    }

    double predictor(double[] row, double[] coefficients) {
        DoubleDouble sum = new DoubleDouble();
        for (int j = 0; j < row.length; j++) {
            sum.addProduct(row[j], coefficients[j]);
        }
        return sum.value();
    }

    double dispersion() {
        if (family != Family.QUASI_POISSON) {
            return 1;
        }
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < outcome.length; i++) {
            double residual = family.residual(outcome[i], top.eta[i]);
            sum.add(weights[i] * residual * residual / family.variance(top.eta[i]));
        }
        return sum.value() / (outcome.length - names.size());
    }

    double[][] covariance(GeneralisedLinearModel.Errors errors) {
        int n = rows();
        int k = parameters();
        if (clusters != null) {
            int groups = clusters.labels().size();
            double factor = groups / (groups - 1.0) * (n - 1.0) / (n - k);
            return back(scaled(Matrices.sandwich(bread, clustered(clusters)), factor));
        }
        return switch (errors) {
            case MODEL -> back(scaled(bread, dispersion()));
            case HC0 -> back(Matrices.sandwich(bread, meat()));
            case HC1 -> back(scaled(Matrices.sandwich(bread, meat()), n / (double) (n - k)));
        };
    }

    private double[][] meat() {
        double[] squares = new double[rows()];
        for (int i = 0; i < squares.length; i++) {
            double score = weights[i] * family.residual(outcome[i], top.eta[i]);
            squares[i] = score * score;
        }
        return likelihood.cross(squares);
    }

    private double[][] clustered(Categories by) {
        double[][] sums = new double[parameters()][by.labels().size()];
        for (int j = 0; j < sums.length; j++) {
            double[] unit = new double[sums.length];
            unit[j] = 1;
            double[] column = likelihood.combine(unit);
            for (int i = 0; i < column.length; i++) {
                sums[j][by.code(i)] += weights[i] * family.residual(outcome[i], top.eta[i]) * column[i];
            }
        }
        double[][] meat = new double[sums.length][];
        for (int j = 0; j < sums.length; j++) {
            meat[j] = Matrices.multiply(sums, sums[j]);
        }
        return meat;
    }

    private double[][] back(double[][] overTheta) {
        int p = parameters();
        double[][] turned = new double[p][];
        double[][] half = Matrices.multiply(triangleInverse, overTheta);
        for (int i = 0; i < p; i++) {
            turned[i] = Matrices.multiply(triangleInverse, half[i]);
        }
        return turned;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(v -> v * factor).toArray())
                .toArray(double[][]::new);
    }

    /** Minus twice the log likelihood and twice the number of coefficients; a quasi-likelihood has none. */
    double aic() {
        if (family == Family.QUASI_POISSON) {
            return Double.NaN;
        }
        if (family == Family.BINOMIAL) {
            return top.deviance + 2.0 * parameters();
        }
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < outcome.length; i++) {
            double mean = family.mean(top.eta[i]);
            sum.add(weights[i] * PoissonDistribution.of(mean).logProbability((int) outcome[i]));
        }
        return -2 * sum.value() + 2.0 * parameters();
    }

    String hash() {
        DataHash hash = DataHash.start().add(names);
        for (double[] column : columns) {
            hash.add(column);
        }
        hash.add(outcome).add(weights).add(offset);
        if (clusters != null) {
            hash.add(clusters.codes());
        }
        return hash.finish();
    }
}
