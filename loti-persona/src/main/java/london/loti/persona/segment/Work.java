package london.loti.persona.segment;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Does parts of a long computation side by side, tells how far it is, and stops when the thread that asked for it is
 * interrupted. Each part writes to places of its own, so the result has the same bits for any number of threads.
 */
final class Work {
    private static final int BLOCKS = 50;

    /** A block keeps all processors busy. */
    private static final int LEAST = 4 * Runtime.getRuntime().availableProcessors();

    private final Thread owner;
    private final DoubleConsumer progress;

    private Work(Thread owner, DoubleConsumer progress) {
        this.owner = owner;
        this.progress = progress;
    }

    /** Work of the current thread. */
    static Work of(DoubleConsumer progress) {
        return new Work(Thread.currentThread(), progress);
    }

    /** Work of the current thread that tells nobody. */
    static Work quiet() {
        return of(share -> {});
    }

    /** The part of this work from one share of it to another. */
    Work part(double from, double to) {
        return new Work(owner, share -> progress.accept(from + share * (to - from)));
    }

    /** The same for parts that run side by side: it listens to the same thread and tells nobody. */
    Work silent() {
        return new Work(owner, share -> {});
    }

    /** Stops if the thread that asked was interrupted; its flag stays set. */
    void check() {
        if (owner.isInterrupted()) {
            throw new CancellationException("the computation was interrupted");
        }
    }

    /** Does part 0 to count - 1, in any order and side by side; what they do together grows with their number. */
    void each(int count, IntConsumer part) {
        int block = Math.max(LEAST, (count + BLOCKS - 1) / BLOCKS);
        for (int start = 0; start < count; start += block) {
            check();
            int end = Math.min(count, start + block);
            IntStream.range(start, end).parallel().forEach(part);
            progress.accept((double) end / count);
        }
    }

    /** Tells that a share of this work is done. */
    void tell(double share) {
        progress.accept(share);
    }
}
