package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;

/** Units put together in strata, and the weights that make the groups alike within each. */
final class Strata {
    private Strata() {}

    /** Rows by the combination of their categories, each in the order given; rows that lack one are left out. */
    static SortedMap<Integer, int[]> split(int[] rows, List<Categories> by) {
        SortedMap<Integer, int[]> split = new TreeMap<>();
        if (by.isEmpty()) {
            split.put(0, rows);
            return split;
        }
        int[] stratum = combined(by);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i : rows) {
            if (stratum[i] >= 0) {
                sizes.merge(stratum[i], 1, Integer::sum);
            }
        }
        sizes.forEach((s, size) -> split.put(s, new int[size]));
        Map<Integer, Integer> next = new HashMap<>();
        for (int i : rows) {
            int[] members = split.get(stratum[i]);
            if (members != null) {
                members[next.merge(stratum[i], 1, Integer::sum) - 1] = i;
            }
        }
        return split;
    }

    private static int[] combined(List<Categories> by) {
        int[] stratum = by.get(0).codes();
        for (Categories more : by.subList(1, by.size())) {
            stratum = refined(stratum, more.codes());
        }
        return stratum;
    }

    /** A number for each combination that occurs, in the order of its first row; -1 where a part is missing. */
    static int[] refined(int[] stratum, int[] code) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] refined = new int[stratum.length];
        for (int i = 0; i < refined.length; i++) {
            if (stratum[i] < 0 || code[i] < 0) {
                refined[i] = -1;
            } else {
                long key = ((long) stratum[i] << 32) | code[i];
                Integer known = numbers.get(key);
                refined[i] = known == null ? numbers.size() : known;
                numbers.put(key, refined[i]);
            }
        }
        return refined;
    }

    /** How many cuts are no more than each value: a value on a cut is in the upper bin; -1 where it is missing. */
    static int[] binned(double[] values, double[] sortedCuts) {
        int[] bins = new int[values.length];
        for (int i = 0; i < bins.length; i++) {
            int low = 0;
            int high = sortedCuts.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sortedCuts[middle] <= values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            bins[i] = Double.isNaN(values[i]) ? -1 : low;
        }
        return bins;
    }

    /**
     * The weights by strata: for the treated, controls count as many as there are treated; for all, both count as many as
     * there are units. Strata with one group only are left out and told.
     */
    static GroupWeights weights(Comparison comparison, String method, Estimand estimand, int[] stratum) {
        int count = Arrays.stream(stratum).max().orElse(-1) + 1;
        double[] treated = sizes(comparison.treatedRows(), stratum, count);
        double[] controls = sizes(comparison.controlRows(), stratum, count);
        double[] weights = new double[comparison.rows()];
        int leftTreated = fill(weights, comparison.treatedRows(), stratum, treated, controls, estimand);
        int leftControls = fill(weights, comparison.controlRows(), stratum, controls, treated, estimand);
        if (estimand == Estimand.ATT) {
            Arrays.stream(comparison.treatedRows()).filter(i -> weights[i] > 0).forEach(i -> weights[i] = 1);
        }
        long both = IntStream.range(0, count)
                .filter(s -> treated[s] > 0 && controls[s] > 0)
                .count();
        GroupWeights found = new GroupWeights(comparison, method, estimand, weights, null)
                .measured("strata", (double) both)
                .measured("matched treated", comparison.treatedRows().length - leftTreated)
                .measured("matched control", comparison.controlRows().length - leftControls)
                .measured("unmatched treated", leftTreated)
                .measured("unmatched control", leftControls);
        int told = estimand == Estimand.ATE ? leftTreated + leftControls : leftTreated;
        return told == 0
                ? found
                : found.warned(told + (estimand == Estimand.ATE ? "" : " treated")
                        + " units have nobody of the other group in their stratum, so that the effect is not on them");
    }

    private static double[] sizes(int[] rows, int[] stratum, int count) {
        double[] sizes = new double[count];
        Arrays.stream(rows).filter(i -> stratum[i] >= 0).forEach(i -> sizes[stratum[i]]++);
        return sizes;
    }

    private static int fill(
            double[] weights, int[] rows, int[] stratum, double[] own, double[] other, Estimand estimand) {
        int left = 0;
        for (int i : rows) {
            if (stratum[i] < 0 || other[stratum[i]] == 0) {
                left++;
            } else {
                double ratio = other[stratum[i]] / own[stratum[i]];
                weights[i] = estimand == Estimand.ATE ? 1 + ratio : ratio;
            }
        }
        return left;
    }
}
