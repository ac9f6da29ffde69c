package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Sample;

/**
 * Latent class analysis: finds groups of people within which the answers have nothing more to do with each other, so
 * that the group is all that they have in common.
 *
 * <pre>{@code
 * LatentClassModel model = LatentClasses.withClasses(3).withSeed(7).fit(sample);
 * LatentClassChoice choice = LatentClasses.withClasses(1).withSeed(7).chooseUpTo(6, sample);
 * }</pre>
 *
 * <p><b>Attributes</b> are taken as categories: nominal, ordinal (without regard to the order) and both binaries. An
 * interval must be banded first. Weights of attributes have no place in a likelihood and don't count. A level that
 * nobody of the sample gave is left out. <b>Missing answers</b> are passed over in the likelihood, which is right if
 * they are missing at random given the other answers, as in {@code poLCA(…, na.rm = FALSE)}; rows with nothing known
 * are left out and counted.
 *
 * <p><b>Method:</b> maximum likelihood by EM (Dempster, Laird and Rubin 1977, <a
 * href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">doi:10.1111/j.2517-6161.1977.tb01600.x</a>) from several
 * random starts, accelerated by SQUAREM's scheme S3 (Varadhan and Roland 2008, <a
 * href="https://doi.org/10.1111/j.1467-9469.2007.00585.x">doi:10.1111/j.1467-9469.2007.00585.x</a>). The model is that of
 * Goodman 1974, <a href="https://doi.org/10.1093/biomet/61.2.215">doi:10.1093/biomet/61.2.215</a>, with the conventions
 * of poLCA, Linzer and Lewis 2011, <a href="https://doi.org/10.18637/jss.v042.i10">doi:10.18637/jss.v042.i10</a>.
 * <b>Limits:</b> no start is sure to reach the highest likelihood, so the model tells how many did; classes are a
 * summary of these answers, not kinds of people. Every start is run to its end, on as many threads as there are, with a
 * stream of random numbers of its own: the same seed gives the same bits, in whatever order the rows come. Immutable
 * and thread-safe.
 */
public final class LatentClasses {
    private final int classes;
    private final int starts;
    private final long seed;
    private final double tolerance;
    private final int maxIterations;
    private final DoubleConsumer progress;

    private LatentClasses(
            int classes, int starts, long seed, double tolerance, int maxIterations, DoubleConsumer progress) {
        this.classes = classes;
        this.starts = starts;
        this.seed = seed;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        this.progress = progress;
    }

    /**
     * With 20 starts, seed 1, a tolerance of 1e-8 and at most 10,000 steps a start.
     *
     * @param classes how many classes, 1 or more
     * @return a calculator
     * @throws IllegalArgumentException if there are fewer
     */
    public static LatentClasses withClasses(int classes) {
        requireOne("classes", classes);
        return new LatentClasses(classes, 20, 1, 1e-8, 10_000, done -> {});
    }

    /**
     * {@return the same with another number of random starts}
     *
     * @param newStarts 1 or more; the first of them are the same, however many there are
     * @throws IllegalArgumentException if there are fewer
     */
    public LatentClasses withStarts(int newStarts) {
        requireOne("starts", newStarts);
        return new LatentClasses(classes, newStarts, seed, tolerance, maxIterations, progress);
    }

    /**
     * {@return the same with another seed of the starts}
     *
     * @param newSeed any number
     */
    public LatentClasses withSeed(long newSeed) {
        return new LatentClasses(classes, starts, newSeed, tolerance, maxIterations, progress);
    }

    /**
     * {@return the same with another rule for the end of a start} It ends when all further steps together would raise
     * the log-likelihood by less than this, if they went on getting shorter as the last did.
     *
     * @param newTolerance in units of the log-likelihood, above 0; below 1e-10 rounding may decide
     * @throws IllegalArgumentException if it is not above 0
     */
    public LatentClasses withTolerance(double newTolerance) {
        if (!(newTolerance > 0) || Double.isInfinite(newTolerance)) {
            throw new IllegalArgumentException("the tolerance must be above 0, but was " + newTolerance);
        }
        return new LatentClasses(classes, starts, seed, newTolerance, maxIterations, progress);
    }

