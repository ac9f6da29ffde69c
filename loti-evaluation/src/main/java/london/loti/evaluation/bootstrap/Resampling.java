package london.loti.evaluation.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Which units are drawn, and within what. Draw as the study drew: rows where people were sampled one by one (a row may
 * hold a pair of measurements, which then stay together), within strata where the sizes of groups were fixed, whole
 * clusters where people came in clusters. As many units are drawn as a stratum has. Immutable.
 */
public final class Resampling {
    private final String name;
    private final int rows;
    private final int[][] members;
    private final int[] starts;

    /** Units stand stratum by stratum. */
    private Resampling(String name, int rows, List<int[][]> strata) {
        this.name = name;
        this.rows = rows;
        this.members = strata.stream().flatMap(Arrays::stream).toArray(int[][]::new);
        this.starts = new int[strata.size() + 1];
        for (int s = 0; s < strata.size(); s++) {
            starts[s + 1] = starts[s] + strata.get(s).length;
        }
    }

    /**
     * {@return rows drawn one by one; a paired design has a pair a row}
     *
     * @param rows the number of rows, at least 1
     * @throws IllegalArgumentException if there is none
     */
    public static Resampling rows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a bootstrap needs rows to draw, but had " + rows);
        }
        return new Resampling(
                "rows", rows, List.<int[][]>of(single(IntStream.range(0, rows).toArray())));
    }

    /**
     * {@return rows drawn within strata}
     *
     * @param strata the stratum of each row; none is missing
     * @throws FindingsException if a stratum is missing
     */
    public static Resampling strata(Categories strata) {
        requireAll("strata", strata);
        List<int[][]> units = new ArrayList<>();
        for (int[] rowsOf : rowsOf(strata)) {
            units.add(single(rowsOf));
        }
        return new Resampling("rows within strata", strata.size(), units);
    }

    /**
     * {@return whole clusters drawn, with all their rows}
     *
     * @param clusters the cluster of each row; none is missing
     * @throws FindingsException if a cluster is missing or there is one only
     */
    public static Resampling clusters(Categories clusters) {
        requireAll("clusters", clusters);
        List<int[]> units = rowsOf(clusters);
        requireClusters(units.size(), "clusters");
        return new Resampling("clusters", clusters.size(), List.<int[][]>of(units.toArray(int[][]::new)));
    }

    /**
     * {@return whole clusters drawn within strata, for example within treated and untreated clusters}
     *
     * @param clusters the cluster of each row; none is missing
     * @param strata the stratum of each row, the same for all rows of a cluster; none is missing
     * @throws FindingsException if a cluster or stratum is missing, there is one cluster only, or a cluster is split
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Resampling clusters(Categories clusters, Categories strata) {
        if (clusters.size() != strata.size()) {
            throw new IllegalArgumentException("clusters and strata must be of the same length, but were "
                    + clusters.size() + " and " + strata.size());
        }
        requireAll("clusters", clusters);
        requireAll("strata", strata);
        List<int[]> units = rowsOf(clusters);
        requireClusters(units.size(), "clusters");
        TreeMap<Integer, List<int[]>> byStratum = new TreeMap<>();
        Findings findings = new Findings();
        for (int[] unit : units) {
            int stratum = strata.code(unit[0]);
            for (int row : unit) {
                if (strata.code(row) != stratum) {
                    findings.error(
                            StudyProblem.SPLIT_CLUSTER,
                            "a cluster must lie in one stratum, but this row is of another than its cluster's first",
                            Where.cell("data", row + 1, "strata"));
                    break;
                }
            }
            byStratum.computeIfAbsent(stratum, s -> new ArrayList<>()).add(unit);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new Resampling(
                "clusters within strata",
                clusters.size(),
                byStratum.values().stream()
                        .map(list -> list.toArray(int[][]::new))
                        .toList());
    }

    private static int[][] single(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> new int[] {row}).toArray(int[][]::new);
    }

    private static List<int[]> rowsOf(Categories categories) {
        int[] counts = categories.counts();
        int[][] rows = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[counts.length];
        for (int i = 0; i < categories.size(); i++) {
            int code = categories.code(i);
            rows[code][next[code]++] = i;
        }
        return Arrays.stream(rows).filter(of -> of.length > 0).toList();
    }

    private static void requireAll(String column, Categories categories) {
        Findings findings = new Findings();
        for (int i = 0; i < categories.size(); i++) {
            if (categories.code(i) == Categories.MISSING) {
                findings.error(
                        StudyProblem.MISSING_VALUE,
                        column + " must be told for every row, but this row has none"
                                + "\nMaybe leave out rows with missing values first.",
                        Where.cell("data", i + 1, column));
            }
        }
        if (categories.size() == 0) {
            findings.error(StudyProblem.TOO_FEW, "a bootstrap needs rows to draw, but had 0", Where.file("data"));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static void requireClusters(int clusters, String column) {
        if (clusters < 2) {
            throw new FindingsException(List.of(Finding.error(
                    StudyProblem.ONE_CLUSTER,
                    "a cluster bootstrap needs two clusters or more, but had " + clusters,
                    Where.column("data", column))));
        }
    }

    /** What is drawn, in words. */
    String name() {
        return name;
    }

    /** The number of rows of the data. */
    int rowCount() {
        return rows;
    }

    /** The number of units, all strata together. */
    int units() {
        return members.length;
    }

    /** Whether units are clusters. */
    boolean isClustered() {
        return name.startsWith("clusters");
    }

    /** The rows of a unit. */
    int[] members(int unit) {
        return members[unit];
    }

    int strataCount() {
        return starts.length - 1;
    }

    /** The first unit of a stratum; that of the stratum after the last is the number of units. */
    int start(int stratum) {
        return starts[stratum];
    }
}
