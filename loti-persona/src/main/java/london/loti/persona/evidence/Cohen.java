package london.loti.persona.evidence;

/** Cohen's kappa, as one less the ratio of the observed to the expected weighted disagreement. */
final class Cohen implements Statistic {
    private final int[][] places;
    private final int steps;
    private final KappaWeights weights;

    /** Takes units that both raters have rated. */
    Cohen(UsedUnits units, KappaWeights weights) {
        this.weights = weights;
        Ratings ratings = units.ratings();
        int[][] codes = units.allCodes();
        int[] place = new int[ratings.categories().size()];
        boolean[] used = new boolean[place.length];
        for (int[] pair : codes) {
            used[pair[0]] = true;
            used[pair[1]] = true;
        }
        int next = 0;
        for (int category = 0; category < place.length; category++) {
            place[category] = next;
            next += used[category] || ratings.haveDeclaredOrder() ? 1 : 0;
        }
        this.steps = next;
        this.places = codes;
        for (int[] pair : places) {
            pair[0] = place[pair[0]];
            pair[1] = place[pair[1]];
        }
    }

    @Override
    public Parts of(int[] times) {
        long[] first = new long[steps];
        long[] second = new long[steps];
        long sum = 0;
        long n = 0;
        for (int i = 0; i < places.length; i++) {
            first[places[i][0]] += times[i];
            second[places[i][1]] += times[i];
            sum += times[i] * weight(places[i][0], places[i][1]);
            n += times[i];
        }
        double chance = 0;
        for (int i = 0; i < steps; i++) {
            double row = 0;
            for (int j = 0; first[i] > 0 && j < steps; j++) {
                row += (double) second[j] * weight(i, j);
            }
            chance += first[i] * row;
        }
        double observed = (double) sum / n;
        double expected = chance / ((double) n * n);
        double kappa = expected == 0 ? Double.NaN : 1 - observed / expected;
        double greatest = Math.max(1, weight(0, steps - 1));
        return new Parts(kappa, 1 - observed / greatest, 1 - expected / greatest);
    }

    private long weight(int i, int j) {
        long step = Math.abs(i - j);
        return switch (weights) {
            case UNWEIGHTED -> Math.min(1, step);
            case LINEAR -> step;
            case QUADRATIC -> step * step;
        };
    }
}
