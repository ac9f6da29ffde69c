package london.loti.persona.segment;

import java.util.Arrays;

/** The prototypes of one start while they move. */
final class PrototypeSearch {
    private final MixedRows rows;
    private final double lambda;
    private final Work work;
    private final double[] centre;
    private final int[] segments;
    private final double[] distances;
    private double[][] prototypes;
    private int iterations;
    private int refilled;
    private boolean converged;

    PrototypeSearch(MixedRows rows, int[] start, double lambda, Work work) {
        this.rows = rows;
        this.lambda = lambda;
        this.work = work;
        this.centre = rows.centre();
        this.segments = new int[rows.size()];
        this.distances = new double[rows.size()];
        this.prototypes = Arrays.stream(start)
                .mapToObj(row -> rows.prototype(row, centre))
                .toArray(double[][]::new);
        Arrays.fill(segments, -1);
    }

    /** Assigns and moves until no row changes its segment. */
    void run(int mostIterations) {
        while (!converged && iterations < mostIterations) {
            work.check();
            iterations++;
            boolean moved = assign();
            moved |= refill();
            converged = !moved;
            if (moved) {
                prototypes = rows.centres(segments, prototypes, centre);
            }
        }
        for (int row = 0; row < distances.length; row++) {
            distances[row] = rows.distance(row, prototypes[segments[row]], lambda);
        }
    }

    private boolean assign() {
        boolean moved = false;
        for (int row = 0; row < segments.length; row++) {
            int nearest = nearest(rows, row);
            distances[row] = rows.distance(row, prototypes[nearest], lambda);
            moved |= nearest != segments[row];
            segments[row] = nearest;
        }
        return moved;
    }

    /** The nearest prototype of a row of any table with the same columns; of two, the first. */
    int nearest(MixedRows table, int row) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < prototypes.length; segment++) {
            double distance = table.distance(row, prototypes[segment], lambda);
            if (distance < least) {
                least = distance;
                nearest = segment;
            }
        }
        return nearest;
    }

    /** Gives an empty segment the row that lies farthest from its prototype, unless all lie at theirs. */
    private boolean refill() {
        boolean moved = false;
        int[] sizes = new int[prototypes.length];
        for (int segment : segments) {
            sizes[segment]++;
        }
        for (int segment = 0; segment < sizes.length; segment++) {
            int farthest = sizes[segment] > 0 ? -1 : farthest(sizes);
            if (farthest >= 0) {
                sizes[segments[farthest]]--;
                sizes[segment]++;
                segments[farthest] = segment;
                distances[farthest] = 0;
                refilled++;
                moved = true;
            }
        }
        return moved;
    }

    private int farthest(int[] sizes) {
        int farthest = -1;
        double most = 0;
        for (int row = 0; row < segments.length; row++) {
            if (distances[row] > most && sizes[segments[row]] > 1) {
                most = distances[row];
                farthest = row;
            }
        }
        return farthest;
    }

    int[] segments() {
        return segments;
    }

    PrototypeSegments.Prototype prototype(int segment) {
        double within = 0;
        for (int row = 0; row < segments.length; row++) {
            within += segments[row] == segment ? distances[row] : 0;
        }
        return new PrototypeSegments.Prototype(rows.inUnits(prototypes[segment]), within);
    }

    double objective() {
        return Arrays.stream(distances).sum();
    }

    int iterations() {
        return iterations;
    }

    int refilled() {
        return refilled;
    }

    boolean hasConverged() {
        return converged;
    }
}
