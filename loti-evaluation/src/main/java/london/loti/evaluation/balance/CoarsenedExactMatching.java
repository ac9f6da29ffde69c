package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import london.loti.model.finding.Nearest;

/**
 * Coarsened exact matching (Iacus, King and Porro 2012, doi:10.1093/pan/mpr013): covariates are cut into bins, and units are
 * comparable where all their bins are the same. Nobody else is compared, so that imbalance is at most a bin wide.
 *
 * <p><b>Convention</b> (that of MatchIt 4): equal bins from the least to the most, as many as Sturges' rule says
 * (⌈log₂ n + 1⌉) unless told; a value on a cut is in the upper bin. Indicators of categories have two values and are so
 * matched exactly. Immutable.
 */
public final class CoarsenedExactMatching {
    private final Comparison comparison;
    private final Estimand estimand;
    private final SortedMap<String, double[]> cuts;

    private CoarsenedExactMatching(Comparison comparison, Estimand estimand, SortedMap<String, double[]> cuts) {
        this.comparison = comparison;
        this.estimand = estimand;
        this.cuts = cuts;
    }

    /**
     * {@return coarsened exact matching on all columns, for the effect on the treated}
     *
     * @param comparison the groups and their covariates
     */
    public static CoarsenedExactMatching of(Comparison comparison) {
        return new CoarsenedExactMatching(comparison, Estimand.ATT, new TreeMap<>());
    }

    /**
     * {@return the same for the effect on others}
     *
     * @param newEstimand ATT or ATE, of those who are comparable
     */
    public CoarsenedExactMatching withEstimand(Estimand newEstimand) {
        requireStratified(newEstimand);
        return new CoarsenedExactMatching(comparison, newEstimand, cuts);
    }

    static void requireStratified(Estimand estimand) {
        if (estimand == Estimand.ATO) {
            throw new IllegalArgumentException("the estimand of strata must be ATE or ATT, but was ATO");
        }
    }

    /**
     * {@return the same with equal bins of a column}
     *
     * @param column its name
     * @param bins how many, at least 1; 1 leaves the column out
     */
    public CoarsenedExactMatching withBins(String column, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("a column must have at least 1 bin, but was to have " + bins);
        }
        return withCuts(column, equal(values(column), bins));
    }

    /**
     * {@return the same with the cuts of a column}
     *
     * @param column its name
     * @param newCuts the values where a bin begins, from the second bin on
     */
    public CoarsenedExactMatching withCuts(String column, double... newCuts) {
        values(column);
        SortedMap<String, double[]> more = new TreeMap<>(cuts);
        more.put(column, Arrays.stream(newCuts).sorted().toArray());
        return new CoarsenedExactMatching(comparison, estimand, more);
    }

    /**
     * {@return the same with a column matched on its very values}
     *
     * @param column its name
     */
    public CoarsenedExactMatching withExact(String column) {
        return withCuts(
                column, Arrays.stream(values(column)).distinct().sorted().toArray());
    }

    private double[] values(String column) {
        int at = comparison.names().indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("the comparison must have a column '" + column + "', but has none"
                    + Nearest.hint(column, comparison.names()));
        }
        double[] whole = comparison.column(at);
        return IntStream.concat(Arrays.stream(comparison.treatedRows()), Arrays.stream(comparison.controlRows()))
                .mapToDouble(i -> whole[i])
                .toArray();
    }

    private static double[] equal(double[] values, int bins) {
        double least = Arrays.stream(values).min().orElse(0);
        double width = (Arrays.stream(values).max().orElse(0) - least) / bins;
        return IntStream.range(1, bins).mapToDouble(b -> least + b * width).toArray();
    }

    /**
     * {@return the weights: nought for units whose stratum has one group only}
     *
     * @throws london.loti.model.finding.FindingsException if no stratum has both groups
     */
    public GroupWeights weights() {
        List<String> names = comparison.names();
        int n = comparison.treatedRows().length + comparison.controlRows().length;
        int sturges = (int) Math.ceil(Math.log(n) / Math.log(2) + 1);
        int[] stratum = new int[comparison.rows()];
        for (int j = 0; j < names.size(); j++) {
            double[] own = cuts.containsKey(names.get(j))
                    ? cuts.getOrDefault(names.get(j), new double[0])
                    : equal(values(names.get(j)), sturges);
            stratum = Strata.refined(stratum, Strata.binned(comparison.column(j), own));
        }
        return Strata.weights(comparison, "matching-cem", estimand, stratum).told("bins", told());
    }

    private String told() {
        StringBuilder told = new StringBuilder("sturges");
        for (Map.Entry<String, double[]> entry : cuts.entrySet()) {
            told.append("; ").append(entry.getKey()).append(": ").append(entry.getValue().length + 1);
        }
        return told.toString();
    }
}
