package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How to bring a stock of several classes to needs at the least cost: the transport problem, and with ones alone the
 * assignment problem. Whole numbers throughout, and exact.
 *
 * <p>Shape: {@code points[need][stock]} is the cost of one device of a class for one unit of a need, from 0 to a
 * million; lower is better, {@link #FORBIDDEN} rules it out. Without {@link #withPenalties penalties} as many needs as
 * possible are met, and among all ways to do that the cheapest is taken. Immutable.
 *
 * <p>Memory grows with the square of the classes and with needs times classes: 2,000 by 2,000 take about 150 MB.
 */
public final class TransportProblem {
    /** Stands in place of points where a class must not go to a need. */
    public static final long FORBIDDEN = -1;

    private static final int MOST_UNITS = 1_000_000;

    private final int[] supply;
    private final int[] demand;
    private final long[][] points;
    private final long @Nullable [] penalties;

    private TransportProblem(int[] supply, int[] demand, long[][] points, long @Nullable [] penalties) {
        this.supply = supply;
        this.demand = demand;
        this.points = points;
        this.penalties = penalties;
    }

    /**
     * Some needs beyond the smaller number, and what they add.
     *
     * @param units how many more needs are met
     * @param pointsEach what each of them adds to the least total
     */
    public record Step(int units, long pointsEach) {}

    /**
     * {@return a problem without penalties}
     *
     * @param supply how many devices there are, by class
     * @param demand how many are wanted, by need
     * @param points the cost of one, by need and then by class; {@link #FORBIDDEN} rules it out
     * @throws IllegalArgumentException if a number is negative, points are over a million, rows differ in length, or
     *     more than a million devices are wanted or there
     */
    public static TransportProblem of(int[] supply, int[] demand, long[][] points) {
        checkUnits("supply", supply);
        checkUnits("demand", demand);
        if (points.length != demand.length) {
            throw new IllegalArgumentException("points must have a row for each of " + demand.length
                    + " needs, but have " + points.length + " rows");
        }
        long[][] copy = new long[points.length][];
        for (int need = 0; need < points.length; need++) {
            copy[need] = points[need].clone();
            if (copy[need].length != supply.length) {
                throw new IllegalArgumentException("points of a need must be " + supply.length
                        + ", one for each class, but were " + copy[need].length);
            }
            for (long cell : copy[need]) {
                if (cell != FORBIDDEN) {
                    checkPoints(cell);
                }
            }
        }
        return new TransportProblem(supply.clone(), demand.clone(), copy, null);
    }

    /**
     * {@return the same problem with a cost for every need that goes unmet} Then a need is met only where that costs no
     * more than its penalty.
     *
     * @param penalties points for one unit unmet, by need
     * @throws IllegalArgumentException if there is not one a need, from 0 to a million
     */
    public TransportProblem withPenalties(long... penalties) {
        if (penalties.length != demand.length) {
            throw new IllegalArgumentException(
                    "penalties must be " + demand.length + ", one for each need, but were " + penalties.length);
        }
        Arrays.stream(penalties).forEach(TransportProblem::checkPoints);
        return new TransportProblem(supply, demand, points, penalties.clone());
    }

    /** {@return the best solution} Of equally good ones the order of needs and classes decides. */
    public TransportSolution solve() {
        Objective objective = Objective.of(demand, penalties != null);
        int stock = supply.length;
        long[][] costs = objective.costs(points, penalties, new int[demand.length], 1);
        long[] capacity = Arrays.copyOf(Arrays.stream(supply).asLongStream().toArray(), stock + 1);
        capacity[stock] = Integer.MAX_VALUE;
        ColumnFlow flow = new ColumnFlow(costs, capacity);
        for (int need = 0; need < demand.length; need++) {
            flow.place(need, demand[need]);
        }
        return solution(flow, objective);
    }

    private TransportSolution solution(ColumnFlow flow, Objective objective) {
        List<TransportSolution.Shipment> shipments = new ArrayList<>();
        for (int need = 0; need < demand.length; need++) {
            for (int k = 0; k < supply.length; k++) {
                if (flow.flow(k, need) > 0) {
                    shipments.add(new TransportSolution.Shipment(need, k, flow.flow(k, need)));
                }
            }
        }
        long[] savings = flow.savingsOfOneMore();
        List<TransportSolution.OneMore> oneMore = new ArrayList<>();
        for (int k = 0; k < supply.length; k++) {
            Objective.Score saved = objective.difference(savings[k]);
            oneMore.add(new TransportSolution.OneMore((int) saved.unmet(), saved.points()));
        }
        Objective.Score score = objective.score(flow.totalCost());
        long wanted = Arrays.stream(demand).asLongStream().sum();
        return new TransportSolution(
                shipments, score.points(), (int) (wanted - score.unmet()), (int) score.unmet(), oneMore);
    }

    /**
     * {@return what each further need adds when one, two, three and so on are met, each number at its own least cost}
     * Penalties do not count here. The steps end where no more can be met; no step is cheaper than the one before, and
     * steps of the same price are one.
     */
    public List<Step> stepsToMost() {
        int stock = supply.length;
        long[][] costs = new long[demand.length][stock + 1];
        for (int need = 0; need < demand.length; need++) {
            for (int k = 0; k < stock; k++) {
                long cell = points[need][k];
                costs[need][k] = cell == FORBIDDEN ? ColumnFlow.FORBIDDEN : cell;
            }
        }
        long[] capacity = Arrays.copyOf(Arrays.stream(supply).asLongStream().toArray(), stock + 1);
        capacity[stock] = Integer.MAX_VALUE;
        ColumnFlow flow = new ColumnFlow(costs, capacity);
        for (int need = 0; need < demand.length; need++) {
            if (demand[need] > 0) {
                flow.add(need, stock, demand[need]);
            }
        }
        flow.openFrom(stock);
        List<Step> steps = new ArrayList<>();
        for (int units = flow.moveOut(stock); units > 0; units = flow.moveOut(stock)) {
            long each = flow.price(stock);
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).pointsEach() == each) {
                steps.set(last, new Step(steps.get(last).units() + units, each));
            } else {
                steps.add(new Step(units, each));
            }
        }
        return List.copyOf(steps);
    }

    private static void checkUnits(String what, int[] units) {
        Objects.requireNonNull(units, what);
        long sum = 0;
        for (int unit : units) {
            if (unit < 0) {
                throw new IllegalArgumentException(what + " must not be negative, but was " + unit);
            }
            sum += unit;
        }
        if (sum > MOST_UNITS) {
            throw new IllegalArgumentException(what + " must be at most a million in all, but was " + sum);
        }
    }

    private static void checkPoints(long points) {
        if (points < 0 || points > Objective.MOST_POINTS) {
            throw new IllegalArgumentException("points must be 0 to a million, but were " + points);
        }
    }
}
