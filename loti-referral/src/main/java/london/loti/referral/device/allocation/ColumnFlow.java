package london.loti.referral.device.allocation;

import java.util.Arrays;

/**
 * Rows with a demand put into columns with a capacity at the least total cost: successive shortest paths on the graph
 * of columns alone. From column a to column b leads the row in a that costs least to move; it is remembered, and found
 * anew only when that row leaves. So a step takes the square of the columns, however many rows there are.
 *
 * <p>Prices make it exact: a row always lies where its cost and the column's price are least, a column with room left
 * has the price nought (complementary slackness; Ahuja, Magnanti, Orlin, Network Flows, 1993, sections 9.7 and 12.4).
 * All numbers are whole. The order of rows and columns decides between equal paths, and nothing else does.
 */
final class ColumnFlow {
    static final long FORBIDDEN = Long.MAX_VALUE;
    private static final long FAR = Long.MAX_VALUE;

    private final long[][] cost; // row, column
    private final long[] capacity;
    private final long[] price;
    private final long[] load;
    private final int[][] flow; // column, row
    private final int[][] members;
    private final int[] memberCount;
    private final long[][] move; // column, column: the least change of cost of a row that moves
    private final int[][] mover;

    private final long[] distance;
    private final int[] before;
    private final boolean[] settled;
    private final int[] stale;

    ColumnFlow(long[][] cost, long[] capacity) {
        int columns = capacity.length;
        this.cost = cost;
        this.capacity = capacity.clone();
        price = new long[columns];
        load = new long[columns];
        flow = new int[columns][cost.length];
        members = new int[columns][4];
        memberCount = new int[columns];
        move = new long[columns][columns];
        mover = new int[columns][columns];
        for (int a = 0; a < columns; a++) {
            Arrays.fill(move[a], FORBIDDEN);
            Arrays.fill(mover[a], -1);
        }
        distance = new long[columns];
        before = new int[columns];
        settled = new boolean[columns];
        stale = new int[columns];
    }

    int columns() {
        return capacity.length;
    }

    int rows() {
        return cost.length;
    }

    long cost(int row, int column) {
        return cost[row][column];
    }

    int flow(int column, int row) {
        return flow[column][row];
    }

    long load(int column) {
        return load[column];
    }

    long price(int column) {
        return price[column];
    }

    boolean hasRoom(int column) {
        return load[column] < capacity[column];
    }

    /** The rows in a column, in any order. */
    int[] members(int column) {
        return Arrays.copyOf(members[column], memberCount[column]);
    }

    /**
     * Places the whole demand of a row, and moves others where that is cheaper or makes room. Returns whether there was
     * room for all of it.
     */
    boolean place(int row, int demand) {
        int left = demand;
        while (left > 0) {
            for (int k = 0; k < capacity.length; k++) {
                distance[k] = cost[row][k] == FORBIDDEN ? FAR : cost[row][k] + price[k];
            }
            int end = search();
            if (end < 0) {
                return false;
            }
            raisePrices(distance[end]);
            long amount = Math.min(left, bottleneck(end));
            int first = shift(end, (int) amount);
            add(row, first, (int) amount);
            left -= (int) amount;
        }
        return true;
    }

    /**
     * Moves as many units as one shortest path out of a column allows, to whatever column has room. Returns how many;
     * 0 where no path is left. What each of them adds to the total cost is the column's {@link #price} afterwards, if
     * it began with {@link #openFrom}.
     */
    int moveOut(int from) {
        Arrays.fill(distance, FAR);
        distance[from] = 0;
        int end = searchBeyond(from);
        if (end < 0) {
            return 0;
        }
        raisePrices(distance[end]);
        int amount = (int) Math.min(Integer.MAX_VALUE, bottleneck(end));
        shift(end, amount);
        return amount;
    }

    /** Sets the price of a column in which all rows lie, so that no row could move for less than nothing. */
    void openFrom(int column) {
        long least = 0;
        for (int k = 0; k < capacity.length; k++) {
            if (k != column && move[column][k] != FORBIDDEN) {
                least = Math.min(least, move[column][k]);
            }
        }
        price[column] = least;
    }

    /** Puts units of a row into a column without any search. */
    void add(int row, int column, int amount) {
        if (flow[column][row] == 0) {
            enter(row, column);
        }
        flow[column][row] += amount;
        load[column] += amount;
    }

    /** How much one more place in each column would save: exact, found by one search over all columns. */
    long[] savingsOfOneMore() {
        System.arraycopy(price, 0, distance, 0, price.length);
        Arrays.fill(settled, false);
        while (true) {
            int k = nearest();
            if (k < 0) {
                break;
            }
            settled[k] = true;
            relax(k);
        }
        long[] savings = new long[price.length];
        for (int k = 0; k < price.length; k++) {
            savings[k] = price[k] - distance[k];
        }
        return savings;
    }

    /**
     * By how much the total grows at least if one more unit must go into a column: what it pushes on, up to each column
     * that another unit has left, less the price there.
     */
    long[] pushedOnFrom(int column) {
        Arrays.fill(distance, FAR);
        Arrays.fill(settled, false);
        distance[column] = price[column];
        for (int k = nearest(); k >= 0; k = nearest()) {
            settled[k] = true;
            relax(k);
        }
        return distance.clone();
    }

