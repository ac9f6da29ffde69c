package london.loti.mapping.index;

/**
 * Row numbers in the order of their values, the lowest first, without the missing ones. Merges row numbers, because
 * sorting the values themselves would leave every row's place to be searched for, which costs far more. One order
 * serves all indicators of an index, so that its memory is taken once.
 */
final class Order {
    private int[] rows;
    private int[] spare;
    private int count;

    Order(int rowCount) {
        this.rows = new int[rowCount];
        this.spare = new int[rowCount];
    }

    /** Takes all rows that have a value. */
    void sort(double[] values) {
        count = 0;
        for (int row = 0; row < values.length; row++) {
            take(values, row);
        }
        merge(values);
    }

    /** Takes those of these rows that have a value. */
    void sort(double[] values, int[] candidates) {
        count = 0;
        for (int row : candidates) {
            take(values, row);
        }
        merge(values);
    }

    private void take(double[] values, int row) {
        if (!Double.isNaN(values[row])) {
            rows[count++] = row;
        }
    }

    /** Pairs of sorted runs become runs of twice the width, until there is one. */
    private void merge(double[] values) {
        for (long width = 1; width < count; width *= 2) {
            for (int from = 0; from < count; ) {
                int middle = (int) Math.min(from + width, count);
                int end = (int) Math.min(middle + width, count);
                int left = from;
                int right = middle;
                for (int to = from; to < end; to++) {
                    boolean takesLeft = right == end || (left < middle && values[rows[left]] <= values[rows[right]]);
                    spare[to] = rows[takesLeft ? left++ : right++];
                }
                from = end;
            }
            int[] merged = spare;
            spare = rows;
            rows = merged;
        }
    }

    /** How many rows have a value. */
    int count() {
        return count;
    }

    /** The row at a place; place 0 is the lowest value. */
    int row(int place) {
        return rows[place];
    }

    /** The place after the last value that equals the one at this place; {@code -0.0} and {@code 0.0} are equal. */
    int endOfEquals(double[] values, int place) {
        double value = values[rows[place]];
        int end = place + 1;
        while (end < count && values[rows[end]] == value) {
            end++;
        }
        return end;
    }
}
