package london.loti.benchmarks.device;

import java.util.Arrays;
import java.util.SplittableRandom;

import london.loti.referral.device.allocation.TransportProblem;

/** Invented needs and stock: one class in ten is ruled out for a need, and there are fewer devices than needs. */
final class AllocationInput {
    private static final long SEED = 20261125;
    private static final int HIGHEST = 1_000;

    private final int[] supply;
    private final int[] demand;
    private final long[][] points;

    private AllocationInput(int[] supply, int[] demand, long[][] points) {
        this.supply = supply;
        this.demand = demand;
        this.points = points;
    }

    /** Needs of one device each; devices for nine in ten of them, in equal classes. */
    static AllocationInput of(int needs, int classes) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] supply = new int[classes];
        int devices = needs == classes ? needs : needs * 9 / 10;
        for (int i = 0; i < devices; i++) {
            supply[i % classes]++;
        }
        int[] demand = new int[needs];
        Arrays.fill(demand, 1);
        long[][] points = new long[needs][classes];
        for (long[] row : points) {
            for (int k = 0; k < classes; k++) {
                row[k] = random.nextInt(10) == 0 ? TransportProblem.FORBIDDEN : random.nextInt(HIGHEST);
            }
        }
        return new AllocationInput(supply, demand, points);
    }

    TransportProblem problem() {
        return TransportProblem.of(supply, demand, points);
    }

    PlainAssignment plain() {
        return new PlainAssignment(supply, points);
    }
}
