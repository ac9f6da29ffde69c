package london.loti.persona.segment;

/**
 * How far two divisions of the same rows agree: 1 if they are the same whatever the numbers of their segments, about 0
 * if they agree no more than chance would have them, less if they agree even less.
 *
 * <p>Counted are the pairs of rows that are together: {@code (both - expected) / (mean of each - expected)}, where
 * {@code expected} is {@code pairs in a * pairs in b / all pairs}. <a
 * href="https://doi.org/10.1007/BF01908075">Hubert and Arabie 1985</a>. <b>Edge cases:</b> where the formula is 0 / 0
 * (both divisions have one segment, or both have every row by itself) the divisions are the same, and it is 1; if only
 * one of them is so, it is 0. Empty segments change nothing.
 */
public final class AdjustedRand {
    private AdjustedRand() {}

    /**
     * {@return the adjusted Rand index, at most 1; the same for (b, a)}
     *
     * @param a a division of rows
     * @param b another division of the same rows, with as many segments or not
     * @throws IllegalArgumentException if they have not the same number of rows
     */
    public static double of(Segments a, Segments b) {
        if (a.rowCount() != b.rowCount()) {
            throw new IllegalArgumentException(
                    "both divisions must be of the same rows, but have " + a.rowCount() + " and " + b.rowCount());
        }
        int[][] table = new int[a.k()][b.k()];
        for (int row = 0; row < a.rowCount(); row++) {
            table[a.segment(row)][b.segment(row)]++;
        }
        double both = 0;
        for (int[] counts : table) {
            for (int count : counts) {
                both += pairs(count);
            }
        }
        double inA = a.sizes().stream().mapToDouble(AdjustedRand::pairs).sum();
        double inB = b.sizes().stream().mapToDouble(AdjustedRand::pairs).sum();
        double all = pairs(a.rowCount());
        if (inA == inB && (inA == 0 || inA == all)) {
            return 1;
        }
        double expected = inA * inB / all;
        return (both - expected) / ((inA + inB) / 2 - expected);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }
}
