package london.loti.evaluation.bootstrap;

import java.util.Arrays;

/**
 * The rows that one replicate drew, as a view: the same row may come several times. It is only good while the statistic
 * is computed, since the next replicate reuses it.
 */
public final class Resample {
    private int[] rows;
    private int size;

    Resample(int room) {
        rows = new int[room];
    }

    /** {@return how many rows were drawn; where clusters differ in size, replicates do too} */
    public int size() {
        return size;
    }

    /**
     * {@return a row of the data, from 0}
     *
     * @param position the position in the resample, from 0 and below {@link #size}
     */
    public int row(int position) {
        return rows[position];
    }

    void clear() {
        size = 0;
    }

    void add(int[] more) {
        if (size + more.length > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(2 * rows.length, size + more.length));
        }
        System.arraycopy(more, 0, rows, size, more.length);
        size += more.length;
    }

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length + 1);
        }
        rows[size++] = row;
    }
}
