package london.loti.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ForkJoinPool;

import com.sun.management.ThreadMXBean;

/**
 * Runs work on one thread alone, parallel streams included: they stay in the pool that they are started from. Only so do
 * the counters of a thread tell all that was done, and the number of processors does not matter.
 */
public final class OneThread {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private OneThread() {}

    /** What a run took: time on a processor, which does not pass while others are at work, and memory. */
    public record Cost(long nanoseconds, long bytes) {}

    /** The least time and the least memory of several runs: the first ones also load and compile classes. */
    public static Cost least(int runs, Runnable work) {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(() -> {
                        Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
                        for (int i = 0; i < runs; i++) {
                            Cost cost = cost(work);
                            least = new Cost(
                                    Math.min(least.nanoseconds, cost.nanoseconds), Math.min(least.bytes, cost.bytes));
                        }
                        return least;
                    })
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private static Cost cost(Runnable work) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanoseconds = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Cost(
                THREADS.getCurrentThreadCpuTime() - nanoseconds, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }
}
