package london.loti.persona.segment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleConsumer;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;

/**
 * How far every two rows of a sample lie apart: symmetric, 0 from a row to itself, never missing.
 *
 * <p>Only one half is kept, in one array: 5,000 rows take 100 MB, and {@value #MOST_ROWS} rows are the most. Made row
 * by row on all processors, with the same bits for any number of them. Rows count from 0; messages count them from 1.
 * Immutable and thread-safe.
 */
public final class Dissimilarities {
    /** One half of more rows does not fit into one array. */
    public static final int MOST_ROWS = 65_536;

    /** Rows that share a buffer; neighbours lie near each other in memory. */
    private static final int CHUNK = 32;

    private final String measure;
    private final int size;
    private final double[] below;

    private Dissimilarities(String measure, int size, double[] below) {
        this.measure = measure;
        this.size = size;
        this.below = below;
    }

    /**
     * {@return Gower's distances by the ranges that the sample has, see {@link Gower#observed}}
     *
     * @param sample the rows; attributes that are {@link AttributeUse#AUDIT_ONLY} are left out
     * @throws IllegalArgumentException if {@link SegmentInput} finds an error in the sample, if two rows share no
     *     answer that says anything, or if there are too many rows
     */
    public static Dissimilarities of(Sample sample) {
        return of(sample, share -> {});
    }

