package london.loti.referral.device.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

import london.loti.referral.device.allocation.FlooredTransport.Solved;

/**
 * How many of each cell are to be met where floors cross: branch and bound on whole quotas. A linear programme bounds
 * every branch from below, and a flow under the quotas, which is exact and in whole numbers, values it. What is wanted
 * comes in turns: the first goal, then the second without giving up any of the first, and among quotas that are equal
 * in both those with the higher drawn weights.
 */
final class QuotaSearch {
    private static final int MOST_VARIABLES = 50_000;
    private static final int MOST_BRANCHES = 5_000;
    private static final double SLACK = 1e-5;
    private static final int GOALS = 3;
    private static final int WEIGHTS = 16;

    private final FlooredTransport transport;
    private final Demand demand;
    private final int[] supply;
    private final int[] floors;
    private final int[] rowSizes;
    private final long[] best = new long[GOALS];
    private int branches;

    QuotaSearch(FlooredTransport transport, int[] supply, int[] floors) {
        this.transport = transport;
        this.demand = transport.demand();
        this.supply = supply.clone();
        this.floors = floors.clone();
        this.rowSizes = demand.sizes();
    }

    /** The search grew beyond what is worth waiting for. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("floors of areas and of groups that count the same needs make too large a search");
        }
    }

    private record Branch(List<Integer> low, List<Integer> high) {}

    /** What a linear programme says of a branch. */
    private static final class Relaxed {
        private final double value;
        private final double[] quota;

        Relaxed(double value, double[] quota) {
            this.value = value;
            this.quota = quota;
        }
    }

    /** The best quotas; null where no quotas keep all floors. */
    int @Nullable [] search() {
        if ((long) rowSizes.length * supply.length > MOST_VARIABLES) {
            throw new TooLarge();
        }
        int[] found = null;
        for (int goal = 0; goal < GOALS; goal++) {
            found = search(goal, found);
            if (found == null) {
                return null;
            }
            best[goal] = value(found, goal);
        }
        return found;
    }

