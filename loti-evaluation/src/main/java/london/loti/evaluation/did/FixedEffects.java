package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * A panel with fixed effects of units and periods (two-way fixed effects): what treatment goes with, once all that
 * is particular to a unit, and all that happened to everybody, is taken out. Errors are clustered by unit unless another
 * column is named. Where units begin at different times, use {@link StaggeredAdoption}: fixed effects then compare late
 * beginners with early ones, and may even get the sign wrong (Goodman-Bacon 2021, doi:10.1016/j.jeconom.2021.03.014).
 * Rows with a missing value are left out and counted. Immutable.
 */
public final class FixedEffects {
    private final Panel panel;
    private final String outcome;
    private final List<String> columns;
    private final @Nullable String cluster;
    private final Inference inference;

    private FixedEffects(
            Panel panel, String outcome, List<String> columns, @Nullable String cluster, Inference inference) {
        this.panel = panel;
        this.outcome = outcome;
        this.columns = columns;
        this.cluster = cluster;
        this.inference = inference;
    }

    /**
     * {@return the design, clustered by unit}
     *
     * @param panel units in periods
     * @param outcome the column of the outcome
     * @param treatment the column that tells whether, or how much, a unit is treated in a period
     * @param covariates further columns of numbers that change in time
     */
    public static FixedEffects of(Panel panel, String outcome, String treatment, String... covariates) {
        List<String> columns = new ArrayList<>();
        columns.add(treatment);
        columns.addAll(Arrays.asList(covariates));
        return new FixedEffects(panel, outcome, List.copyOf(columns), null, Inference.usual());
    }

    /**
     * {@return the same with other clusters}
     *
     * @param column the column of the clusters, categories
     */
    public FixedEffects clusteredBy(String column) {
        return new FixedEffects(panel, outcome, columns, column, inference);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked of each coefficient
     */
    public FixedEffects withInference(Inference newInference) {
        return new FixedEffects(panel, outcome, columns, cluster, newInference);
    }

    /**
     * {@return the coefficient of the treatment, then those of the covariates}
     *
     * @throws FindingsException if units and periods tell all of a column, or those whose treatment changes and
     *     those whose does not are a cluster each
     */
    public Effect estimate() {
        double[] y = panel.table().numbers(outcome);
        double[][] x = columns.stream().map(panel.table()::numbers).toArray(double[][]::new);
        Categories clusters = cluster == null ? panel.units() : panel.table().categories(cluster);
        int[] rows = IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(y[i])
                        && clusters.code(i) >= 0
                        && Arrays.stream(x).noneMatch(column -> Double.isNaN(column[i])))
                .toArray();
        Within within = new Within(panel, rows, pick(y, rows));
        for (int j = 0; j < x.length; j++) {
            within.add(columns.get(j), pick(x[j], rows));
        }
        Effect.Builder effect = Effect.builder("did-twfe", rows.length)
                .dataHash(panel.table().hash())
                .assumes("Without the programme, treated and untreated units would have changed alike.")
                .assumes("The effect is the same for all units and all times.");
        Replication.check(
                effect,
                changed(rows, x[0]),
                clusters.select(rows).codes(),
                Where.column(panel.table().source(), columns.get(0)));
        within.fit(effect, clusters, inference);
        return effect.build();
    }

    /** The first period in which a unit's treatment is not what it was at first, for each row that is used. */
    private int[] changed(int[] rows, double[] treatment) {
        int[] firstRow = new int[panel.units().labels().size()];
        Arrays.fill(firstRow, -1);
        for (int row : rows) {
            int unit = panel.units().code(row);
            if (firstRow[unit] < 0 || panel.periodOf(row) < panel.periodOf(firstRow[unit])) {
                firstRow[unit] = row;
            }
        }
        int[] changed = new int[firstRow.length];
        Arrays.fill(changed, Integer.MAX_VALUE);
        for (int row : rows) {
            int unit = panel.units().code(row);
            if (treatment[row] != treatment[firstRow[unit]]) {
                changed[unit] = Math.min(changed[unit], panel.periodOf(row));
            }
        }
        return Arrays.stream(rows).map(row -> changed[panel.units().code(row)]).toArray();
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
