package london.loti.evaluation.economics;

import java.util.List;
import java.util.Objects;

/** Rules that amounts and shares keep wherever they stand. */
final class Amounts {
    /** No year of an appraisal is later: the bands of a discount schedule are read with care to here. */
    static final int LAST_YEAR = 500;

    /** No amount, count or quantity is larger: it is more than all pounds there are, and sums stay finite below it. */
    static final double LARGEST = 1e15;

    /** No sum is of anything larger: the squares of sums below it are finite. */
    static final double LARGEST_PRODUCT = 1e100;

    private Amounts() {}

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be a number, but was " + value);
        }
        return value;
    }

    /** An amount of either sign that sums can hold. */
    static double bounded(String what, double value) {
        if (!(Math.abs(finite(what, value)) <= LARGEST)) {
            throw new IllegalArgumentException(
                    what + " must be at most 1e15 (a thousand million million) in size, but was " + value);
        }
        return value;
    }

    static double notNegative(String what, double value) {
        if (!(bounded(what, value) >= 0)) {
            throw new IllegalArgumentException(what + " must not be negative, but was " + value);
        }
        return value;
    }

    static double share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    what + " must be from 0 to 1, but was " + value + "\nMaybe 0.2 was meant for 20 per cent.");
        }
        return value;
    }

    static double growth(String what, double value) {
        if (!(finite(what, value) > -1)) {
            throw new IllegalArgumentException(
                    what + " must be above -1, but was " + value + "\nMaybe 0.02 was meant for 2 per cent a year.");
        }
        return value;
    }

    static int year(String what, int value) {
        if (value < 0 || value > LAST_YEAR) {
            throw new IllegalArgumentException(what + " must be from 0 to " + LAST_YEAR + ", but was " + value
                    + "\nMaybe count years from the decision, which is year 0.");
        }
        return value;
    }

    static int priceYear(String what, int value) {
        if (value < 1900 || value > 2200) {
            throw new IllegalArgumentException(what + " needs a price year such as 2026, but has " + value);
        }
        return value;
    }

    static List<Double> byYear(String what, List<Double> amounts) {
        List<Double> copy = List.copyOf(Objects.requireNonNull(amounts, () -> what + " needs amounts by year"));
        if (copy.isEmpty() || copy.size() > LAST_YEAR + 1) {
            throw new IllegalArgumentException(
                    what + " needs amounts for 1 to " + (LAST_YEAR + 1) + " years, but has " + copy.size());
        }
        copy.forEach(amount -> bounded("an amount of " + what, amount));
        return copy;
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The number of draws of a model. */
    static int draws(int draws) {
        if (draws < 100 || draws > 1_000_000) {
            throw new IllegalArgumentException("'draws' must be from 100 to 1,000,000, but were " + draws);
        }
        return draws;
    }
}
