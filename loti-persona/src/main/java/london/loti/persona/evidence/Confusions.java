package london.loti.persona.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which categories raters confuse: pairs that two raters chose for the same unit. A pair that comes as often as by
 * chance, or more often, is one that raters can't tell apart, and a reason to merge the two or to define them better.
 *
 * <p>Counts are those of Krippendorff's coincidence matrix, in which every unit counts as often as it has ratings: for
 * two raters they are numbers of units. <a href="https://doi.org/10.1080/19312450709336664">Hayes and Krippendorff
 * 2007</a>.
 *
 * @param pairs every pair that comes at least once, the most frequent first
 */
public record Confusions(List<Pair> pairs) {
    /**
     * Copies the list.
     *
     * @param pairs every pair that comes at least once, the most frequent first
     */
    public Confusions {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two categories that were chosen for the same unit.
     *
     * @param first the one that comes first in the order of categories
     * @param second the other
     * @param units the units for which both were chosen
     * @param observed how often they met, a unit counting once for every rating but one
     * @param expected how often they would have met by chance, had the same ratings been dealt out at random
     */
    public record Pair(String first, String second, int units, double observed, double expected) {
        /** {@return observed over expected: near 1 or above, raters do not tell the two apart} */
        public double ratio() {
            return observed / expected;
        }
    }

    static Confusions of(Ratings ratings) {
        UsedUnits used = UsedUnits.withRatings(ratings, 2);
        int[][] codes = used.allCodes();
        int categories = ratings.categories().size();
        int[] once = new int[codes.length];
        Arrays.fill(once, 1);
        long[] totals = UsedUnits.totals(codes, once, categories);
        long n = Arrays.stream(totals).sum();
        double[][] met = new double[categories][categories];
        int[][] units = new int[categories][categories];
        int[] of = new int[categories];
        for (int[] unit : codes) {
            for (int code : unit) {
                of[code]++;
            }
            int[] distinct = Arrays.stream(unit).sorted().distinct().toArray();
            for (int i = 0; i < distinct.length; i++) {
                for (int j = i + 1; j < distinct.length; j++) {
                    met[distinct[i]][distinct[j]] += (double) of[distinct[i]] * of[distinct[j]] / (unit.length - 1);
                    units[distinct[i]][distinct[j]]++;
                }
            }
            for (int code : distinct) {
                of[code] = 0;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int c = 0; c < categories; c++) {
            for (int k = c + 1; k < categories; k++) {
                if (units[c][k] > 0) {
                    double expected = (double) totals[c] * totals[k] / (n - 1);
                    List<String> names = ratings.categories();
                    pairs.add(new Pair(names.get(c), names.get(k), units[c][k], met[c][k], expected));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::observed).reversed()); // stable: ties in the order of categories
        return new Confusions(pairs);
    }
}
