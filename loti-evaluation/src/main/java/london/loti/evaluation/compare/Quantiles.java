package london.loti.evaluation.compare;

import java.util.Arrays;

/**
 * Quantiles by the nine definitions of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566, numbered as there and in
 * R's {@code quantile}; type 7 is R's own. Immutable and thread-safe.
 */
public final class Quantiles {
    private static final int USUAL_TYPE = 7;

    /** As R does: a place that is off a whole number by rounding alone is that number. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final double[] sorted;
    private final int type;

    private Quantiles(double[] sorted, int type) {
        this.sorted = sorted;
        this.type = type;
    }

    /**
     * {@return the quantiles of values, of type 7}
     *
     * @param values the values; {@code NaN} is missing and left out
     * @throws london.loti.model.finding.FindingsException if there is none
     */
    public static Quantiles of(double[] values) {
        double[] present = Screening.present(values);
        new Screening().atLeast(1, "value", "values", present.length).done();
        Arrays.sort(present);
        return new Quantiles(present, USUAL_TYPE);
    }

    /**
     * {@return the same of another type}
     *
     * @param newType from 1 to 9
     * @throws IllegalArgumentException if there is no such type
     */
    public Quantiles withType(int newType) {
        if (newType < 1 || newType > 9) {
            throw new IllegalArgumentException("a quantile's type must be from 1 to 9, but was " + newType);
        }
        return new Quantiles(sorted, newType);
    }

    /**
     * {@return the quantile that a share of the values lies below}
     *
     * @param share from 0 to 1
     * @throws IllegalArgumentException if it is not
     */
    public double at(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile's share must be from 0 to 1, but was " + share
                    + "\nMaybe 0.25 was meant for 25 per cent.");
        }
        double n = sorted.length;
        return switch (type) {
            case 1, 2, 3 -> stepped(type == 3 ? n * share - 0.5 : n * share);
            case 4 -> between(n * share);
            case 5 -> between(n * share + 0.5);
            case 6 -> between((n + 1) * share);
            case 7 -> between(1 + (n - 1) * share);
            case 8 -> between(1 / 3.0 + (n + 1 / 3.0) * share);
            default -> between(3 / 8.0 + (n + 1 / 4.0) * share);
        };
    }

    private double stepped(double place) {
        double below = Math.floor(place + FUZZ);
        boolean beyond = place > below + FUZZ;
        double weight = switch (type) {
            case 1 -> beyond ? 1 : 0;
            case 2 -> beyond ? 1 : 0.5;
            default -> beyond || below % 2 != 0 ? 1 : 0;
        };
        return mixed(below, weight);
    }

    private double between(double place) {
        double below = Math.floor(place + FUZZ);
        double weight = place - below;
        return mixed(below, Math.abs(weight) < FUZZ ? 0 : weight);
    }

    private double mixed(double place, double weight) {
        double low = value((int) place);
        double high = value((int) place + 1);
        return weight == 0 || low == high ? low : weight == 1 ? high : (1 - weight) * low + weight * high;
    }

    /** The value in a place, from 1 for the smallest; beyond the ends, the end. */
    private double value(int place) {
        return sorted[Math.max(0, Math.min(sorted.length - 1, place - 1))];
    }
}
