package london.loti.persona.evidence;

import java.util.Arrays;

/** Fleiss' kappa over complete units; raw agreement is the same without taking anything off for chance. */
final class Fleiss implements Statistic {
    private final int[][] codes;
    private final int categories;
    private final double[] disagreement;
    private final boolean raw;

    Fleiss(UsedUnits units, boolean raw) {
        this.codes = units.allCodes();
        this.categories = units.ratings().categories().size();
        this.disagreement =
                Arrays.stream(codes).mapToDouble(UsedUnits::disagreement).toArray();
        this.raw = raw;
    }

    @Override
    public Parts of(int[] times) {
        double sum = 0;
        long units = 0;
        for (int i = 0; i < codes.length; i++) {
            sum += times[i] * disagreement[i];
            units += times[i];
        }
        double observed = sum / units;
        if (raw) {
            return new Parts(1 - observed, 1 - observed, 0);
        }
        long[] totals = UsedUnits.totals(codes, times, categories);
        double n = Arrays.stream(totals).sum();
        double expected = 0;
        for (long total : totals) {
            expected += total / n * ((n - total) / n);
        }
        double kappa = expected == 0 ? Double.NaN : 1 - observed / expected;
        return new Parts(kappa, 1 - observed, 1 - expected);
    }
}
