package london.loti.persona.segment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

/**
 * The rows of a sample as k-prototypes sees them: numbers, the places of ordinals among them, and categories. {@code
 * NaN} is not known, and counts for nothing.
 */
final class MixedRows {
    private final List<Attribute> attributes;
    private final boolean[] isNumber;
    private final double[] weights;

    /** What was taken off each number, and then divided by; 0 and 1 for categories. */
    private final double[] shift;

    private final double[] unit;
    private final double[][] rows;

    private MixedRows(
            List<Attribute> attributes,
            boolean[] isNumber,
            double[] weights,
            double[] shift,
            double[] unit,
            double[][] rows) {
        this.attributes = attributes;
        this.isNumber = isNumber;
        this.weights = weights;
        this.shift = shift;
        this.unit = unit;
        this.rows = rows;
    }

    /** The rows of a sample, its numbers as they are. */
    static MixedRows of(Sample sample) {
        int width = sample.attributes().size();
        boolean[] isNumber = new boolean[width];
        double[] weights = new double[width];
        for (int column = 0; column < width; column++) {
            Attribute attribute = sample.attributes().get(column);
            isNumber[column] = attribute.kind() == AttributeKind.INTERVAL || attribute.kind() == AttributeKind.ORDINAL;
            weights[column] = attribute.weight();
        }
        double[][] rows = new double[sample.size()][width];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < width; column++) {
                rows[row][column] = sample.value(row, column);
            }
        }
        double[] unit = new double[width];
        Arrays.fill(unit, 1);
        return new MixedRows(sample.attributes(), isNumber, weights, new double[width], unit, rows);
    }

    /** The same with every number less its mean, in standard deviations. */
    MixedRows standardised() {
        double[] means = means();
        double[] newUnit = unit.clone();
        double[] newShift = shift.clone();
        for (int column = 0; column < unit.length; column++) {
            if (isNumber[column]) {
                newShift[column] = means[column];
                newUnit[column] = Math.sqrt(variance(column));
            }
        }
        double[][] scaled = new double[rows.length][unit.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < unit.length; column++) {
                scaled[row][column] = (rows[row][column] - newShift[column]) / newUnit[column];
            }
        }
        return new MixedRows(attributes, isNumber, weights, newShift, newUnit, scaled);
    }

    /** The same columns with other rows; one may come twice. */
    MixedRows rows(int... chosen) {
        double[][] taken = Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new);
        return new MixedRows(attributes, isNumber, weights, shift, unit, taken);
    }

    int size() {
        return rows.length;
    }

    boolean areAlike(int a, int b) {
        return Arrays.equals(rows[a], rows[b]); // NaN is like NaN here
    }

    /** How many rows differ from each other, counted up to a number that is enough. */
    int distinct(int enough) {
        Set<List<Double>> found = new HashSet<>();
        for (int row = 0; row < rows.length && found.size() < enough; row++) {
            found.add(Arrays.stream(rows[row]).boxed().toList());
        }
        return found.size();
    }

    /** A row as a prototype; what is not known of it is taken from another. */
    double[] prototype(int row, double[] otherwise) {
        double[] prototype = rows[row].clone();
        for (int column = 0; column < prototype.length; column++) {
            prototype[column] = Double.isNaN(prototype[column]) ? otherwise[column] : prototype[column];
        }
        return prototype;
    }

    /** The mean and the most frequent level over all rows; every column has a value. */
    double[] centre() {
        double[] nowhere = new double[unit.length];
        return centres(new int[rows.length], new double[][] {nowhere}, nowhere)[0];
    }

    /**
     * The mean of the numbers and the most frequent level of the categories of every segment; of two levels that are
     * equally frequent, the first. An empty segment keeps the prototype that it had; what is known of none of the rows
     * of a segment is taken from the centre of all.
     */
    double[][] centres(int[] segments, double[][] before, double[] otherwise) {
        double[][] after = new double[before.length][];
        int[] sizes = new int[before.length];
        for (int segment : segments) {
            sizes[segment]++;
        }
        for (int segment = 0; segment < before.length; segment++) {
            after[segment] = (sizes[segment] == 0 ? before[segment] : otherwise).clone();
        }
        for (int column = 0; column < unit.length; column++) {
            if (isNumber[column]) {
                means(column, segments, after);
            } else {
                modes(column, segments, after);
            }
        }
        return after;
    }

    private void means(int column, int[] segments, double[][] centres) {
        double[] sums = new double[centres.length];
        int[] known = new int[centres.length];
        for (int row = 0; row < rows.length; row++) {
            if (!Double.isNaN(rows[row][column])) {
                sums[segments[row]] += rows[row][column];
                known[segments[row]]++;
            }
        }
        for (int segment = 0; segment < centres.length; segment++) {
            if (known[segment] > 0) {
                centres[segment][column] = sums[segment] / known[segment];
            }
        }
    }

    private void modes(int column, int[] segments, double[][] centres) {
        int[][] counts = new int[centres.length][attributes.get(column).levels().size()];
        for (int row = 0; row < rows.length; row++) {
            if (!Double.isNaN(rows[row][column])) {
                counts[segments[row]][(int) rows[row][column]]++;
            }
        }
        for (int segment = 0; segment < centres.length; segment++) {
            int most = 0;
            for (int level = 0; level < counts[segment].length; level++) {
                if (counts[segment][level] > most) {
                    most = counts[segment][level];
                    centres[segment][column] = level;
                }
            }
        }
    }

    /** Squared differences of numbers and lambda times mismatches, over what is known of a row. */
    double distance(int row, double[] prototype, double lambda) {
        double squares = 0;
        double mismatches = 0;
        double[] values = rows[row];
        for (int column = 0; column < values.length; column++) {
            double value = values[column];
            if (isNumber[column]) {
                double difference = value - prototype[column];
                squares += Double.isNaN(difference) ? 0 : weights[column] * difference * difference;
            } else if (value != prototype[column] && !Double.isNaN(value)) {
                mismatches += weights[column];
            }
        }
        return squares + lambda * mismatches;
    }

    /** A prototype in the units of the sample. */
    List<Double> inUnits(double[] prototype) {
        Double[] values = new Double[prototype.length];
        Arrays.setAll(values, column -> prototype[column] * unit[column] + shift[column]);
        return List.of(values);
    }

    /** The mean of what a function says of each number, or each category; {@code NaN} where there is none. */
    double mean(boolean ofNumbers, IntToDoubleFunction spread) {
        double sum = 0;
        int count = 0;
        for (int column = 0; column < unit.length; column++) {
            if (isNumber[column] == ofNumbers) {
                sum += spread.applyAsDouble(column);
                count++;
            }
        }
        return sum / count;
    }

    private double[] means() {
        double[][] centre = {new double[unit.length]};
        for (int column = 0; column < unit.length; column++) {
            if (isNumber[column]) {
                means(column, new int[rows.length], centre);
            }
        }
        return centre[0];
    }

    /** The variance of the numbers that are known, divided by one less than their count. */
    double variance(int column) {
        double mean = means()[column];
        double squares = 0;
        int known = 0;
        for (double[] row : rows) {
            if (!Double.isNaN(row[column])) {
                squares += (row[column] - mean) * (row[column] - mean);
                known++;
            }
        }
        return squares / (known - 1);
    }

    /** The share of every level among the values that are known. */
    double[] shares(int column) {
        double[] shares = new double[attributes.get(column).levels().size()];
        int known = 0;
        for (double[] row : rows) {
            if (!Double.isNaN(row[column])) {
                shares[(int) row[column]]++;
                known++;
            }
        }
        for (int level = 0; level < shares.length; level++) {
            shares[level] /= known;
        }
        return shares;
    }
}