    /**
     * {@return the same with another limit on the length of a start} A start that meets it has not converged, and the
     * model says so.
     *
     * @param newMaxIterations steps of EM, 1 or more
     * @throws IllegalArgumentException if there are fewer
     */
    public LatentClasses withMaxIterations(int newMaxIterations) {
        requireOne("iterations", newMaxIterations);
        return new LatentClasses(classes, starts, seed, tolerance, newMaxIterations, progress);
    }

    /**
     * {@return the same that tells how far it is}
     *
     * @param newProgress takes the share of starts done, 0 to 1, rising; called from any thread, one call at a time
     */
    public LatentClasses withProgress(DoubleConsumer newProgress) {
        return new LatentClasses(classes, starts, seed, tolerance, maxIterations, newProgress);
    }

    /**
     * Fits the classes.
     *
     * @param sample rows of answers; attributes with levels only, each with two values or more
     * @return the best model that any start led to; classes in the order of their shares, the largest first
     * @throws IllegalArgumentException if an attribute is an interval, has fewer than two values in the sample or must
     *     not be used for matching, or if there are more classes than distinct patterns of answers
     * @throws CancellationException if the calling thread is interrupted
     */
    public LatentClassModel fit(Sample sample) {
        return fit(patterns(sample, classes));
    }

    /**
     * Fits every number of classes from the one of this calculator to another, to choose among them.
     *
     * @param most the most classes to try
     * @param sample rows of answers, as for {@link #fit}
     * @return the models and the one that the Bayesian information criterion speaks for
     * @throws IllegalArgumentException as for {@link #fit}, or if {@code most} is below the number of this calculator
     * @throws CancellationException if the calling thread is interrupted
     */
    public LatentClassChoice chooseUpTo(int most, Sample sample) {
        if (most < classes) {
            throw new IllegalArgumentException(
                    "the most classes must be " + classes + " or more, as many as the fewest, but were " + most);
        }
        LatentPatterns patterns = patterns(sample, most);
        int models = most - classes + 1;
        List<LatentClassModel> fitted = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            double before = i;
            fitted.add(new LatentClasses(
                            classes + i,
                            starts,
                            seed,
                            tolerance,
                            maxIterations,
                            done -> progress.accept((before + done) / models))
                    .fit(patterns));
        }
        return new LatentClassChoice(fitted);
    }

    private static LatentPatterns patterns(Sample sample, int most) {
        LatentPatterns patterns = LatentPatterns.of(sample);
        if (most > patterns.size()) {
            throw new IllegalArgumentException("classes must be no more than the distinct patterns of answers, but are "
                    + most + " for " + patterns.size() + "\nMaybe ask for fewer classes, or ask more people.");
        }
        return patterns;
    }

    private LatentClassModel fit(LatentPatterns patterns) {
        LatentBlocks blocks = LatentBlocks.of(patterns);
        LatentParameters parameters = new LatentParameters(classes, LatentPatterns.offsets(patterns.attributes()));
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] streams = seeds.longs(starts).toArray();
        Watch watch = new Watch(progress, starts);
        List<LatentRun> runs = IntStream.range(0, starts)
                .parallel()
                .mapToObj(start -> {
                    LatentStep step = new LatentStep(patterns, blocks, classes);
                    LatentRun run = new LatentSearch(step, parameters, tolerance, maxIterations, watch::requireWanted)
                            .from(parameters.random(new SplittableRandom(streams[start]), patterns::isUsed));
                    watch.oneMore();
                    return run;
                })
                .toList();
        return LatentClassModel.of(patterns, parameters, new LatentStep(patterns, blocks, classes), runs, tolerance);
    }

    private static void requireOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, but were " + number);
        }
    }

    /** What the threads of one fit have in common: how many starts are done, and whether they are still wanted. */
    private static final class Watch {
        private final Thread caller = Thread.currentThread();
        private final DoubleConsumer listener;
        private final int starts;
        private int done;
        private volatile boolean stopped;

        Watch(DoubleConsumer listener, int starts) {
            this.listener = listener;
            this.starts = starts;
        }

        synchronized void oneMore() {
            listener.accept((double) ++done / starts);
        }

        /** All threads work for the caller, so it is the caller's interruption that counts, and counts for all. */
        void requireWanted() {
            if (stopped || caller.isInterrupted()) {
                stopped = true;
                throw new CancellationException("latent class analysis was interrupted");
            }
        }
    }
}
