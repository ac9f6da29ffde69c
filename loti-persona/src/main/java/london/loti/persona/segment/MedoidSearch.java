package london.loti.persona.segment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The medoids of one start while they are swapped. A row counts as often as it comes; a row that does not come is no
 * candidate, but it has a nearest medoid in the end.
 *
 * <p>What a swap brings is split as in FastPAM (Schubert and Rousseeuw 2021): what each medoid would be missed, and what
 * a candidate brings. So a candidate is compared with all medoids in one look at its distances.
 */
final class MedoidSearch {
    /** A swap must bring more than rounding; as in R's cluster. */
    private static final double EPSILON = 16 * Math.ulp(1.0);

    private final Dissimilarities distances;
    private final int[] times;
    private final Work work;
    private final long count;

    /** The medoids in the order of their places, and the distances of each to all rows. */
    private final int[] medoids;

    private final double[][] rows;
    private final boolean[] isMedoid;

    /** For every row the place of its nearest medoid, the distance to it, and to the second nearest. */
    private final int[] nearest;

    private final double[] first;
    private final double[] second;

    /** For every medoid what its loss would cost. */
    private final double[] loss;

    private double sum;
    private boolean converged;

    MedoidSearch(Dissimilarities distances, int[] times, int k, Work work) {
        this.distances = distances;
        this.times = times;
        this.work = work;
        this.count = Arrays.stream(times).asLongStream().sum();
        this.medoids = new int[k];
        Arrays.fill(medoids, -1);
        this.rows = new double[k][distances.size()];
        this.isMedoid = new boolean[times.length];
        this.nearest = new int[times.length];
        this.first = new double[times.length];
        this.second = new double[times.length];
        this.loss = new double[k];
    }

    /** Takes the rows that bring the most, one by one; of two that bring the same, the last. */
    void build() {
        Arrays.fill(first, 1.1 * distances.largest() + 1); // farther than any, as in R's cluster
        double[] gains = new double[times.length];
        distances.eachRow(work.part(0, 0.5), (row, far) -> gains[row] = isCandidate(row) ? gain(far) : -1);
        for (int place = 0; place < medoids.length; place++) {
            take(place, place == 0 ? most(gains) : mostNow(gains));
            gains[medoids[place]] = -1;
            for (int row = 0; row < first.length; row++) {
                first[row] = Math.min(first[row], rows[place][row]);
            }
        }
        measure();
    }

    /** What a row brings never grows while medoids are added, so only rows that once brought as much are looked at. */
    private int mostNow(double[] gains) {
        double[] far = new double[times.length];
        boolean[] isNow = new boolean[times.length];
        int best = most(gains);
        while (!isNow[best]) {
            work.check();
            distances.copy(best, far);
            gains[best] = gain(far);
            isNow[best] = true;
            best = most(gains);
        }
        return best;
    }

    /** The row that brings the most; of two, the last. */
    private static int most(double[] gains) {
        int best = 0;
        for (int row = 0; row < gains.length; row++) {
            if (gains[row] >= gains[best]) {
                best = row;
            }
        }
        return best;
    }

    private double gain(double[] far) {
        double gain = 0;
        for (int row = 0; row < far.length; row++) {
            double nearer = first[row] - far[row];
            if (nearer > 0) {
                gain += times[row] * nearer;
            }
        }
        return gain;
    }

    /** Takes random rows, none of them like another. */
    void draw(SplittableRandom random) {
        int place = 0;
        for (int row : Draws.order(random, times.length)) {
            boolean alike = false;
            for (int taken = 0; taken < place; taken++) {
                alike |= rows[taken][row] == 0;
            }
            if (place < medoids.length && isCandidate(row) && !alike) {
                take(place++, row);
            }
        }
        if (place < medoids.length) {
            throw new IllegalStateException("fewer rows differ than there are segments");
        }
        measure();
    }

