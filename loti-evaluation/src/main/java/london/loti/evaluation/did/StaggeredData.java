package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** A balanced panel as columns: the outcome a period and unit, covariates likewise, and when each unit began. */
final class StaggeredData {
    /** Where the data are from, for findings. */
    final String source;

    final int units;
    final int[] periods;
    /** By period, then unit. */
    final double[][] outcome;
    /** By covariate, period, unit. */
    final double[][][] covariates;
    /** {@link Integer#MAX_VALUE} for never. */
    final int[] began;
    /** In the order of time, without never. */
    final int[] groups;
    /** The cluster of each unit, or empty where each unit stands for itself. */
    final int[] clusterOf;
    /** The cluster of each unit, or its own position where it stands for itself. */
    private final int[] standsFor;

    final int clusters;
    final int leftOut;

    private StaggeredData(
            String source,
            int[] periods,
            double[][] outcome,
            double[][][] covariates,
            int[] began,
            int[] groups,
            int[] clusterOf,
            int leftOut) {
        this.source = source;
        this.units = began.length;
        this.periods = periods;
        this.outcome = outcome;
        this.covariates = covariates;
        this.began = began;
        this.groups = groups;
        this.clusterOf = clusterOf;
        this.standsFor = clusterOf.length > 0
                ? clusterOf
                : IntStream.range(0, began.length).toArray();
        this.clusters = (int) Arrays.stream(clusterOf).distinct().count();
        this.leftOut = leftOut;
    }

    static StaggeredData of(
            Panel panel, String outcome, String firstTreated, List<String> names, @Nullable String cluster) {
        int all = panel.units().labels().size();
        int[] began = panel.firstTreated(firstTreated);
        double[][] y = spread(panel, panel.table().numbers(outcome));
        double[][][] x = names.stream()
                .map(name -> spread(panel, panel.table().numbers(name)))
                .toArray(double[][][]::new);
        int[] clusterOf = cluster == null ? new int[0] : clusters(panel, cluster);
        int[] kept = IntStream.range(0, all)
                .filter(u -> isComplete(y, u) && Arrays.stream(x).allMatch(column -> isComplete(column, u)))
                .toArray();
        int[] periods = panel.periods().stream().mapToInt(Integer::intValue).toArray();
        int last = periods[periods.length - 1];
        int[] keptBegan = Arrays.stream(pick(began, kept))
                .map(g -> g > last ? Integer.MAX_VALUE : g) // who begins later is untreated here, as in R's did
                .toArray();
        require(panel, firstTreated, keptBegan, periods);
        int[] groups = Arrays.stream(keptBegan)
                .filter(g -> g != Integer.MAX_VALUE)
                .sorted()
                .distinct()
                .toArray();
        return new StaggeredData(
                panel.table().source(),
                periods,
                Arrays.stream(y).map(column -> FixedEffects.pick(column, kept)).toArray(double[][]::new),
                Arrays.stream(x)
                        .map(covariate -> Arrays.stream(covariate)
                                .map(column -> FixedEffects.pick(column, kept))
                                .toArray(double[][]::new))
                        .toArray(double[][][]::new),
                keptBegan,
                groups,
                clusterOf.length == 0 ? clusterOf : pick(clusterOf, kept),
                all - kept.length);
    }

    /** In how many clusters, or units where no clusters are named, such units are. */
    int clustersOf(IntPredicate holds) {
        return Replication.clusters(standsFor, holds);
    }

    private static void require(Panel panel, String firstTreated, int[] began, int[] periods) {
        Where where = Where.column(panel.table().source(), firstTreated);
        Findings findings = new Findings();
        long always = Arrays.stream(began).filter(g -> g <= periods[0]).count();
        if (always > 0) {
            findings.error(
                    StudyProblem.ALWAYS_TREATED,
                    "a unit must be seen before it is treated, but " + always
                            + (always == 1 ? " unit is" : " units are") + " treated in every period"
                            + "\nMaybe leave them out, or add an earlier period.",
                    where);
        }
        long treated = Arrays.stream(began)
                .filter(g -> g > periods[0] && g <= periods[periods.length - 1])
                .count();
        if (began.length == 0) {
            findings.error(
                    StudyProblem.UNBALANCED,
                    "some units must have an outcome, and covariates, in every period, but none has"
                            + "\nMaybe leave out a period, or a covariate that is often missing.",
                    where);
        } else if (treated == 0 && always == 0) {
            findings.error(StudyProblem.ONE_GROUP, "some units must begin in one of the periods, but none does", where);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static boolean isComplete(double[][] column, int unit) {
        for (double[] period : column) {
            if (Double.isNaN(period[unit])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] spread(Panel panel, double[] values) {
        double[][] spread =
                new double[panel.periodCount()][panel.units().labels().size()];
        for (double[] period : spread) {
            Arrays.fill(period, Double.NaN);
        }
        for (int row = 0; row < values.length; row++) {
            spread[panel.periodOf(row)][panel.units().code(row)] = values[row];
        }
        return spread;
    }

    private static int[] clusters(Panel panel, String column) {
        Categories clusters = panel.table().categories(column);
        int[] of = new int[panel.units().labels().size()];
        Arrays.fill(of, -1);
        Findings findings = new Findings();
        for (int row = 0; row < clusters.size(); row++) {
            int u = panel.units().code(row);
            if (clusters.code(row) < 0 || (of[u] >= 0 && of[u] != clusters.code(row))) {
                findings.error(
                        StudyProblem.SPLIT_CLUSTER,
                        "a unit must stay in one cluster, but this row has "
                                + (clusters.code(row) < 0 ? "none" : "another"),
                        panel.table().where(row, column));
            }
            of[u] = clusters.code(row);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return of;
    }

    private static int[] pick(int[] values, int[] kept) {
        return Arrays.stream(kept).map(u -> values[u]).toArray();
    }
}
