package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every way to give devices to needs, tried one after the other: slow, and obviously right. */
final class PlainTransport {
    private final int[] supply;
    private final int[] demand;
    private final long[][] points;
    private final long[] penalties;
    private final List<int[][]> optima = new ArrayList<>();
    private final int[][] flow;
    private final int[] left;
    private long bestUnmet = Long.MAX_VALUE;
    private long bestPoints = Long.MAX_VALUE;
    private final long[] bestByMet;
    private final int[] waysByMet;
    private final Floors floors;

    /** Whether so many met of each need will do. */
    interface Floors {
        boolean hold(int[] met);
    }

    /** Without penalties where they are null. */
    PlainTransport(int[] supply, int[] demand, long[][] points, long[] penalties, Floors floors) {
        this.supply = supply;
        this.demand = demand;
        this.points = points;
        this.penalties = penalties;
        this.floors = floors;
        flow = new int[demand.length][supply.length];
        left = supply.clone();
        int all = Arrays.stream(demand).sum();
        bestByMet = new long[all + 1];
        Arrays.fill(bestByMet, Long.MAX_VALUE);
        waysByMet = new int[all + 1];
        fill(0, 0, demand.length == 0 ? 0 : demand[0]);
    }

    private void fill(int need, int k, int wanted) {
        if (need == demand.length) {
            value();
            return;
        }
        if (k == supply.length) {
            fill(need + 1, 0, need + 1 < demand.length ? demand[need + 1] : 0);
            return;
        }
        int most = points[need][k] < 0 ? 0 : Math.min(wanted, left[k]);
        for (int units = 0; units <= most; units++) {
            flow[need][k] = units;
            left[k] -= units;
            fill(need, k + 1, wanted - units);
            left[k] += units;
            flow[need][k] = 0;
        }
    }

    private void value() {
        long cost = 0;
        int[] met = new int[demand.length];
        int unmet = 0;
        for (int need = 0; need < demand.length; need++) {
            for (int k = 0; k < supply.length; k++) {
                met[need] += flow[need][k];
                cost += flow[need][k] * points[need][k];
            }
            unmet += demand[need] - met[need];
            cost += penalties == null ? 0 : penalties[need] * (demand[need] - met[need]);
        }
        if (!floors.hold(met)) {
            return;
        }
        int served = Arrays.stream(met).sum();
        if (cost < bestByMet[served]) {
            bestByMet[served] = cost;
            waysByMet[served] = 0;
        }
        waysByMet[served] += cost == bestByMet[served] ? 1 : 0;
        long first = penalties == null ? unmet : cost;
        long second = penalties == null ? cost : unmet;
        long bestFirst = penalties == null ? bestUnmet : bestPoints;
        long bestSecond = penalties == null ? bestPoints : bestUnmet;
        if (first < bestFirst || (first == bestFirst && second < bestSecond)) {
            optima.clear();
            bestUnmet = unmet;
            bestPoints = cost;
        }
        if (unmet == bestUnmet && cost == bestPoints) {
            optima.add(Arrays.stream(flow).map(int[]::clone).toArray(int[][]::new));
        }
    }

    boolean isPossible() {
        return bestPoints != Long.MAX_VALUE;
    }

    long points() {
        return bestPoints;
    }

    long unmet() {
        return bestUnmet;
    }

    /** All best ways, by need and class. */
    List<int[][]> optima() {
        return optima;
    }

    long pointsIfMet(int met) {
        return bestByMet[met];
    }

    int waysIfMet(int met) {
        return waysByMet[met];
    }
}
