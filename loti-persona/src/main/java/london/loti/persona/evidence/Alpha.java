package london.loti.persona.evidence;

import java.util.Arrays;

/** Krippendorff's alpha over the units that have two ratings or more. */
final class Alpha implements Statistic {
    private final int[][] codes;
    private final MeasurementLevel level;
    private final double[] scale;
    private final double[] disagreement;

    Alpha(UsedUnits units, MeasurementLevel level) {
        Ratings ratings = units.ratings();
        this.codes = units.allCodes();
        this.level = level;
        this.scale = new double[ratings.categories().size()];
        if (ratings.areNumbers()) {
            Arrays.setAll(scale, ratings::number);
        }
        this.disagreement = level == MeasurementLevel.ORDINAL
                ? new double[0]
                : Arrays.stream(codes).mapToDouble(this::pairs).toArray();
    }

    @Override
    public Parts of(int[] times) {
        long[] totals = UsedUnits.totals(codes, times, scale.length);
        long n = Arrays.stream(totals).sum();
        double[] places = level == MeasurementLevel.ORDINAL ? middleRanks(totals, n) : scale;
        double sum = 0;
        for (int i = 0; i < codes.length; i++) {
            if (times[i] > 0) {
                sum += times[i] * (level == MeasurementLevel.ORDINAL ? rankPairs(codes[i], places) : disagreement[i]);
            }
        }
        double chance = 0;
        for (int c = 0; c < totals.length; c++) {
            double row = 0;
            for (int k = 0; totals[c] > 0 && k < c; k++) {
                row += totals[k] * squaredDifference(c, k, places);
            }
            chance += 2 * totals[c] * row;
        }
        double observed = sum / n;
        double expected = chance / ((double) n * (n - 1));
        return new Parts(expected == 0 ? Double.NaN : 1 - observed / expected, observed, expected);
    }

    /** All differences within a unit, over the number of its ratings less one. */
    private double pairs(int[] unit) {
        double sum = 0;
        for (int i = 0; i < unit.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += squaredDifference(unit[i], unit[j], scale);
            }
        }
        return 2 * sum / (unit.length - 1);
    }

    /** The same for ranks, which are other ones in every replicate; exact, for they are halves of whole numbers. */
    private static double rankPairs(int[] unit, double[] ranks) {
        double sum = 0;
        double squares = 0;
        for (int code : unit) {
            sum += ranks[code];
            squares += ranks[code] * ranks[code];
        }
        return 2 * (unit.length * squares - sum * sum) / (unit.length - 1);
    }

    /**
     * The middle rank of each category, counted from the middle of all. The ordinal metric of Krippendorff, the sum of
     * all totals from c to k less half of both ends, is the difference of these.
     */
    private static double[] middleRanks(long[] totals, long n) {
        double[] ranks = new double[totals.length];
        long below = 0;
        for (int c = 0; c < totals.length; c++) {
            ranks[c] = (2 * below + totals[c] - n) / 2.0;
            below += totals[c];
        }
        return ranks;
    }

    private double squaredDifference(int c, int k, double[] places) {
        if (c == k) {
            return 0;
        }
        if (level == MeasurementLevel.NOMINAL) {
            return 1;
        }
        double difference = places[c] - places[k];
        if (level == MeasurementLevel.RATIO) {
            difference /= places[c] + places[k];
        }
        return difference * difference;
    }
}
