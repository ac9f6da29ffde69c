package london.loti.referral.device.allocation;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What is to be least, as one whole number. Without penalties: first the needs that go unmet, then the points of those
 * that are met. With a penalty for every need: first points and penalties together, then the needs that go unmet.
 */
final class Objective {
    /** The most points, so that no sum of any problem that fits in memory is too large for a long. */
    static final long MOST_POINTS = 1_000_000;

    private final boolean penalties;
    private final long unit;

    private Objective(boolean penalties, long unit) {
        this.penalties = penalties;
        this.unit = unit;
    }

    /** For needs with these demands. */
    static Objective of(int[] demand, boolean penalties) {
        long total = Arrays.stream(demand).asLongStream().sum();
        return new Objective(penalties, penalties ? 2 * total + 3 : 2 * total * MOST_POINTS + 1);
    }

    long met(long points) {
        return penalties ? points * unit : points;
    }

    long unmet(long penalty) {
        return penalties ? penalty * unit + 1 : unit;
    }

    /** Points, and needs that go unmet. */
    Score score(long total) {
        return penalties ? new Score(total / unit, total % unit) : new Score(total % unit, total / unit);
    }

    /** The same of a difference: it is not as large as half a unit in its smaller part. */
    Score difference(long change) {
        long large = Math.floorDiv(change + unit / 2, unit);
        long small = change - large * unit;
        return penalties ? new Score(large, small) : new Score(small, large);
    }

    boolean hasPenalties() {
        return penalties;
    }

    /**
     * What a solution is worth.
     *
     * @param points points, and penalties where there are any
     * @param unmet needs that go unmet
     */
    record Score(long points, long unmet) {
        Score minus(Score other) {
            return new Score(points - other.points, unmet - other.unmet);
        }
    }

    /** The costs of all rows in the stock's columns, and in further ones for needs that go unmet. */
    long[][] costs(long[][] points, long @Nullable [] penalty, int[] unmetColumn, int unmetColumns) {
        long[][] costs = new long[points.length][];
        for (int row = 0; row < points.length; row++) {
            int stock = points[row].length;
            long[] cost = new long[stock + unmetColumns];
            Arrays.fill(cost, ColumnFlow.FORBIDDEN);
            for (int k = 0; k < stock; k++) {
                if (points[row][k] != TransportProblem.FORBIDDEN) {
                    cost[k] = met(points[row][k]);
                }
            }
            cost[stock + unmetColumn[row]] = unmet(penalty == null ? 0 : penalty[row]);
            costs[row] = cost;
        }
        return costs;
    }
}
