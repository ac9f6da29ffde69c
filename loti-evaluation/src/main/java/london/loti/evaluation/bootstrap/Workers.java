package london.loti.evaluation.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Computes many numbers in blocks on some threads; progress is told on the thread that asks. */
final class Workers {
    private static final int BLOCK = 128;

    private final int threads;
    private final IntConsumer progress;

    Workers(int threads, IntConsumer progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /** One number, computed with the room of a thread. */
    @FunctionalInterface
    interface Work {
        double of(Room room, int position);
    }

    /** What a thread reuses. */
    static final class Room {
        final Evaluator evaluator;
        final int[] units;

        Room(Evaluator evaluator, int size) {
            this.evaluator = evaluator;
            this.units = new int[size];
        }
    }

    double[] run(int count, Supplier<Room> rooms, Work work) {
        double[] results = new double[count];
        if (threads == 1 || count <= BLOCK) {
            Room room = rooms.get();
            for (int from = 0; from < count; from += BLOCK) {
                if (Thread.currentThread().isInterrupted()) {
                    throw cancelled();
                }
                int to = block(room, from, results, work);
                progress.accept(to);
            }
            return results;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            return onThreads(executor, results, rooms, work);
        } finally {
            executor.shutdownNow();
        }
    }

    private double[] onThreads(ExecutorService executor, double[] results, Supplier<Room> rooms, Work work) {
        ConcurrentLinkedQueue<Room> idle = new ConcurrentLinkedQueue<>();
        ExecutorCompletionService<Integer> blocks = new ExecutorCompletionService<>(executor);
        List<Future<Integer>> asked = new ArrayList<>();
        for (int from = 0; from < results.length; from += BLOCK) {
            int first = from;
            asked.add(blocks.submit(() -> {
                Room free = idle.poll();
                Room room = free == null ? rooms.get() : free;
                int done = block(room, first, results, work) - first;
                idle.add(room);
                return done;
            }));
        }
        int done = 0;
        for (int i = 0; i < asked.size(); i++) {
            try {
                done += blocks.take().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException unchecked) {
                    throw unchecked;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
            progress.accept(done);
        }
        return results;
    }

    private static int block(Room room, int from, double[] results, Work work) {
        int to = Math.min(results.length, from + BLOCK);
        for (int i = from; i < to; i++) {
            results[i] = work.of(room, i);
        }
        return to;
    }

    private static CancellationException cancelled() {
        return new CancellationException("the bootstrap was interrupted before all replicates were drawn");
    }
}
