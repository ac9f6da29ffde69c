package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Two groups at two times: the change of the treated less the change of the others. The estimate and its errors are
 * those of the regression of the outcome on group, time and both together, made from the means of the four cells in two
 * passes, so a million rows take a few hundredths of a second. Rows with a missing value are left out and counted.
 * Immutable.
 *
 * <p>Errors are clustered where a column of clusters is named (the unit to which the programme was given), with the
 * factor G / (G - 1) · (n - 1) / (n - 4) and t with G - 1 degrees of freedom as R's sandwich and fixest have it; else
 * they are robust, HC1, with n - 4.
 */
public final class DifferenceInDifferences {
    private static final String TERM = "difference in differences";

    private static final List<String> CELLS =
            List.of("comparison before", "comparison after", "treated before", "treated after");

    private final StudyTable table;
    private final String outcome;
    private final String group;
    private final String time;
    private final @Nullable String treated;
    private final @Nullable String after;
    private final @Nullable String cluster;
    private final boolean classical;
    private final Inference inference;

    private DifferenceInDifferences(
            StudyTable table,
            String outcome,
            String group,
            String time,
            @Nullable String treated,
            @Nullable String after,
            @Nullable String cluster,
            boolean classical,
            Inference inference) {
        this.table = table;
        this.outcome = outcome;
        this.group = group;
        this.time = time;
        this.treated = treated;
        this.after = after;
        this.cluster = cluster;
        this.classical = classical;
        this.inference = inference;
    }

    /**
     * {@return the design with robust errors} The larger number or the later label of a column is the treated group, and
     * the time after.
     *
     * @param table one row a unit and time, or a person
     * @param outcome the column of the outcome, numbers
     * @param group the column of the group, with two values
     * @param time the column of the time, with two values
     */
    public static DifferenceInDifferences of(StudyTable table, String outcome, String group, String time) {
        return new DifferenceInDifferences(table, outcome, group, time, null, null, null, false, Inference.usual());
    }

    /**
     * {@return the same with the treated group named}
     *
     * @param value the value of the group's column that means treated
     */
    public DifferenceInDifferences withTreated(String value) {
        return new DifferenceInDifferences(table, outcome, group, time, value, after, cluster, classical, inference);
    }

    /**
     * {@return the same with the time after named}
     *
     * @param value the value of the time's column that means after
     */
    public DifferenceInDifferences withAfter(String value) {
        return new DifferenceInDifferences(table, outcome, group, time, treated, value, cluster, classical, inference);
    }

    /**
     * {@return the same with errors that allow for clusters}
     *
     * @param column the column of the clusters, categories
     */
    public DifferenceInDifferences clusteredBy(String column) {
        return new DifferenceInDifferences(table, outcome, group, time, treated, after, column, false, inference);
    }

    /** {@return the same with the errors of residuals with the same spread everywhere} */
    public DifferenceInDifferences withClassicalErrors() {
        return new DifferenceInDifferences(table, outcome, group, time, treated, after, null, true, inference);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked
     */
    public DifferenceInDifferences withInference(Inference newInference) {
        return new DifferenceInDifferences(
                table, outcome, group, time, treated, after, cluster, classical, newInference);
    }

    /**
     * {@return the difference in differences, then the means of the four cells}
     *
     * @throws FindingsException if a group or time is missing, a cell is empty, the outcome does not vary in any cell, or
     *     each group is in one cluster
     */
    public Effect estimate() {
        double[] y = table.numbers(outcome);
        TwoValues groups = TwoValues.of(table, group, treated, StudyProblem.ONE_GROUP);
        TwoValues times = TwoValues.of(table, time, after, StudyProblem.ONE_GROUP);
        Categories clusters = cluster == null ? null : table.categories(cluster);
        byte[] cells = new byte[y.length];
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            boolean there = !Double.isNaN(y[i])
                    && groups.flag(i) >= 0
                    && times.flag(i) >= 0
                    && (clusters == null || clusters.code(i) >= 0);
            cells[i] = (byte) (there ? 2 * groups.flag(i) + times.flag(i) : -1);
            n += there ? 1 : 0;
        }
        Cells made = new Cells(y, cells);
        requireCells(made, n);
        double value = made.mean(3) - made.mean(2) - (made.mean(1) - made.mean(0));
        Effect.Builder effect = Effect.builder("did-2x2", n)
                .asked(inference)
                .convention("treated", groups.one())
                .convention("after", times.one())
                .group(groups.zero(), made.counts[0] + made.counts[1])
                .group(groups.one(), made.counts[2] + made.counts[3])
                .dataHash(table.hash())
                .diagnostic("rows_left_out", y.length - n)
                .diagnostic("smallest_cell", Arrays.stream(made.counts).min().orElseThrow())
                .assumes("Without the programme, both groups would have changed alike.")
                .assumes("Nobody changed group, and the comparison group got nothing of the programme.");
        Estimate headline;
        if (clusters != null) {
            headline = clustered(effect, y, cells, made, clusters, n, value);
        } else if (classical) {
            double variance = made.squares() / (n - 4);
            double sum =
                    IntStream.range(0, 4).mapToDouble(c -> 1.0 / made.counts[c]).sum();
            effect.convention("errors", "classical");
            headline = inference.student(TERM, value, Math.sqrt(variance * sum), n - 4);
        } else {
            double sum = IntStream.range(0, 4)
                    .mapToDouble(c -> made.squares[c] / made.counts[c] / made.counts[c])
                    .sum();
            effect.convention("errors", "HC1");
            headline = inference.student(TERM, value, Math.sqrt(sum * n / (n - 4)), n - 4);
        }
        effect.estimate(headline);
        for (int c = 0; c < 4; c++) {
            effect.estimate(Estimate.of(CELLS.get(c), made.mean(c)));
        }
        return effect.build();
    }

