package london.loti.persona.segment;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * How well every row sits in its segment: 1 if it lies much nearer to its own than to any other, 0 if it lies between
 * two, below 0 if another would suit it better.
 *
 * <p>{@code (b - a) / max(a, b)}, where {@code a} is the mean dissimilarity to the other rows of its segment and {@code b}
 * the lowest mean dissimilarity to the rows of another. A row that is alone in its segment has 0, and so has one with
 * {@code a = b}. <a href="https://doi.org/10.1016/0377-0427(87)90125-7">Rousseeuw 1987</a>; conventions of
 * {@code silhouette} in R's package cluster. Empty segments are passed over. The same bits for any number of threads.
 * Immutable and thread-safe.
 */
public final class Silhouette {
    private final Segments segments;
    private final double[] widths;
    private final int[] neighbours;

    private Silhouette(Segments segments, double[] widths, int[] neighbours) {
        this.segments = segments;
        this.widths = widths;
        this.neighbours = neighbours;
    }

    /**
     * {@return how well the rows sit in their segments}
     *
     * @param distances how far every two rows lie apart
     * @param segments a division of the same rows, by any method
     * @throws IllegalArgumentException if the rows are not as many, or fewer than two segments have a row
     */
    public static Silhouette of(Dissimilarities distances, Segments segments) {
        return of(distances, segments, share -> {});
    }

    /**
     * {@return how well the rows sit in their segments}
     *
     * @param distances how far every two rows lie apart
     * @param segments a division of the same rows, by any method
     * @param progress told the share that is done, from 0 to 1, by the thread that calls
     * @throws IllegalArgumentException if the rows are not as many, or fewer than two segments have a row
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public static Silhouette of(Dissimilarities distances, Segments segments, DoubleConsumer progress) {
        if (distances.size() != segments.rowCount()) {
            throw new IllegalArgumentException("distances and segments must be of the same rows, but have "
                    + distances.size() + " and " + segments.rowCount());
        }
        int[] sizes = segments.sizes().stream().mapToInt(Integer::intValue).toArray();
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            throw new IllegalArgumentException("a silhouette needs two segments with rows, but has one");
        }
        double[] widths = new double[distances.size()];
        int[] neighbours = new int[distances.size()];
        distances.eachRow(Work.of(progress), (row, far) -> {
            double[] sums = new double[sizes.length];
            for (int other = 0; other < far.length; other++) {
                sums[segments.segment(other)] += far[other];
            }
            int own = segments.segment(row);
            int neighbour = neighbour(sums, sizes, own);
            double a = sums[own] / (sizes[own] - 1);
            double b = sums[neighbour] / sizes[neighbour];
            neighbours[row] = neighbour;
            widths[row] = sizes[own] == 1 || a == b ? 0 : (b - a) / Math.max(a, b);
        });
        return new Silhouette(segments, widths, neighbours);
    }

    /** The segment, other than its own, that a row lies nearest to on average; of two, the first. */
    private static int neighbour(double[] sums, int[] sizes, int own) {
        int nearest = -1;
        for (int segment = 0; segment < sums.length; segment++) {
            boolean there = segment != own && sizes[segment] > 0;
            if (there && (nearest < 0 || sums[segment] / sizes[segment] < sums[nearest] / sizes[nearest])) {
                nearest = segment;
            }
        }
        return nearest;
    }

    /** {@return the segments} */
    public Segments segments() {
        return segments;
    }

    /**
     * {@return how well a row sits, from -1 to 1}
     *
     * @param row a row, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double width(int row) {
        return widths[row];
    }

    /**
     * {@return the segment that would suit a row next best, from 0}
     *
     * @param row a row, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int neighbour(int row) {
        return neighbours[row];
    }

    /** {@return the mean over all rows, from -1 to 1} */
    public double mean() {
        return Arrays.stream(widths).sum() / widths.length;
    }

    /**
     * {@return the mean over the rows of a segment, from -1 to 1; {@code NaN} for an empty one}
     *
     * @param segment a segment, from 0
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public double mean(int segment) {
        int[] rows = segments.rows(segment);
        return Arrays.stream(rows).mapToDouble(row -> widths[row]).sum() / rows.length;
    }

    /** {@return what the mean says of the segments as a whole} */
    public Structure structure() {
        return Structure.of(mean());
    }
}