    private int @Nullable [] search(int goal, int @Nullable [] start) {
        int[] found = start;
        long least = start == null ? Long.MAX_VALUE : value(start, goal);
        Deque<Branch> open = new ArrayDeque<>();
        List<Integer> zero = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int size : transport.cellSizes()) {
            zero.add(0);
            all.add(size);
        }
        open.push(new Branch(zero, all));
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            if (++branches > MOST_BRANCHES) {
                throw new TooLarge();
            }
            Relaxed relaxed = relax(branch, goal);
            if (relaxed == null || (found != null && Math.ceil(relaxed.value - SLACK) >= least)) {
                continue;
            }
            int fraction = fraction(relaxed.quota);
            int[] whole = whole(relaxed.quota);
            if (fraction < 0 && keeps(whole, goal)) {
                long value = value(whole, goal);
                if (value < least) {
                    least = value;
                    found = whole;
                }
                if (Math.ceil(relaxed.value - SLACK) >= least) {
                    continue;
                }
            }
            divide(branch, fraction, relaxed.quota, open);
        }
        return found;
    }

    /** Divides at a quota that is no whole number, or around whole ones that are not as good as the bound. */
    private static void divide(Branch branch, int fraction, double[] quota, Deque<Branch> open) {
        int cell = fraction;
        for (int c = 0; cell < 0 && c < quota.length; c++) {
            if (branch.low().get(c) < branch.high().get(c)) {
                cell = c;
            }
        }
        if (cell < 0) {
            return;
        }
        int at = (int) (fraction < 0 ? Math.round(quota[cell]) : Math.floor(quota[cell]));
        if (fraction < 0) {
            push(branch, cell, branch.low().get(cell), at - 1, open);
            push(branch, cell, at + 1, branch.high().get(cell), open);
            push(branch, cell, at, at, open);
        } else {
            push(branch, cell, branch.low().get(cell), at, open);
            push(branch, cell, at + 1, branch.high().get(cell), open);
        }
    }

    private static void push(Branch branch, int cell, int low, int high, Deque<Branch> open) {
        if (low <= high) {
            List<Integer> lows = new ArrayList<>(branch.low());
            List<Integer> highs = new ArrayList<>(branch.high());
            lows.set(cell, low);
            highs.set(cell, high);
            open.push(new Branch(lows, highs));
        }
    }

    private static int fraction(double[] quota) {
        int worst = -1;
        double far = SLACK;
        for (int c = 0; c < quota.length; c++) {
            double distance = Math.abs(quota[c] - Math.rint(quota[c]));
            if (distance > far) {
                far = distance;
                worst = c;
            }
        }
        return worst;
    }

    private static int[] whole(double[] quota) {
        int[] whole = new int[quota.length];
        for (int c = 0; c < quota.length; c++) {
            whole[c] = (int) Math.round(quota[c]);
        }
        return whole;
    }

    /** Whether quotas keep the floors and give up nothing of the goals before. */
    private boolean keeps(int[] quota, int goal) {
        for (int f = 0; f < floors.length; f++) {
            int met = 0;
            for (int c = 0; c < quota.length; c++) {
                met += demand.counts(f, c) ? quota[c] : 0;
            }
            if (met < floors[f]) {
                return false;
            }
        }
        if (transport.solveQuota(supply, quota) == null) {
            return false;
        }
        for (int before = 0; before < goal; before++) {
            if (value(quota, before) > best[before]) {
                return false;
            }
        }
        return true;
    }

    /** A goal's value, the lower the better. */
    private long value(int[] quota, int goal) {
        Solved solved = transport.solveQuota(supply, quota);
        if (solved == null) {
            return Long.MAX_VALUE;
        }
        boolean pointsFirst = transport.objective().hasPenalties();
        if (goal < 2) {
            return (goal == 0) == pointsFirst
                    ? solved.score().points()
                    : solved.score().unmet();
        }
        long weights = 0;
        for (int row = 0; row < rowSizes.length; row++) {
            weights -= weight(demand.cells()[row]) * transport.met(solved, row);
        }
        return weights;
    }

    private long weight(int cell) {
        return Long.remainderUnsigned(transport.lot(cell), WEIGHTS);
    }

    private @Nullable Relaxed relax(Branch branch, int goal) {
        int cells = transport.cellSizes().length;
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Expression> cellMet = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            cellMet.add(model.addExpression("cell" + c)
                    .lower(branch.low().get(c))
                    .upper(branch.high().get(c)));
        }
        List<Expression> goals = new ArrayList<>();
        for (int g = 0; g < goal; g++) {
            goals.add(model.addExpression("goal" + g).upper(best[g] - constant(g) + SLACK));
        }
        List<Expression> stock = new ArrayList<>();
        for (int k = 0; k < supply.length; k++) {
            stock.add(model.addExpression("stock" + k).upper(supply[k]));
        }
        List<List<Variable>> ofCell = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            ofCell.add(new ArrayList<>());
        }
        addVariables(model, cellMet, goals, stock, ofCell, goal);
        for (int f = 0; f < floors.length; f++) {
            if (floors[f] > 0) {
                Expression floor = model.addExpression("floor" + f).lower(floors[f]);
                for (int c = 0; c < cells; c++) {
                    if (demand.counts(f, c)) {
                        ofCell.get(c).forEach(x -> floor.set(x, 1));
                    }
                }
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return null;
        }
        double[] quota = new double[cells];
        for (int c = 0; c < cells; c++) {
            for (Variable x : ofCell.get(c)) {
                quota[c] += result.doubleValue(model.indexOf(x));
            }
        }
        return new Relaxed(result.getValue() + constant(goal), quota);
    }

    private void addVariables(
            ExpressionsBasedModel model,
            List<Expression> cellMet,
            List<Expression> goals,
            List<Expression> stock,
            List<List<Variable>> ofCell,
            int goal) {
        for (int row = 0; row < rowSizes.length; row++) {
            Expression rowMet = model.addExpression("row" + row).upper(rowSizes[row]);
            int cell = demand.cells()[row];
            for (int k = 0; k < supply.length; k++) {
                if (demand.points()[row][k] == TransportProblem.FORBIDDEN) {
                    continue;
                }
                Variable x = model.addVariable("x" + row + "_" + k)
                        .lower(0)
                        .upper(Math.min(rowSizes[row], supply[k]))
                        .weight(weight(row, k, goal));
                rowMet.set(x, 1);
                cellMet.get(cell).set(x, 1);
                stock.get(k).set(x, 1);
                ofCell.get(cell).add(x);
                for (int g = 0; g < goals.size(); g++) {
                    goals.get(g).set(x, weight(row, k, g));
                }
            }
        }
    }

    /** What one device for a row adds to a goal, against a need that goes unmet. */
    private double weight(int row, int k, int goal) {
        boolean pointsFirst = transport.objective().hasPenalties();
        if (goal == 2) {
            return -weight(demand.cells()[row]);
        }
        if ((goal == 0) != pointsFirst) {
            return -1;
        }
        long[] penalties = demand.penalties();
        return demand.points()[row][k] - (penalties == null ? 0 : penalties[row]);
    }

    /** A goal's value if nobody were met. */
    private double constant(int goal) {
        boolean pointsFirst = transport.objective().hasPenalties();
        if (goal == 2) {
            return 0;
        }
        double constant = 0;
        long[] penalties = demand.penalties();
        for (int row = 0; row < rowSizes.length; row++) {
            double each = (goal == 0) != pointsFirst ? 1 : penalties == null ? 0 : penalties[row];
            constant += each * rowSizes[row];
        }
        return constant;
    }
}