    /** Makes the best of all swaps until none improves; returns how often it looked for one. */
    int swapBest(int mostIterations) {
        double[] changes = new double[times.length];
        int[] places = new int[times.length];
        int iterations = 0;
        while (!converged && iterations < mostIterations) {
            iterations++;
            distances.eachRow(work.silent(), (row, far) -> {
                changes[row] = 0;
                if (isCandidate(row)) {
                    double[] change = changes(far);
                    places[row] = leastMissed(change);
                    changes[row] = change[places[row]];
                }
            });
            int best = lowest(changes);
            converged = !improves(changes[best]);
            if (!converged) {
                take(places[best], best);
                measure();
            }
        }
        return iterations;
    }

    /** Makes every swap that improves until none does; returns how often it went through the rows. */
    int swapEagerly(int mostIterations) {
        double[] far = new double[times.length];
        int iterations = 0;
        int since = 0;
        for (int row = 0; since < times.length; row = (row + 1) % times.length) {
            if (row == 0 && ++iterations > mostIterations) {
                return mostIterations;
            }
            since++;
            if (isCandidate(row)) {
                work.check();
                distances.copy(row, far);
                double[] change = changes(far);
                int place = leastMissed(change);
                if (improves(change[place])) {
                    take(place, row);
                    measure();
                    since = 0;
                }
            }
        }
        converged = true;
        return iterations;
    }

    /** By how much the sum changes if a candidate takes the place of each medoid. */
    private double[] changes(double[] far) {
        double[] change = loss.clone();
        double brought = 0;
        for (int row = 0; row < far.length; row++) {
            double distance = far[row];
            if (distance < second[row]) {
                if (distance < first[row]) {
                    brought += times[row] * (distance - first[row]);
                    change[nearest[row]] += times[row] * (first[row] - second[row]);
                } else {
                    change[nearest[row]] += times[row] * (distance - second[row]);
                }
            }
        }
        for (int place = 0; place < change.length; place++) {
            change[place] += brought;
        }
        return change;
    }

    /** The place whose medoid is best given up; of two, that of the lower row. */
    private int leastMissed(double[] change) {
        int best = 0;
        for (int place = 1; place < change.length; place++) {
            if (change[place] < change[best] || (change[place] == change[best] && medoids[place] < medoids[best])) {
                best = place;
            }
        }
        return best;
    }

    private static int lowest(double[] values) {
        int lowest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }

    private boolean improves(double change) {
        return change < -EPSILON * sum;
    }

    private boolean isCandidate(int row) {
        return times[row] > 0 && !isMedoid[row];
    }

    private void take(int place, int row) {
        if (medoids[place] >= 0) {
            isMedoid[medoids[place]] = false;
        }
        medoids[place] = row;
        isMedoid[row] = true;
        distances.copy(row, rows[place]);
    }

    /** Finds the two nearest medoids of every row. */
    private void measure() {
        Arrays.fill(loss, 0);
        sum = 0;
        for (int row = 0; row < times.length; row++) {
            double nearer = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            for (int place = 0; place < medoids.length; place++) {
                double distance = rows[place][row];
                if (distance < nearer) {
                    next = nearer;
                    nearer = distance;
                    nearest[row] = place;
                } else if (distance < next) {
                    next = distance;
                }
            }
            first[row] = nearer;
            second[row] = next;
            sum += times[row] * nearer;
            loss[nearest[row]] += times[row] * (next - nearer);
        }
    }

    /** The mean dissimilarity to the nearest medoid. */
    double objective() {
        return sum / count;
    }

    boolean hasConverged() {
        return converged;
    }

    /** The medoids in ascending order. */
    int[] medoids() {
        int[] sorted = medoids.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** For every row the place of its medoid among those in ascending order; a medoid is its own. */
    int[] nearest() {
        int[] sorted = medoids();
        int[] places = new int[times.length];
        for (int row = 0; row < places.length; row++) {
            int own = Arrays.binarySearch(sorted, row);
            for (int place = 1; place < sorted.length; place++) {
                if (distances.between(sorted[place], row) < distances.between(sorted[places[row]], row)) {
                    places[row] = place;
                }
            }
            places[row] = own >= 0 ? own : places[row];
        }
        return places;
    }
}
