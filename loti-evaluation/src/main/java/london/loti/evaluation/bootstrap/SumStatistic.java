package london.loti.evaluation.bootstrap;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.numeric.Sums;

/**
 * A statistic that is a function of sums of columns, which can hence be summed by unit beforehand. Columns are centred,
 * so that plain sums in the inner loop keep their digits.
 */
final class SumStatistic implements Statistic {
    /** What becomes of the sums. */
    @FunctionalInterface
    interface Combination {
        double of(double[] sums, double rows);
    }

    private final double[][] columns;
    private final Combination combination;
    private final String hash;

    private SumStatistic(double[][] columns, Combination combination, String hash) {
        this.columns = columns;
        this.combination = combination;
        this.hash = hash;
    }

    static SumStatistic mean(double[] values) {
        double centre = centre("values", values);
        return new SumStatistic(
                new double[][] {less(values, centre)}, (sums, rows) -> centre + sums[0] / rows, DataHash.of(values));
    }

    static SumStatistic differenceOfMeans(double[] values, boolean[] treated) {
        requireSame(values.length, treated.length);
        double[] centred = less(values, centre("values", values));
        double[] ofTreated = new double[values.length];
        double[] ofOthers = new double[values.length];
        double[] indicator = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            indicator[i] = treated[i] ? 1 : 0;
            ofTreated[i] = treated[i] ? centred[i] : 0;
            ofOthers[i] = treated[i] ? 0 : centred[i];
        }
        return new SumStatistic(
                new double[][] {ofTreated, ofOthers, indicator},
                (sums, rows) -> sums[0] / sums[2] - sums[1] / (rows - sums[2]),
                DataHash.of(values, indicator));
    }

    static SumStatistic ratio(double[] numerators, double[] denominators) {
        requireSame(numerators.length, denominators.length);
        double above = centre("numerators", numerators);
        double below = centre("denominators", denominators);
        return new SumStatistic(
                new double[][] {less(numerators, above), less(denominators, below)},
                (sums, rows) -> (sums[0] + rows * above) / (sums[1] + rows * below),
                DataHash.of(numerators, denominators));
    }

    private static double centre(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " must be finite, but that of row " + (i + 1) + " is not"
                        + "\nMaybe leave out rows with missing values first.");
            }
        }
        return values.length == 0 ? 0 : Sums.mean(values);
    }

    private static double[] less(double[] values, double centre) {
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - centre;
        }
        return centred;
    }

    private static void requireSame(int length, int other) {
        if (length != other) {
            throw new IllegalArgumentException(
                    "columns must be of the same length, but were " + length + " and " + other);
        }
    }

    /** The number of rows of the data. */
    int rows() {
        return columns[0].length;
    }

    /** How many columns are summed. */
    int width() {
        return columns.length;
    }

    /** The hash of the data that the statistic was made from. */
    String hash() {
        return hash;
    }

    /** The sums of a unit's rows are written behind each other: column by column, then the number of rows. */
    void addTo(double[] sums, int at, int row) {
        for (int c = 0; c < columns.length; c++) {
            sums[at + c] += columns[c][row];
        }
        sums[at + columns.length]++;
    }

    /** The statistic of sums that stand in the same order. */
    double combine(double[] sums) {
        return combination.of(sums, sums[columns.length]);
    }

    @Override
    public double of(Resample rows) {
        double[] sums = new double[columns.length + 1];
        for (int i = 0; i < rows.size(); i++) {
            addTo(sums, 0, rows.row(i));
        }
        return combine(sums);
    }
}
