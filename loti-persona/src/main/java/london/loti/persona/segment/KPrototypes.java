package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;

/**
 * K-prototypes: k-means for mixed answers. The distance of a row to a prototype is the sum of squared differences of the
 * numbers plus lambda times the number of categories that differ, each times the attribute's weight; a prototype is the
 * mean of the numbers and the most frequent level of the categories of its rows. <a
 * href="https://doi.org/10.1023/A:1009769707641">Huang 1998</a>.
 *
 * <pre>{@code
 * PrototypeSegments four = KPrototypes.withK(4).withStarts(20).withSeed(7).segment(sample);
 * }</pre>
 *
 * <p><b>Kinds:</b> intervals are numbers, and so are the places of ordinals, because their order means something;
 * nominals and both sorts of binaries are categories (two noes are alike here, unlike in Gower's distance). <b>Scale:</b>
 * numbers are standardised, so that a unit changes nothing; {@link #withNumbersAsGiven()} is Huang's own convention, and
 * that of {@code kproto} in R's clustMixType. <b>Lambda</b> is estimated by {@link LambdaEstimate#VARIANCE_OVER_GINI}
 * unless it is given. <b>Missing:</b> an attribute that is not known of a row does not count for that row; what is known
 * of none of a segment's rows has the mean or mode of the whole sample. <b>Ties:</b> the first level in the declared
 * order; the first prototype. <b>Empty segments</b> are begun anew with the row that lies farthest from its prototype,
 * and the result says how often (clustMixType drops them); where all rows lie at their prototypes the segment stays
 * empty.
 *
 * <p><b>Limits:</b> it ends in a local optimum, {@link Starts} says how often the same; it finds k segments whether or
 * not there are any. Immutable and thread-safe; the same seed gives the same bits.
 */
public final class KPrototypes {
    private static final int STARTS = 10;

    private final int k;
    private final List<Integer> startRows;
    private final int starts;
    private final long seed;
    private final double lambda;
    private final boolean standardised;
    private final int mostIterations;
    private final DoubleConsumer progress;

    private KPrototypes(
            int k,
            List<Integer> startRows,
            int starts,
            long seed,
            double lambda,
            boolean standardised,
            int mostIterations,
            DoubleConsumer progress) {
        this.k = k;
        this.startRows = startRows;
        this.starts = starts;
        this.seed = seed;
        this.lambda = lambda;
        this.standardised = standardised;
        this.mostIterations = mostIterations;
        this.progress = progress;
    }

    /**
     * With 10 random starts, seed 1, standardised numbers, an estimated lambda and at most 100 iterations.
     *
     * @param k how many segments
     * @return a calculator
     * @throws IllegalArgumentException if k is below 2
     */
    public static KPrototypes withK(int k) {
        SegmentInput.requireK(k);
        return new KPrototypes(k, List.of(), 0, 1, Double.NaN, true, 100, share -> {});
    }

    /**
     * {@return the same with one start, at given rows} The segments then keep the order of these rows; otherwise they
     * are in the order of their first rows.
     *
     * @param rows as many rows as segments, each once, from 0
     * @throws IllegalArgumentException if they are not
     * @throws IllegalStateException if random starts were asked for
     */
    public KPrototypes startingAt(int... rows) {
        if (Arrays.stream(rows).distinct().count() != k
                || rows.length != k
                || Arrays.stream(rows).anyMatch(r -> r < 0)) {
            throw new IllegalArgumentException(
                    "a start must be " + k + " different rows, one a segment, but was " + Arrays.toString(rows));
        }
        requireNoneOf(starts > 0);
        List<Integer> newRows = Arrays.stream(rows).boxed().toList();
        return new KPrototypes(k, newRows, starts, seed, lambda, standardised, mostIterations, progress);
    }

    /**
     * {@return the same with another number of random starts; the best is the result}
     *
     * @param newStarts 1 or more
     * @throws IllegalArgumentException if it is below 1
     * @throws IllegalStateException if it starts at given rows
     */
    public KPrototypes withStarts(int newStarts) {
        if (newStarts < 1) {
            throw new IllegalArgumentException("starts must be 1 or more, but were " + newStarts);
        }
        requireNoneOf(!startRows.isEmpty());
        return new KPrototypes(k, startRows, newStarts, seed, lambda, standardised, mostIterations, progress);
    }

    private static void requireNoneOf(boolean otherAskedFor) {
        if (otherAskedFor) {
            throw new IllegalStateException("it must start at given rows or at random ones, but both were asked for");
        }
    }

    /**
     * {@return the same with another seed of the random starts}
     *
     * @param newSeed any number
     */
    public KPrototypes withSeed(long newSeed) {
        return new KPrototypes(k, startRows, starts, newSeed, lambda, standardised, mostIterations, progress);
    }

    /**
     * {@return the same with a given lambda}
     *
     * @param newLambda what a mismatch of categories counts against a squared difference of 1, above 0
     * @throws IllegalArgumentException if it is not
     */
    public KPrototypes withLambda(double newLambda) {
        if (!(newLambda > 0) || Double.isInfinite(newLambda)) {
            throw new IllegalArgumentException("lambda must be above 0, but was " + newLambda);
        }
        return new KPrototypes(k, startRows, starts, seed, newLambda, standardised, mostIterations, progress);
    }