    /**
     * By how much the best total grows if a unit of a row must leave a column for another. It is exact, given what {@link
     * #pushedOnFrom} says of the other column and what {@link #savingsOfOneMore} says of the place that it leaves: one
     * shortest path from the one to the other, perhaps by way of a column with room.
     */
    long lossOfMoving(int row, int from, int to, long[] pushedOn, long saved) {
        long least = pushedOn[from] == FAR ? FAR : pushedOn[from] - price[from];
        for (int k = 0; k < pushedOn.length; k++) {
            if (hasRoom(k)) {
                least = Math.min(least, pushedOn[k] == FAR ? FAR : pushedOn[k] - saved); // its price is nought
            }
        }
        return least == FAR ? FAR : cost[row][to] - cost[row][from] + least;
    }

    long totalCost() {
        long total = 0;
        for (int k = 0; k < capacity.length; k++) {
            for (int i = 0; i < memberCount[k]; i++) {
                int row = members[k][i];
                total = Math.addExact(total, Math.multiplyExact(cost[row][k], (long) flow[k][row]));
            }
        }
        return total;
    }

    private int search() {
        return searchBeyond(-1);
    }

    /** The nearest column with room; -1 where there is none. */
    private int searchBeyond(int start) {
        Arrays.fill(settled, false);
        Arrays.fill(before, -1);
        while (true) {
            int k = nearest();
            if (k < 0) {
                return -1;
            }
            if (k != start && hasRoom(k)) {
                return k;
            }
            settled[k] = true;
            relax(k);
        }
    }

    /** Of equally near columns one with room, and then the first. */
    private int nearest() {
        int best = -1;
        for (int k = 0; k < distance.length; k++) {
            if (!settled[k]
                    && distance[k] != FAR
                    && (best < 0
                            || distance[k] < distance[best]
                            || (distance[k] == distance[best] && hasRoom(k) && !hasRoom(best)))) {
                best = k;
            }
        }
        return best;
    }

    private void relax(int from) {
        long[] moves = move[from];
        long base = distance[from] - price[from];
        for (int to = 0; to < moves.length; to++) {
            if (moves[to] != FORBIDDEN && !settled[to] && base + moves[to] + price[to] < distance[to]) {
                distance[to] = base + moves[to] + price[to];
                before[to] = from;
            }
        }
    }

    private void raisePrices(long reached) {
        for (int k = 0; k < price.length; k++) {
            if (settled[k]) {
                price[k] += reached - distance[k];
            }
        }
    }

    private long bottleneck(int end) {
        long amount = capacity[end] - load[end];
        for (int k = end; before[k] >= 0; k = before[k]) {
            amount = Math.min(amount, flow[before[k]][mover[before[k]][k]]);
        }
        return amount;
    }

    /** Moves along the path that ends here, and returns where it begins. */
    private int shift(int end, int amount) {
        int to = end;
        while (before[to] >= 0) {
            int from = before[to];
            int row = mover[from][to];
            add(row, to, amount);
            take(row, from, amount);
            to = from;
        }
        return to;
    }

    void take(int row, int column, int amount) {
        flow[column][row] -= amount;
        load[column] -= amount;
        if (flow[column][row] == 0) {
            leave(row, column);
        }
    }

    private void enter(int row, int column) {
        if (memberCount[column] == members[column].length) {
            members[column] = Arrays.copyOf(members[column], 2 * memberCount[column]);
        }
        members[column][memberCount[column]++] = row;
        long[] costs = cost[row];
        long[] moves = move[column];
        long here = costs[column];
        for (int to = 0; to < moves.length; to++) {
            if (costs[to] != FORBIDDEN && to != column && isLess(costs[to] - here, row, column, to)) {
                moves[to] = costs[to] - here;
                mover[column][to] = row;
            }
        }
    }

    /** Of equal moves that of the first row, so that the past does not matter. */
    private boolean isLess(long change, int row, int from, int to) {
        return change < move[from][to] || (change == move[from][to] && row < mover[from][to]);
    }

    private void leave(int row, int column) {
        int[] list = members[column];
        int last = --memberCount[column];
        for (int i = 0; i <= last; i++) {
            if (list[i] == row) {
                list[i] = list[last];
                break;
            }
        }
        int count = 0;
        for (int to = 0; to < move.length; to++) {
            if (mover[column][to] == row) {
                move[column][to] = FORBIDDEN;
                mover[column][to] = -1;
                stale[count++] = to;
            }
        }
        for (int i = 0; i < last && count > 0; i++) {
            long[] costs = cost[list[i]];
            long here = costs[column];
            for (int s = 0; s < count; s++) {
                int to = stale[s];
                if (costs[to] != FORBIDDEN && isLess(costs[to] - here, list[i], column, to)) {
                    move[column][to] = costs[to] - here;
                    mover[column][to] = list[i];
                }
            }
        }
    }
}
