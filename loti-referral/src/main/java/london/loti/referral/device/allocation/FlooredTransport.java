package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.referral.device.allocation.Objective.Score;

/**
 * The transport problem with floors. A floor is a limit on those who go unmet, so floors that count nobody twice are
 * columns of the same flow. Where an area's floor and a group's count the same needs, {@link QuotaSearch} first says
 * how many of each cell (those whom the same floors count) are to be met; under these quotas it is a flow again.
 */
final class FlooredTransport {
    private final Demand demand;
    private final Objective objective;
    private final long[] lots; // of cells, to choose between equally good quotas
    private final int[] sizes;
    private final int[] cellSizes;

    FlooredTransport(Demand demand, long[] lots) {
        this.demand = demand;
        this.lots = lots.clone();
        sizes = demand.sizes();
        cellSizes = demand.cellSizes();
        objective = Objective.of(sizes, demand.penalties() != null);
    }

    Demand demand() {
        return demand;
    }

    Objective objective() {
        return objective;
    }

    int[] cellSizes() {
        return cellSizes;
    }

    long lot(int cell) {
        return lots[cell];
    }

    /**
     * The best flow.
     *
     * @param flow rows in the stock's columns, then in columns for those who go unmet
     * @param score what it is worth
     * @param unmetColumn the column of those in a cell who go unmet
     * @param crossing whether quotas were searched for, so that prices hold under them alone
     */
    record Solved(ColumnFlow flow, Score score, List<Integer> unmetColumn, boolean crossing) {}

    /** The best flow with these devices and floors; null where the floors can't hold together. */
    @Nullable
    Solved solve(int[] supply, int[] floors) {
        if (!crosses(floors)) {
            return solveFlow(supply, floors);
        }
        Solved free = solveFlow(supply, new int[floors.length]);
        if (free == null || holds(free, floors)) {
            return free == null ? null : new Solved(free.flow(), free.score(), free.unmetColumn(), true);
        }
        int[] quota = new QuotaSearch(this, supply, floors).search();
        return quota == null ? null : solveQuota(supply, quota);
    }

    /** Whether two floors count the same needs. */
    private boolean crosses(int[] floors) {
        return IntStream.range(0, cellSizes.length)
                .anyMatch(c -> IntStream.range(0, floors.length)
                                .filter(f -> floors[f] > 0 && demand.counts(f, c))
                                .count()
                        > 1);
    }

    /** Floors of which none counts the needs of another. */
    private @Nullable Solved solveFlow(int[] supply, int[] floors) {
        int[] column = new int[cellSizes.length];
        long[] room = new long[floors.length + 1]; // a column a floor, and one for everybody else
        for (int f = 0; f < floors.length; f++) {
            room[f] = -floors[f];
        }
        for (int c = 0; c < column.length; c++) {
            int cell = c;
            column[c] = IntStream.range(0, floors.length)
                    .filter(f -> floors[f] > 0 && demand.counts(f, cell))
                    .findFirst()
                    .orElse(floors.length);
            room[column[c]] += cellSizes[c];
        }
        return solve(supply, column, room, false);
    }

    /** The best flow in which so many at least are met in every cell; null where there is none. */
    @Nullable
    Solved solveQuota(int[] supply, int[] quota) {
        int[] column = IntStream.range(0, quota.length).toArray();
        long[] room = IntStream.range(0, quota.length)
                .mapToLong(c -> cellSizes[c] - quota[c])
                .toArray();
        return solve(supply, column, room, true);
    }

    private @Nullable Solved solve(int[] supply, int[] unmetColumn, long[] room, boolean crossing) {
        if (Arrays.stream(room).anyMatch(places -> places < 0)) {
            return null;
        }
        int stock = supply.length;
        long[] capacity = Arrays.copyOf(Arrays.stream(supply).asLongStream().toArray(), stock + room.length);
        System.arraycopy(room, 0, capacity, stock, room.length);
        int[] unmet = Arrays.stream(demand.cells()).map(c -> unmetColumn[c]).toArray();
        ColumnFlow flow =
                new ColumnFlow(objective.costs(demand.points(), demand.penalties(), unmet, room.length), capacity);
        for (int row = 0; row < sizes.length; row++) {
            if (!flow.place(row, sizes[row])) {
                return null;
            }
        }
        List<Integer> columns =
                Arrays.stream(unmetColumn).map(c -> stock + c).boxed().toList();
        return new Solved(flow, objective.score(flow.totalCost()), columns, crossing);
    }

    /** How many of a row are met. */
    int met(Solved solved, int row) {
        return sizes[row] - solved.flow().flow(solved.unmetColumn().get(demand.cells()[row]), row);
    }

    /** How many are met whom a floor counts. */
    int metOf(Solved solved, int floor) {
        return IntStream.range(0, sizes.length)
                .filter(row -> demand.counts(floor, demand.cells()[row]))
                .map(row -> met(solved, row))
                .sum();
    }

    private boolean holds(Solved solved, int[] floors) {
        return IntStream.range(0, floors.length).allMatch(f -> floors[f] == 0 || metOf(solved, f) >= floors[f]);
    }

    /** How many of those whom a floor counts could be met if nobody else were. */
    int most(int floor, int[] supply) {
        int[] rows = IntStream.range(0, sizes.length)
                .filter(row -> demand.counts(floor, demand.cells()[row]))
                .toArray();
        return TransportProblem.of(
                        supply,
                        Arrays.stream(rows).map(row -> sizes[row]).toArray(),
                        Arrays.stream(rows)
                                .mapToObj(row -> demand.points()[row])
                                .toArray(long[][]::new))
                .solve()
                .met();
    }

    /** A smallest part of the floors that can't hold together: without any one of it, the rest of it can. */
    List<Integer> conflict(int[] supply, int[] floors) {
        int[] kept = floors.clone();
        for (int f = 0; f < kept.length; f++) {
            int[] without = kept.clone();
            without[f] = 0;
            if (solve(supply, without) == null) {
                kept = without;
            }
        }
        List<Integer> conflict = new ArrayList<>();
        for (int f = 0; f < kept.length; f++) {
            if (kept[f] > 0) {
                conflict.add(f);
            }
        }
        return conflict;
    }
}
