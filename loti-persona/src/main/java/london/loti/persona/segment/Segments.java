package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.model.finding.Require;

/**
 * A division of the rows of a sample: every row is in one segment. All methods end in it, so that their results are
 * measured and compared alike.
 *
 * <p>Rows and segments count from 0. A segment may be empty, where a method says so. Immutable and thread-safe.
 */
public final class Segments {
    private final String method;
    private final int[] segments;
    private final int[] sizes;

    private Segments(String method, int[] segments, int[] sizes) {
        this.method = method;
        this.segments = segments;
        this.sizes = sizes;
    }

    /**
     * {@return a division}
     *
     * @param method how it was made, in the field's words with its options: {@code k-medoids (FasterPAM), Gower}
     * @param k the number of segments, empty ones among them
     * @param segmentOfRow the segment of every row, from 0 to k - 1
     * @throws IllegalArgumentException if the method is blank, if there is no row, or if a row is in no segment
     */
    public static Segments of(String method, int k, int... segmentOfRow) {
        Require.text(method, "segments need the words of their method");
        if (segmentOfRow.length == 0) {
            throw new IllegalArgumentException("segments need a row, but have none");
        }
        if (k < 1) {
            throw new IllegalArgumentException("the number of segments must be 1 or more, but was " + k);
        }
        int[] sizes = new int[k];
        for (int segment : segmentOfRow) {
            if (segment < 0 || segment >= k) {
                throw new IllegalArgumentException(
                        "every row must be in one of the segments 0 to " + (k - 1) + ", but one is in " + segment);
            }
            sizes[segment]++;
        }
        return new Segments(method, segmentOfRow.clone(), sizes);
    }

    /** {@return how the segments were made} */
    public String method() {
        return method;
    }

    /** {@return the number of segments, empty ones among them} */
    public int k() {
        return sizes.length;
    }

    /** {@return the number of rows} */
    public int rowCount() {
        return segments.length;
    }

    /**
     * {@return the segment of a row, from 0}
     *
     * @param row a row, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int segment(int row) {
        return segments[row];
    }

    /** The segment of every row. */
    int[] numbers() {
        return segments.clone();
    }

    /** {@return the number of rows in each segment, in their order} */
    public List<Integer> sizes() {
        return Arrays.stream(sizes).boxed().toList();
    }

    /**
     * {@return the rows of a segment, in ascending order}
     *
     * @param segment a segment, from 0
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public int[] rows(int segment) {
        if (segment < 0 || segment >= sizes.length) {
            throw new IndexOutOfBoundsException("there is no segment " + segment);
        }
        return IntStream.range(0, segments.length)
                .filter(row -> segments[row] == segment)
                .toArray();
    }

    /**
     * {@return the same division with the segments in the order of their first rows, empty ones last} Two methods that
     * find the same groups then give them the same numbers.
     */
    public Segments inOrderOfRows() {
        int[] number = new int[sizes.length];
        Arrays.fill(number, -1);
        int next = 0;
        for (int segment : segments) {
            if (number[segment] < 0) {
                number[segment] = next++;
            }
        }
        return of(
                method,
                sizes.length,
                Arrays.stream(segments).map(segment -> number[segment]).toArray());
    }

    /** {@return whether the other was made by a method of the same words and puts every row into the same segment} */
    @Override
    public boolean equals(Object other) {
        return other instanceof Segments that
                && method.equals(that.method)
                && sizes.length == that.sizes.length
                && Arrays.equals(segments, that.segments);
    }

    @Override
    public int hashCode() {
        return 31 * method.hashCode() + Arrays.hashCode(segments);
    }

    /** For example {@code 3 segments of 12 rows: 5, 4, 3}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (int size : sizes) {
            words.add(Integer.toString(size));
        }
        return sizes.length + " segments of " + segments.length + " rows: " + String.join(", ", words);
    }
}
