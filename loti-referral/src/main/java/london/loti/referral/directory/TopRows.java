package london.loti.referral.directory;

/** The best rows by their scores, of equal ones those with the smaller row: a heap that holds no more than are wanted. */
final class TopRows {
    private final int[] rows;
    private final double[] scores;
    private int size;

    TopRows(int wanted) {
        rows = new int[wanted];
        scores = new double[wanted];
    }

    void offer(int row, double score) {
        if (size < rows.length) {
            int at = size++;
            while (at > 0 && isWorse(row, score, rows[(at - 1) / 2], scores[(at - 1) / 2])) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            set(at, row, score);
        } else if (size > 0 && isWorse(rows[0], scores[0], row, score)) {
            sink(row, score);
        }
    }

    /** The rows, the best first; the heap is empty afterwards. */
    int[] drain() {
        int[] best = new int[size];
        while (size > 0) {
            best[size - 1] = rows[0];
            size--;
            sink(rows[size], scores[size]);
        }
        return best;
    }

    /** Puts a row where the worst was. */
    private void sink(int row, double score) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isWorse(rows[child + 1], scores[child + 1], rows[child], scores[child])) {
                child++;
            }
            if (!isWorse(rows[child], scores[child], row, score)) {
                break;
            }
            move(child, at);
            at = child;
        }
        if (size > 0) {
            set(at, row, score);
        }
    }

    private static boolean isWorse(int row, double score, int thanRow, double thanScore) {
        return score < thanScore || (score == thanScore && row > thanRow);
    }

    private void move(int from, int to) {
        set(to, rows[from], scores[from]);
    }

    private void set(int at, int row, double score) {
        rows[at] = row;
        scores[at] = score;
    }
}
