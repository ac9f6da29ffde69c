package london.loti.evaluation.balance;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/** Mahalanobis' distance with the covariance within groups: covariates turned so that it is the plain distance. */
final class Mahalanobis {
    private final double[][] turned;

    private Mahalanobis(double[][] turned) {
        this.turned = turned;
    }

    static Mahalanobis of(Comparison comparison) {
        int[][] groups = {comparison.treatedRows(), comparison.controlRows()};
        int p = comparison.names().size();
        double[][] scatter = new double[p][p];
        for (int[] rows : groups) {
            for (int a = 0; a < p; a++) {
                double[] x = comparison.pick(comparison.column(a), rows);
                for (int b = 0; b <= a && rows.length > 1; b++) {
                    double products =
                            Sums.covariance(x, comparison.pick(comparison.column(b), rows)) * (rows.length - 1);
                    scatter[a][b] += products;
                    scatter[b][a] = scatter[a][b];
                }
            }
        }
        double freedom = groups[0].length + groups[1].length - 2.0;
        for (double[] row : scatter) {
            for (int b = 0; b < p; b++) {
                row[b] /= freedom;
            }
        }
        double[][] lower = Matrices.cholesky(scatter);
        if (lower.length == 0) {
            throw comparison.failure(
                    StudyProblem.COLLINEAR,
                    "covariates must vary within groups and not be combinations of others, but one of "
                            + comparison.names() + " does not or is one\nMaybe leave it out.",
                    "covariates");
        }
        return new Mahalanobis(turn(comparison, groups, lower));
    }

    private static double[][] turn(Comparison comparison, int[][] groups, double[][] lower) {
        double[][] turned = new double[comparison.rows()][];
        for (int[] rows : groups) {
            for (int i : rows) {
                double[] row = new double[lower.length];
                for (int a = 0; a < row.length; a++) {
                    double left = comparison.column(a)[i];
                    for (int b = 0; b < a; b++) {
                        left -= lower[a][b] * row[b];
                    }
                    row[a] = left / lower[a][a];
                }
                turned[i] = row;
            }
        }
        return turned;
    }

    /** The squared distance of two rows; no more than known to be too far where it is. */
    double squared(int one, int other, double enough) {
        double sum = 0;
        for (int a = 0; a < turned[one].length && sum < enough; a++) {
            double apart = turned[one][a] - turned[other][a];
            sum += apart * apart;
        }
        return sum;
    }
}