    /** {@return the same with the numbers in the units of the sample: the larger the unit's numbers, the more it counts} */
    public KPrototypes withNumbersAsGiven() {
        return new KPrototypes(k, startRows, starts, seed, lambda, false, mostIterations, progress);
    }

    /**
     * {@return the same with another limit of iterations} What stops at it says that it has not converged.
     *
     * @param most how often the rows are assigned
     * @throws IllegalArgumentException if it is below 1
     */
    public KPrototypes withMostIterations(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("iterations must be 1 or more, but were " + most);
        }
        return new KPrototypes(k, startRows, starts, seed, lambda, standardised, most, progress);
    }

    /**
     * {@return the same that tells how far it is}
     *
     * @param newProgress told the share that is done, from 0 to 1, by the thread that calls
     */
    public KPrototypes withProgress(DoubleConsumer newProgress) {
        return new KPrototypes(k, startRows, starts, seed, lambda, standardised, mostIterations, newProgress);
    }

    /**
     * {@return the segments of a sample}
     *
     * @param sample the rows; attributes that are {@link AttributeUse#AUDIT_ONLY} are left out
     * @throws IllegalArgumentException if {@link SegmentInput} finds an error in the sample, if there are more segments
     *     than rows that differ, or if a row to start at does not exist
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public PrototypeSegments segment(Sample sample) {
        MixedRows rows = rows(sample);
        SegmentInput.requireDistinct(k, rows.distinct(k));
        double weight = lambda(rows);
        return result(weight, runs(rows, weight, Work.of(progress)));
    }

    /** The rows on the scale on which they are compared. */
    MixedRows rows(Sample sample) {
        MixedRows rows = MixedRows.of(SegmentInput.require(sample));
        return standardised ? rows.standardised() : rows;
    }

    double lambda(MixedRows rows) {
        return Double.isNaN(lambda) ? LambdaEstimate.VARIANCE_OVER_GINI.of(rows) : lambda;
    }

    /** Every start, run to its end. */
    List<PrototypeSearch> runs(MixedRows rows, double weight, Work work) {
        List<int[]> firsts = firsts(rows);
        List<PrototypeSearch> runs = new ArrayList<>();
        for (int[] first : firsts) {
            PrototypeSearch run = new PrototypeSearch(rows, first, weight, work);
            run.run(mostIterations);
            runs.add(run);
            work.tell((double) runs.size() / firsts.size());
        }
        return runs;
    }

    /** The best of several runs; of two, the first. */
    static PrototypeSearch best(List<PrototypeSearch> runs) {
        return runs.stream()
                .min(Comparator.comparingDouble(PrototypeSearch::objective))
                .orElseThrow();
    }

    private List<int[]> firsts(MixedRows rows) {
        if (!startRows.isEmpty()) {
            if (startRows.stream().anyMatch(row -> row >= rows.size())) {
                throw new IllegalArgumentException(
                        "a start must be rows 0 to " + (rows.size() - 1) + ", but was " + startRows);
            }
            return List.of(startRows.stream().mapToInt(Integer::intValue).toArray());
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        List<int[]> firsts = new ArrayList<>();
        for (int start = 0; start < (starts == 0 ? STARTS : starts); start++) {
            firsts.add(draw(rows, new SplittableRandom(seeds.nextLong())));
        }
        return firsts;
    }

    /** Random rows, none of them like another. */
    private int[] draw(MixedRows rows, SplittableRandom random) {
        int[] drawn = new int[k];
        int count = 0;
        for (int row : Draws.order(random, rows.size())) {
            if (count < k && Arrays.stream(drawn, 0, count).noneMatch(other -> rows.areAlike(row, other))) {
                drawn[count++] = row;
            }
        }
        return drawn;
    }

    /** The best of the runs as a result. */
    PrototypeSegments result(double weight, List<PrototypeSearch> runs) {
        PrototypeSearch best = best(runs);
        Segments found = Segments.of(
                standardised ? "k-prototypes, standardised numbers" : "k-prototypes, numbers as given",
                k,
                best.segments());
        Segments segments = startRows.isEmpty() ? found.inOrderOfRows() : found;
        List<PrototypeSegments.Prototype> prototypes = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingInt(place -> firstRow(found, place, !startRows.isEmpty())))
                .map(best::prototype)
                .toList();
        return new PrototypeSegments(
                segments,
                prototypes,
                weight,
                best.iterations(),
                best.hasConverged(),
                best.refilled(),
                new Starts(runs.stream().map(PrototypeSearch::objective).toList()));
    }

    /** Where a segment comes in the order of first rows, empty ones last; all alike if they keep their order. */
    private static int firstRow(Segments segments, int place, boolean asFound) {
        int[] rows = segments.rows(place);
        return asFound ? 0 : rows.length == 0 ? segments.rowCount() : rows[0];
    }
}
