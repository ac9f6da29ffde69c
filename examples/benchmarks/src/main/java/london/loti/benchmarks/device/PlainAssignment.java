package london.loti.benchmarks.device;

import java.util.Arrays;

import london.loti.referral.device.allocation.TransportProblem;

/**
 * The plain way: every device is a column of its own, every need a row, one more column a need for going unmet, and the
 * Hungarian method as it stands in textbooks, a row at a time.
 */
final class PlainAssignment {
    private static final long UNMET = 10_000_000;

    private final long[][] points;
    private final int[] classOf;

    PlainAssignment(int[] supply, long[][] points) {
        this.points = points;
        classOf = new int[Arrays.stream(supply).sum()];
        int column = 0;
        for (int k = 0; k < supply.length; k++) {
            for (int i = 0; i < supply[k]; i++) {
                classOf[column++] = k;
            }
        }
    }

    private long cost(int row, int column) {
        if (column >= classOf.length) {
            return column - classOf.length == row ? UNMET : UNMET * 10;
        }
        long cell = points[row][classOf[column]];
        return cell == TransportProblem.FORBIDDEN ? UNMET * 10 : cell;
    }

    /** The least total of points where as many as possible are met. */
    long leastPoints() {
        int rows = points.length;
        int columns = classOf.length + rows;
        long[] u = new long[rows + 1];
        long[] v = new long[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] way = new int[columns + 1];
        long[] least = new long[columns + 1];
        boolean[] used = new boolean[columns + 1];
        for (int i = 1; i <= rows; i++) {
            rowOf[0] = i;
            int at = 0;
            Arrays.fill(least, Long.MAX_VALUE);
            Arrays.fill(used, false);
            do {
                used[at] = true;
                int row = rowOf[at];
                long delta = Long.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= columns; j++) {
                    if (!used[j]) {
                        long reduced = cost(row - 1, j - 1) - u[row] - v[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            way[j] = at;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                at = next;
            } while (rowOf[at] != 0);
            do {
                rowOf[at] = rowOf[way[at]];
                at = way[at];
            } while (at != 0);
        }
        long total = 0;
        for (int j = 1; j <= classOf.length; j++) {
            total += rowOf[j] == 0 ? 0 : points[rowOf[j] - 1][classOf[j - 1]];
        }
        return total;
    }
}
