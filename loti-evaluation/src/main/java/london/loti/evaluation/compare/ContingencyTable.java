package london.loti.evaluation.compare;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/**
 * Counts of people by two columns of categories: do the columns tell anything about each other? Rows and columns without
 * people are left out. Immutable and thread-safe.
 */
public final class ContingencyTable {
    private final double[][] counts;
    private final double[] rows;
    private final double[] columns;
    private final double n;

    private ContingencyTable(double[][] counts) {
        this.counts = counts;
        rows = Arrays.stream(counts)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        columns = new double[counts[0].length];
        for (double[] row : counts) {
            for (int j = 0; j < row.length; j++) {
                columns[j] += row[j];
            }
        }
        n = Arrays.stream(rows).sum();
    }

    /**
     * {@return a table of counts}
     *
     * @param counts people by row and column; all rows of the same length
     * @throws IllegalArgumentException if a count is below 0, or rows have different lengths
     * @throws london.loti.model.finding.FindingsException if fewer than two rows, or two columns, have people
     */
    public static ContingencyTable of(int[][] counts) {
        double[][] all = Tables.counts(counts);
        ContingencyTable whole = new ContingencyTable(all);
        double[][] used = Tables.select(all, Tables.positive(whole.rows), Tables.positive(whole.columns));
        new Screening()
                .that(
                        used.length >= 2 && used[0].length >= 2,
                        StudyProblem.NO_VARIATION,
                        "a table must have people in two rows and two columns at least, but has "
                                + used.length + " and " + (used.length == 0 ? 0 : used[0].length)
                                + "\nMaybe a group was filtered out.",
                        "table")
                .done();
        return new ContingencyTable(used);
    }

    /**
     * {@return the table of two columns}
     *
     * @param rows the rows' categories; people without one are left out
     * @param columns the columns' categories; people without one are left out
     * @throws IllegalArgumentException if there are not as many
     * @throws london.loti.model.finding.FindingsException if fewer than two rows, or two columns, have people
     */
    public static ContingencyTable of(Categories rows, Categories columns) {
        Screening.sameLength("rows", rows.size(), "columns", columns.size());
        return of(Tables.cross(rows, columns));
    }

    /**
     * {@return Cramer's V, from 0 where the columns tell nothing about each other to 1, with the chi-squared test} V is
     * never nought by chance alone; the second estimate takes off what chance brings (Bergsma 2013,
     * doi:10.1016/j.jkss.2012.10.002).
     */
    public Effect cramersV() {
        double chiSquared = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * columns[j] / n;
                double distance = counts[i][j] - expected;
                chiSquared += distance * distance / expected;
                smallest = Math.min(smallest, expected);
            }
        }
        double r = rows.length;
        double c = columns.length;
        double df = (r - 1) * (c - 1);
        double phi = chiSquared / n;
        double phiLeft = Math.max(0, phi - df / (n - 1));
        double rLeft = r - (r - 1) * (r - 1) / (n - 1);
        double cLeft = c - (c - 1) * (c - 1) / (n - 1);
        return Effect.builder("cramers-v", (long) n)
                .estimate(Estimate.of("Cramer's V", Math.sqrt(phi / Math.min(r - 1, c - 1)))
                        .withTest(chiSquared, df, ChiSquaredDistribution.of(df).survivalProbability(chiSquared)))
                .estimate(
                        Estimate.of("Cramer's V, bias-corrected", Math.sqrt(phiLeft / Math.min(rLeft - 1, cLeft - 1))))
                .convention("p", "chi-squared")
                .diagnostic("smallest expected count", smallest)
                .dataHash(DataHash.of(counts))
                .assumes("No expected count is much below five.")
                .assumes("People are independent of each other.")
                .build();
    }
}