    private Estimate clustered(
            Effect.Builder effect, double[] y, byte[] cells, Cells made, Categories clusters, int n, double value) {
        double[] sums = new double[clusters.labels().size()];
        boolean[][] there = new boolean[2][sums.length];
        double[] weight = new double[4];
        for (int c = 0; c < 4; c++) {
            weight[c] = (c == 0 || c == 3 ? 1.0 : -1.0) / made.counts[c];
        }
        for (int i = 0; i < y.length; i++) {
            int c = cells[i];
            if (c >= 0) {
                int g = clusters.code(i);
                sums[g] += weight[c] * (y[i] - made.mean(c));
                there[c / 2][g] = true;
            }
        }
        int count = 0;
        DoubleDouble variance = new DoubleDouble();
        for (int g = 0; g < sums.length; g++) {
            variance.addProduct(sums[g], sums[g]);
            count += there[0][g] || there[1][g] ? 1 : 0;
        }
        if (count < 2) {
            throw problem(
                    StudyProblem.ONE_CLUSTER,
                    "errors that allow for clusters must have at least two clusters, but there is one"
                            + "\nMaybe cluster by a smaller unit.",
                    cluster == null ? outcome : cluster);
        }
        Replication.check(
                effect,
                count(there[1]),
                count(there[0]),
                Where.column(table.source(), cluster == null ? outcome : cluster));
        double factor = (double) count / (count - 1) * (n - 1) / (n - 4);
        effect.convention("errors", "CR1").convention("df", "clusters - 1").clusters(count);
        return inference.student(TERM, value, Math.sqrt(variance.value() * factor), count - 1);
    }

    private static int count(boolean[] there) {
        int count = 0;
        for (boolean one : there) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private void requireCells(Cells made, int n) {
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            if (made.counts[c] == 0) {
                findings.add(Finding.error(
                        StudyProblem.TOO_FEW,
                        "each group must be seen at both times, but there is no complete row of '" + CELLS.get(c) + "'"
                                + "\nMaybe the outcome is missing for all of them.",
                        Where.column(table.source(), outcome)));
            }
        }
        if (findings.isEmpty() && n <= 4) {
            findings.add(Finding.error(
                    StudyProblem.TOO_FEW,
                    "a difference in differences must have more than four complete rows, but has " + n,
                    Where.column(table.source(), outcome)));
        } else if (findings.isEmpty() && made.squares() == 0) {
            findings.add(Finding.error(
                    StudyProblem.NO_VARIATION,
                    "the outcome must vary within a group at a time, but does not"
                            + "\nMaybe the rows are averages: then use one row a unit.",
                    Where.column(table.source(), outcome)));
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private FindingsException problem(StudyProblem problem, String message, String column) {
        return FindingsException.error(problem, message, Where.column(table.source(), column));
    }

    /** Counts, means and squared deviations of the four cells. */
    private static final class Cells {
        private final int[] counts = new int[4];
        private final double[] means = new double[4];
        private final double[] squares = new double[4];

        Cells(double[] y, byte[] cells) {
            DoubleDouble[] sums = fresh();
            for (int i = 0; i < y.length; i++) {
                if (cells[i] >= 0) {
                    counts[cells[i]]++;
                    sums[cells[i]].add(y[i]);
                }
            }
            for (int c = 0; c < 4; c++) {
                means[c] = counts[c] == 0
                        ? Double.NaN
                        : sums[c].divide(counts[c], 0).value();
            }
            DoubleDouble[] deviations = fresh();
            for (int i = 0; i < y.length; i++) {
                if (cells[i] >= 0) {
                    double deviation = y[i] - means[cells[i]];
                    deviations[cells[i]].addProduct(deviation, deviation);
                }
            }
            for (int c = 0; c < 4; c++) {
                squares[c] = deviations[c].value();
            }
        }

        private static DoubleDouble[] fresh() {
            DoubleDouble[] fresh = new DoubleDouble[4];
            Arrays.setAll(fresh, c -> new DoubleDouble());
            return fresh;
        }

        double mean(int cell) {
            return means[cell];
        }

        double squares() {
            return Arrays.stream(squares).sum();
        }
    }
}
