package london.loti.evaluation.numeric;

/** What can be read off values in their order. */
public final class OrderStatistics {
    private OrderStatistics() {}

    /**
     * {@return the quantile of type 7 of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566, which is R's own: linear
     * between the values on both sides of the place (n − 1) share}
     *
     * @param sorted the values in their order, at least one
     * @param share from 0 to 1
     */
    public static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        double fuzz = 4 * Math.ulp(place); // a place that is off a whole number by rounding alone is that number
        int below = (int) Math.floor(place + fuzz);
        double rest = place - below;
        if (below + 1 >= sorted.length || Math.abs(rest) < fuzz || sorted[below] == sorted[below + 1]) {
            return sorted[Math.min(below, sorted.length - 1)];
        }
        return sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
