package london.loti.referral.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.referral.store.Append;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 commands a second on PostgreSQL, from 8 threads, with commits that are safe. Each is due at a time of its own, and how
 * long it took counts from then, so that a pause shows in all that waited for it.
 */
class LoadTest {
    private static final int THREADS = 8;
    private static final int A_SECOND = 200;
    private static final int STREAM_LENGTH = 12;
    private static final String SEALED = "c2VhbGVk".repeat(75);

    @Test
    void takesTwoHundredCommandsASecond() throws Exception {
        run(Duration.ofSeconds(20));
    }

    @Test
    @Tag("perf")
    void takesThemForTenMinutes() throws Exception {
        run(Duration.ofMinutes(Integer.getInteger("loti.soak.minutes", 10)));
    }

    private static void run(Duration time) throws Exception {
        ReferralStore store = JdbcStores.of(TestDatabase.POSTGRESQL.withTables());
        int each = (int) (time.toSeconds() * A_SECOND / THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        List<Callable<long[]>> senders = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            senders.add(() -> send(store, thread, each, begin));
        }
        List<long[]> waits = new ArrayList<>();
        for (Future<long[]> sent : threads.invokeAll(senders)) {
            waits.add(sent.get());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();

        long[] sorted = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "PERF %d commands in %.1f s, %.0f a second from %d threads: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                sorted.length,
                seconds,
                sorted.length / seconds,
                THREADS,
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1));
        assertThat(Chains.verified(store)).isEqualTo((long) THREADS * each);
        for (int t = 0; t < THREADS; t++) {
            for (int n = 0; n < each; n += 97) {
                assertThat(store.ofCommand("c-" + t + "-" + n)).hasSize(1);
            }
        }
        // Wide: a machine that many share is no measure, what was printed is.
        assertThat(seconds).isLessThan(3.0 * time.toSeconds());
    }

    /** How long each command of one thread took, in nanoseconds after it was due. */
    private static long[] send(ReferralStore store, int thread, int commands, long begin) throws InterruptedException {
        long[] waited = new long[commands];
        long apart = TimeUnit.SECONDS.toNanos(THREADS) / A_SECOND;
        for (int n = 0; n < commands; n++) {
            long due = begin + n * apart + thread * apart / THREADS;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            String stream = "r-" + thread + "-" + n / STREAM_LENGTH;
            NewEvent event = new NewEvent(
                    "resident-" + thread + "-" + n / STREAM_LENGTH,
                    "Noted",
                    1,
                    Instant.EPOCH.plusMillis(n),
                    "worker-" + thread,
                    "LINK_WORKER",
                    "{\"n\":" + n + "}",
                    SEALED);
            Append append = new Append(stream, n % STREAM_LENGTH, "c-" + thread + "-" + n, List.of(event));
            // As the way of a referral does it: what happened so far is read, then decided on.
            assertThat(store.read(stream)).hasSize(n % STREAM_LENGTH);
            assertThat(store.append(append)).hasSize(1);
            if (n % 50 == 0) {
                assertThat(store.append(append)).hasSize(1);
            }
            waited[n] = System.nanoTime() - due;
        }
        return waited;
    }

    private static double millis(long[] sorted, double share) {
        int place = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
        return sorted[place] / 1e6;
    }
}
