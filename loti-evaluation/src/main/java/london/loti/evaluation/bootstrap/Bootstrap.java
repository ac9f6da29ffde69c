package london.loti.evaluation.bootstrap;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Draws replicates of a statistic.
 *
 * <pre>{@code
 * Effect effect = Bootstrap.of(Statistic.mean(change), Resampling.clusters(hub))
 *         .withSeed(7)
 *         .run()
 *         .effect(IntervalMethod.BCA, 0.95);
 * }</pre>
 *
 * <p>The same seed gives the same bits on any machine and any number of threads. <b>Cancel</b> by interrupting the thread
 * that runs it. <b>Limits:</b> fewer than ten units or clusters make every bootstrap interval too short; means need a
 * finite variance; extremes cannot be bootstrapped. Immutable and thread-safe.
 */
public final class Bootstrap {
    /** The most resamples that are enumerated: all of seven units. */
    public static final int MOST_ENUMERATED = 1_000_000;

    private static final int USUAL_REPLICATES = 9_999;

    private final Statistic statistic;
    private final Resampling resampling;
    private final Draws draws;
    private final Quantiles quantiles;
    private final Acceleration acceleration;
    private final int threads;
    private final IntConsumer progress;

    private Bootstrap(
            Statistic statistic,
            Resampling resampling,
            Draws draws,
            Quantiles quantiles,
            Acceleration acceleration,
            int threads,
            IntConsumer progress) {
        this.statistic = statistic;
        this.resampling = resampling;
        this.draws = draws;
        this.quantiles = quantiles;
        this.acceleration = acceleration;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * {@return a calculator with 9,999 replicates from the seed 1, quantiles on the normal scale, acceleration by the
     * jackknife, and a thread a processor}
     *
     * @param statistic what is estimated
     * @param resampling which units are drawn
     * @throws IllegalArgumentException if the two are of different numbers of rows
     */
    public static Bootstrap of(Statistic statistic, Resampling resampling) {
        if (statistic instanceof SumStatistic sums && sums.rows() != resampling.rowCount()) {
            throw new IllegalArgumentException("the statistic and the resampling must be of the same rows, but were of "
                    + sums.rows() + " and " + resampling.rowCount());
        }
        return new Bootstrap(
                statistic,
                resampling,
                new Draws.Random(resampling, 1, USUAL_REPLICATES),
                Quantiles.NORMAL_SCALE,
                Acceleration.JACKKNIFE,
                Runtime.getRuntime().availableProcessors(),
                done -> {});
    }

    /**
     * {@return the same with another seed; replicates are drawn by chance again if they were not}
     *
     * @param seed any number
     */
    public Bootstrap withSeed(long seed) {
        return withDraws(new Draws.Random(resampling, seed, chance().replicates()));
    }

    /**
     * {@return the same with another number of replicates; they are drawn by chance again if they were not}
     *
     * @param replicates at least 2; 999 for a standard error, 9,999 for an interval
     * @throws IllegalArgumentException if there are fewer
     */
    public Bootstrap withReplicates(int replicates) {
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be 2 or more, but were " + replicates);
        }
        return withDraws(new Draws.Random(resampling, chance().seed(), replicates));
    }

    private Draws.Random chance() {
        return draws instanceof Draws.Random random ? random : new Draws.Random(resampling, 1, USUAL_REPLICATES);
    }

    /**
     * {@return the same over every resample that there can be, each once, instead of by chance} The replicates are then
     * the whole distribution: their standard error has the divisor R.
     *
     * @throws IllegalArgumentException if there are more than {@value #MOST_ENUMERATED}
     */
    public Bootstrap enumerated() {
        long count = Draws.All.count(resampling, MOST_ENUMERATED);
        if (count > MOST_ENUMERATED) {
            throw new IllegalArgumentException("resamples can be enumerated up to " + MOST_ENUMERATED + ", but "
                    + resampling.units() + " units have more\nMaybe draw them by chance.");
        }
        return withDraws(new Draws.All(resampling, (int) count));
    }

