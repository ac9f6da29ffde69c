package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Sample;
import london.loti.persona.segment.SegmentChoice.Candidate;

/**
 * Tries several numbers of segments, and measures each: objective, silhouette, stability, and how many starts ended at
 * the best.
 *
 * <pre>{@code
 * SegmentChoice choice = SegmentNumbers.of(2, 8).withSeed(7).medoids(Dissimilarities.of(sample));
 * String words = choice.words();
 * }</pre>
 *
 * <p>Every replicate of the {@link Stability} has a stream of its own, drawn from the one seed; the same people are drawn
 * for every number of segments. Replicates run side by side, with the same bits for any number of threads. Immutable and
 * thread-safe.
 */
public final class SegmentNumbers {
    private static final int STARTS = 10;

    /** The share of the time that finding the segments takes; replicates take the rest. */
    private static final double FINDING = 0.2;

    private final int from;
    private final int to;
    private final int replicates;
    private final long seed;
    private final DoubleConsumer progress;

    private SegmentNumbers(int from, int to, int replicates, long seed, DoubleConsumer progress) {
        this.from = from;
        this.to = to;
        this.replicates = replicates;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * With 50 replicates and seed 1.
     *
     * @param from the fewest segments to try, 2 or more
     * @param to the most segments to try
     * @return a calculator
     * @throws IllegalArgumentException if from is below 2 or above to
     */
    public static SegmentNumbers of(int from, int to) {
        SegmentInput.requireK(from);
        if (to < from) {
            throw new IllegalArgumentException(
                    "the most segments to try must not be fewer than the fewest, " + from + ", but were " + to);
        }
        return new SegmentNumbers(from, to, 50, 1, share -> {});
    }

    /**
     * {@return the same with another number of replicates}
     *
     * @param newReplicates how often rows are drawn for each number of segments
     * @throws IllegalArgumentException if it is below 1
     */
    public SegmentNumbers withReplicates(int newReplicates) {
        if (newReplicates < 1) {
            throw new IllegalArgumentException("replicates must be 1 or more, but were " + newReplicates);
        }
        return new SegmentNumbers(from, to, newReplicates, seed, progress);
    }

    /**
     * {@return the same with another seed of the replicates}
     *
     * @param newSeed any number
     */
    public SegmentNumbers withSeed(long newSeed) {
        return new SegmentNumbers(from, to, replicates, newSeed, progress);
    }

    /**
     * {@return the same that tells how far it is}
     *
     * @param newProgress told the share that is done, from 0 to 1, by the thread that calls
     */
    public SegmentNumbers withProgress(DoubleConsumer newProgress) {
        return new SegmentNumbers(from, to, replicates, seed, newProgress);
    }

    /**
     * {@return divisions around medoids, by FasterPAM with 10 starts}
     *
     * @param distances how far every two rows lie apart
     * @throws IllegalArgumentException as {@link #medoids(Dissimilarities, IntFunction)} says
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public SegmentChoice medoids(Dissimilarities distances) {
        return medoids(distances, k -> Medoids.withK(k).withStarts(STARTS));
    }

    /**
     * {@return divisions around medoids} A replicate has one start, BUILD.
     *
     * @param distances how far every two rows lie apart
     * @param method the method for a number of segments: {@code k -> Medoids.withK(k).withStarts(20)}
     * @throws IllegalArgumentException if fewer rows differ than the most segments to try
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public SegmentChoice medoids(Dissimilarities distances, IntFunction<Medoids> method) {
        int size = distances.size();
        int[] once = new int[size];
        Arrays.fill(once, 1);
        SegmentInput.requireDistinct(to, distances.distinct(to, once));
        return choose(Work.of(progress), (k, work) -> {
            Medoids medoids = method.apply(k);
            MedoidSegments found = medoids.segment(distances, once, work.part(0, FINDING));
            Stability stability = stability(found.segments(), work.part(FINDING, 1), draw -> {
                int[] times = new int[size];
                for (int row : draw) {
                    times[row]++;
                }
                return distances.distinct(k, times) < k
                        ? new int[0]
                        : medoids.withStarts(1)
                                .segment(distances, times, work.silent())
                                .segments()
                                .numbers();
            });
            return candidate(distances, found.segments(), found.swap(), stability, found.starts());
        });
    }

    /**
     * {@return divisions around prototypes, by k-prototypes with 10 starts}
     *
     * @param sample the rows; attributes that are for audits only are left out
     * @throws IllegalArgumentException as {@link #prototypes(Sample, IntFunction)} says
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public SegmentChoice prototypes(Sample sample) {
        return prototypes(sample, KPrototypes::withK);
    }

    /**
     * {@return divisions around prototypes} Replicates have the scale, the lambda and the starts of the whole sample;
     * silhouettes are by Gower's distances, so that they can be compared with those of medoids.
     *
     * @param sample the rows; attributes that are for audits only are left out
     * @param method the method for a number of segments: {@code k -> KPrototypes.withK(k).withStarts(20)}
     * @throws IllegalArgumentException if {@link SegmentInput} finds an error in the sample, if {@link Dissimilarities}
     *     refuses it, or if fewer rows differ than the most segments to try
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public SegmentChoice prototypes(Sample sample, IntFunction<KPrototypes> method) {
        Work all = Work.of(progress);
        SegmentInput.requireDistinct(
                to, MixedRows.of(SegmentInput.require(sample)).distinct(to));
        Dissimilarities distances = Dissimilarities.of(sample, share -> all.tell(share / 10));
        return choose(all.part(0.1, 1), (k, work) -> {
            KPrototypes prototypes = method.apply(k);
            MixedRows rows = prototypes.rows(sample);
            double lambda = prototypes.lambda(rows);
            PrototypeSegments found = prototypes.result(lambda, prototypes.runs(rows, lambda, work.part(0, FINDING)));
            Stability stability = stability(found.segments(), work.part(FINDING, 1), draw -> {
                MixedRows drawn = rows.rows(draw);
                if (drawn.distinct(k) < k) {
                    return new int[0];
                }
                PrototypeSearch best = KPrototypes.best(prototypes.runs(drawn, lambda, work.silent()));
                return IntStream.range(0, rows.size())
                        .map(row -> best.nearest(rows, row))
                        .toArray();
            });
            return candidate(distances, found.segments(), found.objective(), stability, found.starts());
        });
    }

    /** Divides into one number of segments, and measures the division. */
    private interface Trial {
        Candidate of(int k, Work work);
    }

    private SegmentChoice choose(Work work, Trial trial) {
        List<Candidate> candidates = new ArrayList<>();
        int count = to - from + 1;
        for (int k = from; k <= to; k++) {
            candidates.add(trial.of(k, work.part((double) (k - from) / count, (k - from + 1.0) / count)));
        }
        return new SegmentChoice(candidates.get(0).segments().method(), candidates);
    }

    private static Candidate candidate(
            Dissimilarities distances, Segments segments, double objective, Stability stability, Starts starts) {
        boolean divides = segments.sizes().stream().filter(size -> size > 0).count() > 1;
        double silhouette = divides ? Silhouette.of(distances, segments).mean() : Double.NaN;
        return new Candidate(segments, objective, silhouette, stability, starts);
    }

    /** Compares the segments with those of every draw; a draw that cannot be divided gives no rows. */
    private Stability stability(Segments segments, Work work, Function<int[], int[]> ofDraw) {
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] streams = new long[replicates];
        Arrays.setAll(streams, replicate -> seeds.nextLong());
        double[] agreements = new double[replicates];
        work.each(replicates, replicate -> {
            work.check();
            int[] draw = Draws.withReplacement(new SplittableRandom(streams[replicate]), segments.rowCount());
            int[] drawn = ofDraw.apply(draw);
            agreements[replicate] = drawn.length == 0
                    ? Double.NaN
                    : AdjustedRand.of(segments, Segments.of(segments.method(), segments.k(), drawn));
        });
        return new Stability(
                Arrays.stream(agreements)
                        .filter(agreement -> !Double.isNaN(agreement))
                        .boxed()
                        .toList(),
                replicates,
                seed);
    }
}
