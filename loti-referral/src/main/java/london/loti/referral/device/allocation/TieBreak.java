package london.loti.referral.device.allocation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.referral.device.allocation.FlooredTransport.Solved;

/**
 * Chooses among all flows that are equally good, by lot. In the order of the lottery everybody is met if any best flow
 * meets them together with those who came before; then, in the same order, everybody gets the class that suits them
 * best if any best flow gives it to them.
 *
 * <p>A best flow uses tight places alone, those where cost and price are least (complementary slackness), so changing
 * one into another is a search for a path over tight places, and no total is ever calculated again.
 */
final class TieBreak {
    static final int UNMET = -1;

    private final Demand demand;
    private final ColumnFlow flow;
    private final List<Integer> unmetColumn;
    private final int stock;
    private final long[] lots;
    private final long[] classLots;

    private final int[][] tight; // by row
    private final int[] sizes;
    private final int[] granted; // of each row, how many are met for good
    private final int[][] fixed; // column, row: how many stay for good
    private final boolean[][] dead; // by column of the unmet: searched in vain
    private final int[] before;
    private final int[] movedRow;
    private final boolean[] seen;

    /** Lots by need and by class; a lower one comes first. */
    TieBreak(Demand demand, Solved solved, int stock, long[] lots, long[] classLots) {
        this.demand = demand;
        this.stock = stock;
        this.lots = lots.clone();
        this.classLots = classLots.clone();
        flow = solved.flow();
        unmetColumn = solved.unmetColumn();
        sizes = demand.sizes();
        tight = new int[demand.rows()][];
        for (int row = 0; row < tight.length; row++) {
            tight[row] = tightColumns(row);
        }
        granted = new int[demand.rows()];
        fixed = new int[stock][demand.rows()];
        dead = new boolean[flow.columns()][flow.columns()];
        before = new int[flow.columns()];
        movedRow = new int[flow.columns()];
        seen = new boolean[flow.columns()];
    }

    private int[] tightColumns(int row) {
        long least = Long.MAX_VALUE;
        for (int k = 0; k < flow.columns(); k++) {
            if (flow.cost(row, k) != ColumnFlow.FORBIDDEN) {
                least = Math.min(least, flow.cost(row, k) + flow.price(k));
            }
        }
        long reached = least;
        return IntStream.range(0, flow.columns())
                .filter(k -> flow.cost(row, k) != ColumnFlow.FORBIDDEN && flow.cost(row, k) + flow.price(k) == reached)
                .toArray();
    }

    /** The class of each need, by its place in the input; {@link #UNMET} for those who go unmet. */
    int[] draw() {
        int[] rowOf = new int[lots.length];
        for (int row = 0; row < demand.rows(); row++) {
            for (int person : demand.people(row)) {
                rowOf[person] = row;
            }
        }
        int[] order = IntStream.range(0, lots.length)
                .boxed()
                .sorted(Comparator.<Integer, Long>comparing(i -> lots[i], Long::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] classes = new int[lots.length];
        Arrays.fill(classes, UNMET);
        boolean[] met = new boolean[lots.length];
        for (int person : order) {
            met[person] = grant(rowOf[person]);
        }
        for (int person : order) {
            if (met[person]) {
                classes[person] = choose(rowOf[person]);
            }
        }
        return classes;
    }

    private int unmetOf(int row) {
        return unmetColumn.get(demand.cells()[row]);
    }

    private int met(int row) {
        return sizes[row] - flow.flow(unmetOf(row), row);
    }

    private boolean grant(int row) {
        if (granted[row] == met(row) && !exchange(row)) {
            return false;
        }
        granted[row]++;
        return true;
    }

    /** Meets one more of a row in place of one of another who is not granted yet. */
    private boolean exchange(int row) {
        int home = unmetOf(row);
        if (Arrays.binarySearch(tight[row], home) < 0) {
            return false;
        }
        Deque<Integer> open = begin();
        for (int k : tight[row]) {
            if (k < stock && !dead[home][k]) {
                visit(k, -1, row, open);
            }
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int member : flow.members(at)) {
                for (int to : tight[member]) {
                    if (to < stock) {
                        if (!dead[home][to]) {
                            visit(to, at, member, open);
                        }
                    } else if (granted[member] < met(member)
                            && (to == home || (flow.hasRoom(to) && flow.price(home) == 0))) {
                        flow.add(member, to, 1);
                        flow.take(member, at, 1);
                        follow(at, row, home);
                        revive(home);
                        return true;
                    }
                }
            }
        }
        for (int k = 0; k < stock; k++) {
            dead[home][k] |= seen[k];
        }
        return false;
    }

    private void revive(int home) {
        for (int other = 0; other < dead.length; other++) {
            if (other != home) {
                Arrays.fill(dead[other], false);
            }
        }
    }

    /** The class that one more of a row keeps for good. */
    private int choose(int row) {
        int[] choices = Arrays.stream(tight[row])
                .filter(k -> k < stock)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(k -> flow.cost(row, k))
                        .thenComparing(k -> classLots[k], Long::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k : choices) {
            if (isOpen(k, row) || rotate(row, k)) {
                fixed[k][row]++;
                return k;
            }
        }
        throw new IllegalStateException("whoever is met must have a place, but has none");
    }

    private boolean isOpen(int column, int row) {
        return flow.flow(column, row) > fixed[column][row];
    }

    /** Brings one of a row into a class, and others out of it, so that all stay met. */
    private boolean rotate(int row, int wanted) {
        int[] from = Arrays.stream(tight[row])
                .filter(k -> k < stock && isOpen(k, row))
                .toArray();
        int loser =
                Arrays.stream(from).filter(k -> flow.price(k) == 0).findFirst().orElse(-1);
        Deque<Integer> open = begin();
        visit(wanted, -1, row, open);
        while (!open.isEmpty()) {
            int at = open.remove();
            int end = at;
            int source = Arrays.stream(from).filter(k -> k == end).findFirst().orElse(-1);
            if (source < 0 && flow.hasRoom(at)) {
                source = loser;
            }
            if (source >= 0) {
                follow(at, row, source);
                return true;
            }
            for (int member : flow.members(at)) {
                if (isOpen(at, member)) {
                    for (int to : tight[member]) {
                        if (to < stock) {
                            visit(to, at, member, open);
                        }
                    }
                }
            }
        }
        return false;
    }

    private Deque<Integer> begin() {
        Arrays.fill(seen, false);
        return new ArrayDeque<>();
    }

    private void visit(int column, int from, int row, Deque<Integer> open) {
        if (!seen[column]) {
            seen[column] = true;
            before[column] = from;
            movedRow[column] = row;
            open.add(column);
        }
    }

    /** Moves along the path that ends in a column; its first member comes from another column. */
    private void follow(int end, int row, int source) {
        int to = end;
        while (before[to] >= 0) {
            flow.add(movedRow[to], to, 1);
            flow.take(movedRow[to], before[to], 1);
            to = before[to];
        }
        flow.add(row, to, 1);
        flow.take(row, source, 1);
    }
}