    /**
     * {@return Gower's distances by the ranges that the sample has, see {@link Gower#observed}}
     *
     * @param sample the rows; attributes that are {@link AttributeUse#AUDIT_ONLY} are left out
     * @param progress told the share that is done, from 0 to 1, by the thread that calls
     * @throws IllegalArgumentException as {@link #of(Sample)} says
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public static Dissimilarities of(Sample sample, DoubleConsumer progress) {
        Sample used = SegmentInput.require(sample);
        return gower(used, Gower.observed(used), "Gower by observed ranges", progress);
    }

    /**
     * {@return the distances by a given measure, for example one with declared ranges} An attribute of the measure may
     * have one value only: whoever names the measure has chosen it.
     *
     * @param sample the rows
     * @param measure its attributes are compared, whatever else the sample holds
     * @param progress told the share that is done, from 0 to 1, by the thread that calls
     * @throws IllegalArgumentException if the sample lacks an attribute of the measure, if two rows share no answer
     *     that says anything, or if there are too many rows
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public static Dissimilarities of(Sample sample, Gower measure, DoubleConsumer progress) {
        Sample used =
                sample.columns(measure.attributes().stream().map(Attribute::id).toList());
        if (!used.attributes().equals(measure.attributes())) {
            throw new IllegalArgumentException("the measure's attributes must be those of the sample, but some differ");
        }
        return gower(used, measure, "Gower", progress);
    }

    /**
     * {@return given distances}
     *
     * @param rows a square matrix, symmetric, 0 on the diagonal, elsewhere 0 or more
     * @throws IllegalArgumentException if it is not
     */
    public static Dissimilarities of(double[][] rows) {
        requireRows(rows.length);
        double[] below = new double[places(rows.length)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows.length) {
                throw new IllegalArgumentException("row " + (i + 1) + " must have " + rows.length
                        + " distances, one to each row, but has " + rows[i].length);
            }
            for (int j = 0; j <= i; j++) {
                double distance = rows[i][j];
                boolean right = Double.isFinite(distance) && distance >= 0 && (i != j || distance == 0);
                if (!right || distance != rows[j][i]) {
                    throw new IllegalArgumentException("the distance of rows " + (j + 1) + " and " + (i + 1)
                            + " must be a number of 0 or more, the same both ways, and 0 from a row to itself");
                }
                if (j < i) {
                    below[place(i, j)] = distance;
                }
            }
        }
        return new Dissimilarities("given distances", rows.length, below);
    }

    private static Dissimilarities gower(Sample sample, Gower measure, String words, DoubleConsumer progress) {
        int size = sample.size();
        requireRows(size);
        double[][] columns = new double[sample.attributes().size()][size];
        for (int k = 0; k < columns.length; k++) {
            sample.copy(k, 0, columns[k]);
        }
        double[] below = new double[places(size)];
        int[] without = new int[size];
        // the last rows have most to do, so they are paired with the first: blocks take the same time
        int half = (size + 1) / 2;
        Work.of(progress).each(half, pair -> {
            without[pair] = fill(columns, measure, pair, below);
            int other = size - 1 - pair;
            if (other != pair) {
                without[other] = fill(columns, measure, other, below);
            }
        });
        requireDistances(without);
        return new Dissimilarities(words, size, below);
    }

    /** Fills the distances of a row to the rows before it; returns the last of these without one, or -1. */
    private static int fill(double[][] columns, Gower measure, int row, double[] below) {
        double[] sums = new double[row];
        double[] weights = new double[row];
        for (int k = 0; k < columns.length; k++) {
            double[] column = columns[k];
            double value = column[row];
            if (Double.isNaN(value)) {
                continue;
            }
            for (int j = 0; j < row; j++) {
                double weight = measure.weight(k, value, column[j]);
                if (weight > 0) {
                    sums[j] += weight * measure.difference(k, value, column[j]);
                    weights[j] += weight;
                }
            }
        }
        int without = -1;
        int start = places(row);
        for (int j = 0; j < row; j++) {
            below[start + j] = sums[j] / weights[j];
            if (weights[j] == 0) {
                without = j;
            }
        }
        return without;
    }

    private static void requireDistances(int[] without) {
        BitSet rows = new BitSet();
        for (int row = 0; row < without.length; row++) {
            rows.set(row, without[row] >= 0);
        }
        if (rows.isEmpty()) {
            return;
        }
        List<String> pairs = rows.stream()
                .limit(5)
                .mapToObj(row -> (without[row] + 1) + " and " + (row + 1))
                .toList();
        throw new IllegalArgumentException("every two rows must share an answer that says something, but rows "
                + String.join(", ", pairs) + (rows.cardinality() > 5 ? ", and others," : "")
                + " do not, so they have no distance\nMaybe leave out rows with few answers.");
    }

    private static void requireRows(int rows) {
        if (rows < 2 || rows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "distances need 2 to " + MOST_ROWS + " rows, but there are " + rows + "\nMaybe draw a sample.");
        }
    }

    /** How many distances there are among the first rows. */
    private static int places(int rows) {
        return (int) ((long) rows * (rows - 1) / 2);
    }

    private static int place(int row, int before) {
        return places(row) + before;
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /** {@return how the distances were made} */
    public String measure() {
        return measure;
    }

    /**
     * {@return how far two rows lie apart, 0 or more}
     *
     * @param i a row, from 0
     * @param j a row, from 0
     * @throws IndexOutOfBoundsException if the rows differ and one of them does not exist
     */
    public double between(int i, int j) {
        if (i == j) {
            return 0;
        }
        return i > j ? below[place(i, j)] : below[place(j, i)];
    }

    /** Takes one row with its distances to all rows; these are overwritten afterwards. */
    interface RowConsumer {
        void accept(int row, double[] distances);
    }

    /** Gives every row once, in any order and side by side. */
    void eachRow(Work work, RowConsumer consumer) {
        work.each((size + CHUNK - 1) / CHUNK, chunk -> {
            double[] distances = new double[size];
            for (int row = chunk * CHUNK; row < Math.min(size, (chunk + 1) * CHUNK); row++) {
                copy(row, distances);
                consumer.accept(row, distances);
            }
        });
    }

    /** Copies the distances of one row to all. */
    void copy(int row, double[] into) {
        System.arraycopy(below, places(row), into, 0, row);
        into[row] = 0;
        for (int j = row + 1; j < size; j++) {
            into[j] = below[places(j) + row];
        }
    }

    double largest() {
        double largest = 0;
        for (double distance : below) {
            largest = Math.max(largest, distance);
        }
        return largest;
    }

    /** How many rows differ from each other among those that come once or more, counted up to a number. */
    int distinct(int enough, int[] times) {
        int[] found = new int[enough];
        int count = 0;
        for (int row = 0; row < size && count < enough; row++) {
            int candidate = row;
            if (times[row] > 0 && Arrays.stream(found, 0, count).allMatch(earlier -> between(candidate, earlier) > 0)) {
                found[count++] = row;
            }
        }
        return count;
    }

    /** Says how many rows there are, and how they were measured. */
    @Override
    public String toString() {
        return "Dissimilarities of " + size + " rows, " + measure;
    }
}
