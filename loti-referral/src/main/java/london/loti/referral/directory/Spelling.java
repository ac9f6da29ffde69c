package london.loti.referral.directory;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which known word a mistyped one was most likely meant to be: the one that differs by the fewest letters added,
 * dropped, changed or swapped with their neighbour, at most one in words of four and five letters and two in longer
 * ones; of equally near ones one with the same first letter, then the more frequent, then the first in the alphabet.
 */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int TWO_EDITS_FROM = 6;
    private static final int LONGEST = 40;

    private final Map<String, Integer> frequencies = new HashMap<>();

    /** Adds a word that is known. */
    void add(String word) {
        if (word.length() >= SHORTEST - 1 && word.length() <= LONGEST) {
            frequencies.merge(word, 1, Integer::sum);
        }
    }

    @Nullable
    String nearest(String typed) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return null;
        }
        int limit = typed.length() < TWO_EDITS_FROM ? 1 : 2;
        String best = null;
        long bestRank = Long.MAX_VALUE;
        int[][] rows = new int[3][LONGEST + 2];
        for (Map.Entry<String, Integer> known : frequencies.entrySet()) {
            String word = known.getKey();
            if (Math.abs(word.length() - typed.length()) > limit) {
                continue;
            }
            int edits = edits(typed, word, limit, rows);
            if (edits > limit) {
                continue;
            }
            int otherFirst = word.charAt(0) == typed.charAt(0) ? 0 : 1;
            long rank = ((edits * 2L + otherFirst) << 32) - known.getValue();
            boolean firstOfEquals = rank == bestRank && best != null && word.compareTo(best) < 0;
            if (rank < bestRank || firstOfEquals) {
                bestRank = rank;
                best = word;
            }
        }
        return best;
    }

    /** How many edits apart two words are, a swap of neighbours being one; more than the limit where it is more. */
    static int edits(String a, String b, int limit, int[][] rows) {
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = rows[i % 3];
            int[] above = rows[(i + 2) % 3];
            int[] twoAbove = rows[(i + 1) % 3];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int edits = Math.min(above[j - 1] + (same ? 0 : 1), 1 + Math.min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, twoAbove[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > limit) {
                return limit + 1;
            }
        }
        return rows[a.length() % 3][b.length()];
    }
}
