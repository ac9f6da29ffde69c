package london.loti.referral.directory;

import java.util.Arrays;
import java.util.List;

/**
 * What the judges of one search leave: the rows that fit, and how many were left out by whom. A row is counted by the first
 * judge against it. Rows are bits, 64 to a word.
 */
final class Exclusions {
    /** Excluded by a judge, being the first against it. */
    final int[] first;
    /** Excluded by a judge and nobody else. */
    final int[] only;

    private final int[] fitting;

    Exclusions(List<Judge> judges, int size) {
        first = new int[judges.size()];
        only = new int[judges.size()];
        int words = (size + Long.SIZE - 1) / Long.SIZE;
        long[] byOne = new long[words];
        long[] byTwo = new long[words];
        long[] rows = all(size, words);
        long[][] no = new long[first.length][words];
        for (int j = 0; j < first.length; j++) {
            judges.get(j).exclude(rows, no[j]);
            for (int word = 0; word < words; word++) {
                long against = no[j][word];
                first[j] += Long.bitCount(against & ~byOne[word]);
                byTwo[word] |= byOne[word] & against;
                byOne[word] |= against;
                // One more against it would change nothing.
                rows[word] &= ~byTwo[word];
            }
        }
        for (int j = 0; j < first.length; j++) {
            for (int word = 0; word < words; word++) {
                only[j] += Long.bitCount(no[j][word] & ~byTwo[word]);
            }
        }
        fitting = rows(size, byOne);
    }

    private static long[] all(int size, int words) {
        long[] all = new long[words];
        Arrays.fill(all, -1L);
        if (size % Long.SIZE != 0) {
            all[words - 1] = (1L << size) - 1; // a shift counts modulo 64
        }
        return all;
    }

    private static int[] rows(int size, long[] but) {
        long[] all = all(size, but.length);
        int count = 0;
        for (int word = 0; word < all.length; word++) {
            all[word] &= ~but[word];
            count += Long.bitCount(all[word]);
        }
        int[] rows = new int[count];
        int next = 0;
        for (int word = 0; word < all.length; word++) {
            for (long left = all[word]; left != 0; left &= left - 1) {
                rows[next++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return rows;
    }

    /** The rows that fit, in their order; not to be changed. */
    int[] fitting() {
        return fitting;
    }
}