    /**
     * {@return the same with replicates that somebody else drew}
     *
     * @param drawn for each replicate as many units as the study has, from 0: rows in their order, or clusters in the
     *     order of their labels; stratum by stratum where there are strata
     * @throws IllegalArgumentException if a replicate has another length, a unit is none or of another stratum
     */
    public Bootstrap withDrawn(int[][] drawn) {
        if (drawn.length < 2) {
            throw new IllegalArgumentException("replicates must be 2 or more, but were " + drawn.length);
        }
        for (int[] replicate : drawn) {
            if (replicate.length != resampling.units()) {
                throw new IllegalArgumentException(
                        "a replicate must draw " + resampling.units() + " units, but drew " + replicate.length);
            }
            for (int s = 0; s < resampling.strataCount(); s++) {
                for (int i = resampling.start(s); i < resampling.start(s + 1); i++) {
                    if (replicate[i] < resampling.start(s) || replicate[i] >= resampling.start(s + 1)) {
                        throw new IllegalArgumentException("a unit drawn at position " + i + " must be from "
                                + resampling.start(s) + " to " + (resampling.start(s + 1) - 1) + ", but was "
                                + replicate[i] + "\nMaybe the indices count from 1.");
                    }
                }
            }
        }
        return withDraws(new Draws.Told(Arrays.stream(drawn).map(int[]::clone).toArray(int[][]::new)));
    }

    /**
     * {@return the same with another way to find quantiles}
     *
     * @param newQuantiles the way
     */
    public Bootstrap withQuantiles(Quantiles newQuantiles) {
        return new Bootstrap(statistic, resampling, draws, newQuantiles, acceleration, threads, progress);
    }

    /**
     * {@return the same with the acceleration from elsewhere}
     *
     * @param newAcceleration from where
     */
    public Bootstrap withAcceleration(Acceleration newAcceleration) {
        return new Bootstrap(statistic, resampling, draws, quantiles, newAcceleration, threads, progress);
    }

    /**
     * {@return the same on another number of threads; the result has the same bits}
     *
     * @param newThreads at least 1
     * @throws IllegalArgumentException if there is none
     */
    public Bootstrap withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, but were " + newThreads);
        }
        return new Bootstrap(statistic, resampling, draws, quantiles, acceleration, newThreads, progress);
    }

    /**
     * {@return the same that tells how far it is}
     *
     * @param newProgress takes the number of replicates done so far, on the thread that runs the bootstrap
     */
    public Bootstrap withProgress(IntConsumer newProgress) {
        return new Bootstrap(statistic, resampling, draws, quantiles, acceleration, threads, newProgress);
    }

    private Bootstrap withDraws(Draws newDraws) {
        return new Bootstrap(statistic, resampling, newDraws, quantiles, acceleration, threads, progress);
    }

    /**
     * {@return the replicates, and what can be read off them}
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays interrupted
     * @throws IllegalArgumentException if the statistic of the data is not finite, or nearly no replicate's is
     */
    public BootstrapDistribution run() {
        double estimate = Evaluator.of(statistic, resampling).ofData();
        if (!Double.isFinite(estimate)) {
            throw new IllegalArgumentException("the statistic of the data must be finite, but was " + estimate);
        }
        double[] replicates = new Workers(threads, progress).run(draws.replicates(), this::room, this::replicate);
        return new BootstrapDistribution(
                estimate,
                replicates,
                accelerationOf(replicates),
                new BootstrapDistribution.Setting(resampling, draws, quantiles, acceleration, hash()));
    }

    private @Nullable String hash() {
        return statistic instanceof SumStatistic sums ? sums.hash() : null;
    }

    private Workers.Room room() {
        return new Workers.Room(Evaluator.of(statistic, resampling), resampling.units());
    }

    private double replicate(Workers.Room room, int replicate) {
        int[] units = room.units;
        if (draws instanceof Draws.Random random) {
            return room.evaluator.of(random, replicate, units);
        }
        draws.draw(replicate, units);
        return room.evaluator.of(units);
    }

    private double accelerationOf(double[] replicates) {
        return switch (acceleration) {
            case NONE -> 0;
            case REGRESSION -> Influence.acceleration(Influence.ofRegression(replicates, draws, resampling));
            case JACKKNIFE -> Influence.acceleration(Influence.ofJackknife(without(), resampling));
        };
    }

    /** The estimates without each unit in turn. */
    private double[] without() {
        return new Workers(threads, done -> {})
                .run(resampling.units(), this::room, (room, unit) -> room.evaluator.without(unit));
    }

    /**
     * {@return the jackknife: the estimate with its bias and standard error from leaving out each unit in turn}
     *
     * <p>Source: Efron and Tibshirani 1993, chapter 11, ISBN 978-0-412-04231-7. Strata are not allowed for.
     *
     * @throws IllegalArgumentException if there are strata or fewer than two units
     */
    public Jackknife jackknife() {
        if (resampling.strataCount() > 1 || resampling.units() < 2) {
            throw new IllegalArgumentException("a jackknife needs one stratum of two units or more, but had "
                    + resampling.strataCount() + " of " + resampling.units() + " units");
        }
        double[] without = without();
        double estimate = Evaluator.of(statistic, resampling).ofData();
        return Jackknife.of(estimate, without, Influence.acceleration(Influence.ofJackknife(without, resampling)));
    }
}
