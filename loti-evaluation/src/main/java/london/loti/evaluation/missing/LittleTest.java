package london.loti.evaluation.missing;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/**
 * Little's test of whether values are missing completely at random: whether the means of rows with different gaps are
 * alike. Little 1988, doi:10.1080/01621459.1988.10478722. A small p value says that they are not; a large one does not say
 * that they are, and nothing here tells whether a value's own size made it missing. Immutable.
 */
public final class LittleTest {
    private final double[][] columns;
    private final boolean unbiased;

    private LittleTest(double[][] columns, boolean unbiased) {
        this.columns = columns;
        this.unbiased = unbiased;
    }

    /**
     * {@return a test with the covariances of maximum likelihood (divisor n), as R's {@code naniar::mcar_test}}
     *
     * @param columns the columns, all as long; {@code NaN} is missing; rows without any value are left out
     * @throws IllegalArgumentException if there are fewer than two columns or they differ in length
     * @throws london.loti.model.finding.FindingsException if a column has fewer than two values, an infinite one or does
     *     not vary
     */
    public static LittleTest of(double[]... columns) {
        if (columns.length < 2 || Arrays.stream(columns).anyMatch(c -> c.length != columns[0].length)) {
            throw new IllegalArgumentException(
                    "Little's test needs two columns or more of the same length, but had " + columns.length);
        }
        for (int j = 0; j < columns.length; j++) {
            double[] known = known(columns[j]);
            if (known.length < 2) {
                throw Arm.problem(
                        StudyProblem.TOO_FEW,
                        "column " + (j + 1) + " must have two values or more, but has " + known.length);
            }
            if (!(Sums.variance(known) > 0) || Double.isInfinite(Sums.variance(known))) {
                throw Arm.problem(
                        StudyProblem.NO_VARIATION, "column " + (j + 1) + " must vary and be finite, but does not");
            }
        }
        return new LittleTest(Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new), false);
    }

    /** {@return the same with the covariances times n / (n − 1)} */
    public LittleTest unbiased() {
        return new LittleTest(columns, true);
    }

    private static double[] known(double[] column) {
        return Arrays.stream(column).filter(v -> !Double.isNaN(v)).toArray();
    }

    /** {@return the means and covariances of the columns by maximum likelihood} */
    public NormalMoments moments() {
        Standardised data = new Standardised(columns);
        NormalMoments standardised = NormalMoments.ofStandardised(data.patterns, columns.length);
        double[] means = new double[columns.length];
        double[][] covariance = new double[columns.length][columns.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = data.centres[i] + data.scales[i] * standardised.means().get(i);
            for (int j = 0; j < means.length; j++) {
                covariance[i][j] = data.scales[i]
                        * data.scales[j]
                        * standardised.covariance().get(i).get(j);
            }
        }
        return new NormalMoments(NormalMoments.boxed(means), NormalMoments.rowsOf(covariance), standardised.steps());
    }

    /**
     * {@return Little's statistic, chi-squared with as many degrees of freedom as the patterns' known columns less the
     * columns}
     *
     * @throws london.loti.model.finding.FindingsException if nothing is missing, or a column is a combination of others
     */
    public Effect test() {
        Standardised data = new Standardised(columns);
        List<MissingPattern> patterns = data.patterns;
        int freedom = patterns.stream().mapToInt(p -> p.known.length).sum() - columns.length;
        if (freedom < 1) {
            throw Arm.problem(StudyProblem.TOO_FEW, "Little's test needs rows with different gaps, but all are alike");
        }
        NormalMoments moments = NormalMoments.ofStandardised(patterns, columns.length);
        double[][] covariance = moments.covariance().stream()
                .map(row -> row.stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
        int rows = patterns.stream().mapToInt(p -> p.rows).sum();
        double statistic = 0;
        for (MissingPattern pattern : patterns) {
            double[] distance = new double[pattern.known.length];
            for (int a = 0; a < distance.length; a++) {
                distance[a] = pattern.sums[a] / pattern.rows - moments.means().get(pattern.known[a]);
            }
            double[] solved = Matrices.solve(NormalMoments.lower(pattern, covariance), distance);
            statistic += pattern.rows * Sums.dot(distance, solved);
        }
        double used = unbiased ? statistic * (rows - 1.0) / rows : statistic;
        return Effect.builder("little-mcar", rows)
                .dataHash(DataHash.of(columns))
                .convention("covariance", unbiased ? "divisor n - 1" : "maximum likelihood")
                .estimate(Estimate.of("Little's statistic", used)
                        .withTest(
                                used,
                                freedom,
                                ChiSquaredDistribution.of(freedom).survivalProbability(used)))
                .diagnostic("patterns", patterns.size())
                .diagnostic("steps", moments.steps())
                .assumes("The columns are normally distributed together.")
                .build();
    }

    /** The columns moved to mean 0 and variance 1, so that the steps settle alike for any unit. */
    private static final class Standardised {
        private final double[] centres;
        private final double[] scales;
        private final List<MissingPattern> patterns;

        Standardised(double[][] columns) {
            centres = new double[columns.length];
            scales = new double[columns.length];
            double[][] moved = new double[columns.length][];
            for (int j = 0; j < columns.length; j++) {
                double centre = Sums.mean(known(columns[j]));
                double scale = Sums.standardDeviation(known(columns[j]));
                centres[j] = centre;
                scales[j] = scale;
                moved[j] =
                        Arrays.stream(columns[j]).map(v -> (v - centre) / scale).toArray();
            }
            patterns = MissingPattern.of(moved);
        }
    }
}
