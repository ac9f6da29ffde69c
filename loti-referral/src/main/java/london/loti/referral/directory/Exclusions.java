package london.loti.referral.directory;

import java.util.Arrays;
import java.util.List;

/**
 * What the judges of one search leave: the rows that fit, and how many were left out by whom. A row with two against it
 * changes no count any more, so only the others are looked at by the judges that are still to come.
 */
final class Exclusions {
    /** Excluded by a judge, being the first against it. */
    final int[] first;
    /** Excluded by a judge and nobody else. */
    final int[] only;

    private final byte[] against;
    private int[] rows;

    Exclusions(List<Judge> judges, int size) {
        first = new int[judges.size()];
        only = new int[judges.size()];
        against = new byte[size];
        rows = new int[size];
        int count = size;
        Arrays.setAll(rows, row -> row);
        for (int j = 0; j < first.length; j++) {
            count = exclude(judges.get(j), j, count);
        }
        int fitting = 0;
        for (int i = 0; i < count; i++) {
            rows[fitting] = rows[i];
            fitting += against[rows[i]] == 0 ? 1 : 0;
        }
        rows = Arrays.copyOf(rows, fitting);
    }

    /** How many rows are left that have one against them at most. */
    private int exclude(Judge judge, int number, int count) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (judge.verdict(row) != Judge.NO) {
                rows[left++] = row;
            } else if (against[row] == 0) {
                against[row] = (byte) (number + 1);
                first[number]++;
                only[number]++;
                rows[left++] = row;
            } else {
                only[against[row] - 1]--;
            }
        }
        return left;
    }

    /** The rows that fit, in their order; not to be changed. */
    int[] fitting() {
        return rows;
    }
}
