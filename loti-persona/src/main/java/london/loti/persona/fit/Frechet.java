package london.loti.persona.fit;

import java.util.Arrays;

/**
 * Between which shares the share of those who have several traits must lie, if only the share of each is known.
 *
 * @param lower all that the traits must have in common, however little they go together
 * @param independent where they have nothing to do with each other: the product
 * @param upper the rarest of them
 */
record Frechet(double lower, double independent, double upper) {
    private static final Frechet UNKNOWN = new Frechet(Double.NaN, Double.NaN, Double.NaN);

    /**
     * All {@code NaN} where a share is.
     *
     * @param whole 1, or 100 for percentages
     * @param shares one or more, from 0 to the whole, in any order; sorted here, so that their order can't change a bit
     */
    static Frechet of(double whole, double... shares) {
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) { // NaN is sorted last
            return UNKNOWN;
        }
        double upper = sorted[0];
        double lower = sorted[0];
        double product = sorted[0];
        for (int i = 1; i < sorted.length; i++) {
            lower -= whole - sorted[i];
            product *= sorted[i] / whole;
        }
        lower = Math.min(upper, Math.max(0, lower)); // the last bits must not turn them about
        return new Frechet(lower, Math.min(upper, Math.max(lower, product)), upper);
    }
}
