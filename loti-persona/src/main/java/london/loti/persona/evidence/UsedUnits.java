package london.loti.persona.evidence;

import java.util.Arrays;

/** The units that have at least so many ratings, as codes of categories; primitive, for the inner loops. */
final class UsedUnits {
    private final Ratings ratings;
    private final int[] unit;

    private UsedUnits(Ratings ratings, int[] unit) {
        this.ratings = ratings;
        this.unit = unit;
    }

    static UsedUnits withRatings(Ratings ratings, int least) {
        int[] unit = new int[ratings.unitCount()];
        int used = 0;
        for (int i = 0; i < unit.length; i++) {
            int there = 0;
            for (int rater = 0; rater < ratings.raterCount(); rater++) {
                there += ratings.code(i, rater) == Ratings.MISSING ? 0 : 1;
            }
            if (there >= least) {
                unit[used++] = i;
            }
        }
        return new UsedUnits(ratings, Arrays.copyOf(unit, used));
    }

    Ratings ratings() {
        return ratings;
    }

    int count() {
        return unit.length;
    }

    /** The codes of the ratings that a unit has, without the missing ones. */
    int[] codes(int used) {
        int[] codes = new int[ratings.raterCount()];
        int there = 0;
        for (int rater = 0; rater < codes.length; rater++) {
            int code = ratings.code(unit[used], rater);
            if (code != Ratings.MISSING) {
                codes[there++] = code;
            }
        }
        return Arrays.copyOf(codes, there);
    }

    /** The codes of all units. */
    int[][] allCodes() {
        int[][] all = new int[count()][];
        Arrays.setAll(all, this::codes);
        return all;
    }

    /** How often each category is counted. */
    static long[] totals(int[][] codes, int[] times, int categories) {
        long[] totals = new long[categories];
        for (int i = 0; i < codes.length; i++) {
            if (times[i] > 0) {
                for (int code : codes[i]) {
                    totals[code] += times[i];
                }
            }
        }
        return totals;
    }

    /** The share of the pairs of ratings within a unit that are of different categories. */
    static double disagreement(int[] codes) {
        long different = 0;
        for (int i = 0; i < codes.length; i++) {
            for (int j = 0; j < i; j++) {
                different += codes[i] == codes[j] ? 0 : 1;
            }
        }
        return 2.0 * different / ((long) codes.length * (codes.length - 1));
    }

    AgreementResult.Counts counts() {
        int values = 0;
        for (int i = 0; i < count(); i++) {
            values += codes(i).length;
        }
        return new AgreementResult.Counts(count(), ratings.unitCount() - count(), values);
    }
}
