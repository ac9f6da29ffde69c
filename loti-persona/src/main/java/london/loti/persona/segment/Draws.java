package london.loti.persona.segment;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows by chance; the same seed draws the same rows on every platform. */
final class Draws {
    private Draws() {}

    /** A whole number from 0 to bound - 1. */
    static int below(SplittableRandom random, int bound) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    /** The numbers from 0 to size - 1 in any order. */
    static int[] order(SplittableRandom random, int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = below(random, i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** As many rows as there are, drawn with replacement. */
    static int[] withReplacement(SplittableRandom random, int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = below(random, size);
        }
        return rows;
    }
}
