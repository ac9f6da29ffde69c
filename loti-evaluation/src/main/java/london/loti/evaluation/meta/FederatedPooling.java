package london.loti.evaluation.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * One regression over the people of several councils, without a row leaving any, in two rounds:
 *
 * <ol>
 *   <li>each council sends {@link CouncilData#firstShare}; {@link #firstRound} gives the coefficients;
 *   <li>each council is told the coefficients and sends {@link CouncilData#secondShare}; {@link #secondRound} gives the
 *       errors, which allow for clusters.
 * </ol>
 *
 * <p>Coefficients and errors are exactly those of ordinary least squares with cluster-robust errors (CR1) over the pooled
 * rows, up to rounding. One round is not enough, since a residual needs the pooled coefficients.
 */
public final class FederatedPooling {
    private FederatedPooling() {}

    /**
     * {@return the pooled coefficients}
     *
     * @param shares a share a council, of the same columns
     * @throws IllegalArgumentException if there is none, or they are of other columns, or a council sent two
     * @throws FindingsException if there are too few people or columns are combinations of others
     */
    public static PooledCoefficients firstRound(List<FirstShare> shares) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("the first round needs shares, but had none");
        }
        List<String> columns = shares.get(0).columns();
        int p = columns.size();
        for (FirstShare share : shares) {
            if (!share.columns().equals(columns)) {
                throw new IllegalArgumentException("the shares must be of the same columns in the same order, but were"
                        + " of " + columns + " and " + share.columns());
            }
        }
        List<String> councils = shares.stream().map(FirstShare::council).toList();
        if (new HashSet<>(councils).size() < councils.size()) {
            throw new IllegalArgumentException("a council must send one share, but one sent more");
        }
        int n = shares.stream().mapToInt(FirstShare::n).sum();
        double[][] cross = new double[p][p];
        double[] crossOutcome = new double[p];
        for (int i = 0; i < p; i++) {
            DoubleDouble ofOutcome = new DoubleDouble();
            for (FirstShare share : shares) {
                ofOutcome.add(share.crossOutcome().get(i));
            }
            crossOutcome[i] = ofOutcome.value();
            for (int j = 0; j < p; j++) {
                DoubleDouble sum = new DoubleDouble();
                for (FirstShare share : shares) {
                    sum.add(share.cross().get(i).get(j));
                }
                cross[i][j] = sum.value();
            }
        }
        double[][] lower = Matrices.cholesky(cross);
        if (n <= p || lower.length == 0) {
            throw FindingsException.error(
                    n <= p ? StudyProblem.TOO_FEW : StudyProblem.COLLINEAR,
                    "the pooled columns must not be combinations of each other and need more people than columns, but "
                            + n + " people had " + p + " columns",
                    Where.file("shares"));
        }
        return new PooledCoefficients(
                columns,
                n,
                councils,
                shares.stream().map(FirstShare::n).toList(),
                boxed(solve(cross, lower, crossOutcome)),
                Arrays.stream(Matrices.inverse(lower))
                        .map(FederatedPooling::boxed)
                        .toList());
    }

    /** With two steps of refinement, the remainder in double-double arithmetic. */
    private static double[] solve(double[][] cross, double[][] lower, double[] right) {
        double[] x = Matrices.solve(lower, right);
        for (int step = 0; step < 2; step++) {
            double[] rest = new double[right.length];
            for (int i = 0; i < right.length; i++) {
                DoubleDouble sum = new DoubleDouble().set(right[i]);
                for (int j = 0; j < right.length; j++) {
                    sum.addProduct(-cross[i][j], x[j]);
                }
                rest[i] = sum.value();
            }
            double[] better = Matrices.solve(lower, rest);
            for (int i = 0; i < x.length; i++) {
                x[i] += better[i];
            }
        }
        return x;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * {@return the coefficients with their cluster-robust errors (CR1: G/(G − 1) · (n − 1)/(n − p)) and t(G − 1)}
     *
     * @param pooled the first round's result
     * @param shares a share of each council of the first round
     * @param inference the side, level and value under test
     * @throws IllegalArgumentException if a council's share is missing, or is of other coefficients or people
     * @throws FindingsException if there is one cluster only
     */
    public static Effect secondRound(PooledCoefficients pooled, List<SecondShare> shares, Inference inference) {
        int p = pooled.columns().size();
        List<String> missing = new ArrayList<>(pooled.councils());
        double[][] meat = new double[p][p];
        int clusters = 0;
        for (SecondShare share : shares) {
            int council = pooled.councils().indexOf(share.council());
            if (council < 0 || !missing.remove(share.council())) {
                throw new IllegalArgumentException(
                        "the second round must have one share of each council of the first, but has one too many");
            }
            if (!share.coefficients().equals(pooled.coefficients())
                    || share.n() != pooled.sizes().get(council)) {
                throw new IllegalArgumentException(
                        "a share must be of the first round's coefficients and people, but is"
                                + " of others\nMaybe a council changed its data between the rounds.");
            }
            clusters += share.clusters();
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    meat[i][j] += share.products().get(i).get(j);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the second round must have a share of each council of the first, but "
                    + missing.size() + " are missing: " + missing);
        }
        if (clusters < 2) {
            throw FindingsException.error(
                    StudyProblem.ONE_CLUSTER,
                    "errors need two clusters or more, but all councils together had " + clusters,
                    Where.file("shares"));
        }
        double[][] bread = pooled.crossInverse().stream()
                .map(row -> row.stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
        double[][] covariance = Matrices.sandwich(bread, meat);
        double n = pooled.n();
        double small = clusters / (clusters - 1.0) * (n - 1) / (n - p);
        Effect.Builder effect = Effect.builder("federated-least-squares", pooled.n())
                .asked(inference)
                .convention("errors", "CR1")
                .convention("rounds", "2")
                .clusters(clusters)
                .assumes("No cluster has people in two councils, and clusters are independent of each other.");
        for (int i = 0; i < pooled.councils().size(); i++) {
            effect.group(pooled.councils().get(i), pooled.sizes().get(i));
        }
        for (int j = 0; j < p; j++) {
            effect.estimate(inference.student(
                    pooled.columns().get(j),
                    pooled.coefficients().get(j),
                    Math.sqrt(small * covariance[j][j]),
                    clusters - 1.0));
        }
        return effect.build();
    }
}
