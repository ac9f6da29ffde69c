package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * K-medoids: k rows such that all rows lie near to one of them on average. A medoid is a real row, so a segment can be
 * shown by somebody who exists in the sample, whatever the kinds of the attributes.
 *
 * <pre>{@code
 * MedoidSegments four = Medoids.withK(4).segment(Dissimilarities.of(sample));
 * }</pre>
 *
 * <p><b>Start:</b> BUILD takes the rows that bring the most, one by one; further starts take random rows of the seed,
 * and the best of all is the result. <b>Improvement:</b> swaps of a medoid for another row, until none makes the mean
 * dissimilarity smaller: see {@link Algorithm}. <b>Limits:</b> it ends in a local optimum ({@link Starts} says how
 * often the same); it finds k segments whether or not there are any. A swap must bring more than rounding does. Immutable
 * and thread-safe; the same seed gives the same bits for any number of threads.
 */
public final class Medoids {
    /** Which swap is made. */
    public enum Algorithm {
        /**
         * The best of all swaps, again and again: PAM of Kaufman and Rousseeuw 1990, <a
         * href="https://doi.org/10.1002/9780470316801">doi:10.1002/9780470316801</a>, as {@code pam} in R's package
         * cluster. Ties: BUILD takes the last row, SWAP the first.
         */
        PAM,
        /**
         * Every swap that improves, at once: FasterPAM of Schubert and Rousseeuw 2021, <a
         * href="https://doi.org/10.1016/j.is.2021.101804">doi:10.1016/j.is.2021.101804</a>. Much faster, and as good;
         * where there are several local optima it may end in another than PAM.
         */
        FASTER_PAM
    }

    private final int k;
    private final Algorithm algorithm;
    private final int starts;
    private final long seed;
    private final int mostIterations;
    private final DoubleConsumer progress;

    private Medoids(int k, Algorithm algorithm, int starts, long seed, int mostIterations, DoubleConsumer progress) {
        this.k = k;
        this.algorithm = algorithm;
        this.starts = starts;
        this.seed = seed;
        this.mostIterations = mostIterations;
        this.progress = progress;
    }

    /**
     * With FasterPAM, one start, seed 1 and at most 100 iterations.
     *
     * @param k how many segments
     * @return a calculator
     * @throws IllegalArgumentException if k is below 2
     */
    public static Medoids withK(int k) {
        SegmentInput.requireK(k);
        return new Medoids(k, Algorithm.FASTER_PAM, 1, 1, 100, share -> {});
    }

    /**
     * {@return the same with another way to swap}
     *
     * @param newAlgorithm which swap is made
     */
    public Medoids withAlgorithm(Algorithm newAlgorithm) {
        return new Medoids(k, newAlgorithm, starts, seed, mostIterations, progress);
    }

    /**
     * {@return the same with another number of starts}
     *
     * @param newStarts the first of them is BUILD, the others are random
     * @throws IllegalArgumentException if it is below 1
     */
    public Medoids withStarts(int newStarts) {
        if (newStarts < 1) {
            throw new IllegalArgumentException("starts must be 1 or more, but were " + newStarts);
        }
        return new Medoids(k, algorithm, newStarts, seed, mostIterations, progress);
    }

    /**
     * {@return the same with another seed of the random starts}
     *
     * @param newSeed any number
     */
    public Medoids withSeed(long newSeed) {
        return new Medoids(k, algorithm, starts, newSeed, mostIterations, progress);
    }

    /**
     * {@return the same with another limit of iterations} What stops at it says that it has not converged.
     *
     * @param most passes over the candidates
     * @throws IllegalArgumentException if it is below 1
     */
    public Medoids withMostIterations(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("iterations must be 1 or more, but were " + most);
        }
        return new Medoids(k, algorithm, starts, seed, most, progress);
    }

    /**
     * {@return the same that tells how far it is}
     *
     * @param newProgress told the share that is done, from 0 to 1, by the thread that calls
     */
    public Medoids withProgress(DoubleConsumer newProgress) {
        return new Medoids(k, algorithm, starts, seed, mostIterations, newProgress);
    }

    /**
     * {@return the segments of the rows that lie this far apart}
     *
     * @param distances how far every two rows lie apart
     * @throws IllegalArgumentException if there are more segments than rows that differ
     * @throws java.util.concurrent.CancellationException if the thread that calls is interrupted
     */
    public MedoidSegments segment(Dissimilarities distances) {
        int[] once = new int[distances.size()];
        Arrays.fill(once, 1);
        SegmentInput.requireDistinct(k, distances.distinct(k, once));
        return segment(distances, once, Work.of(progress));
    }

    /** The segments of all rows, around medoids of those that come once or more; k of these must differ. */
    MedoidSegments segment(Dissimilarities distances, int[] times, Work work) {
        List<Run> runs = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int start = 0; start < starts; start++) {
            Work part = work.part((double) start / starts, (start + 1.0) / starts);
            MedoidSearch search = new MedoidSearch(distances, times, k, part);
            if (start == 0) {
                search.build();
            } else {
                search.draw(new SplittableRandom(seeds.nextLong()));
            }
            double before = search.objective();
            int iterations =
                    algorithm == Algorithm.PAM ? search.swapBest(mostIterations) : search.swapEagerly(mostIterations);
            runs.add(new Run(search, before, iterations));
            part.tell(1);
        }
        Run best = runs.stream()
                .min(Comparator.comparingDouble(run -> run.search.objective()))
                .orElseThrow();
        return best.result(
                words(distances),
                new Starts(runs.stream().map(run -> run.search.objective()).toList()));
    }

    private String words(Dissimilarities distances) {
        return "k-medoids (" + (algorithm == Algorithm.PAM ? "PAM" : "FasterPAM") + "), " + distances.measure();
    }

    /** One start and where it ended. */
    private static final class Run {
        private final MedoidSearch search;
        private final double before;
        private final int iterations;

        Run(MedoidSearch search, double before, int iterations) {
            this.search = search;
            this.before = before;
            this.iterations = iterations;
        }

        MedoidSegments result(String words, Starts starts) {
            int[] medoids = search.medoids();
            Segments segments =
                    Segments.of(words, medoids.length, search.nearest()).inOrderOfRows();
            Integer[] ordered = new Integer[medoids.length];
            for (int medoid : medoids) {
                ordered[segments.segment(medoid)] = medoid;
            }
            return new MedoidSegments(
                    segments, List.of(ordered), before, search.objective(), iterations, search.hasConverged(), starts);
        }
    }
}
