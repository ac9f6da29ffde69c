package london.loti.persona.evidence;

/** Gwet's AC1 over all units with a rating; agreement comes from those with two or more. */
final class Gwet implements Statistic {
    private final int[][] codes;
    private final int categories;
    private final boolean oneCategory;

    Gwet(UsedUnits units) {
        this.codes = units.allCodes();
        this.categories = units.ratings().categories().size();
        boolean[] used = new boolean[categories];
        int distinct = 0;
        for (int[] unit : codes) {
            for (int code : unit) {
                distinct += used[code] ? 0 : 1;
                used[code] = true;
            }
        }
        this.oneCategory = distinct < 2;
    }

    @Override
    public Parts of(int[] times) {
        double[] shares = new double[categories];
        double disagreement = 0;
        long rated = 0;
        long paired = 0;
        for (int i = 0; i < codes.length; i++) {
            if (times[i] == 0) {
                continue;
            }
            for (int code : codes[i]) {
                shares[code] += (double) times[i] / codes[i].length;
            }
            rated += times[i];
            if (codes[i].length > 1) {
                disagreement += times[i] * UsedUnits.disagreement(codes[i]);
                paired += times[i];
            }
        }
        double chance = 0;
        for (double share : shares) {
            chance += share / rated * (1 - share / rated);
        }
        double observed = 1 - disagreement / paired;
        double expected = chance / (categories - 1);
        boolean none = oneCategory || paired == 0;
        return new Parts(none ? Double.NaN : (observed - expected) / (1 - expected), observed, expected);
    }
}
