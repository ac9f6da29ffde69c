package london.loti.referral.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import london.loti.referral.store.Appended;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract.Check;

import static london.loti.referral.store.contract.Samples.ADA;
import static london.loti.referral.store.contract.Samples.append;

/** Several threads and processes at once. */
final class TogetherChecks {
    private static final int WRITERS = 8;
    private static final int APPENDS = 10;
    private static final int EVENTS = 3;

    private TogetherChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("lets 8 writers add to one stream, each once", f -> writers(f, true)),
                new Check("lets 8 writers add to streams of their own", f -> writers(f, false)),
                new Check("keeps a command once that 8 send at the same time", TogetherChecks::oneCommand),
                new Check(StoreContract.TELLS_WHO_ADDED + ", and one only of 8", TogetherChecks::tells),
                new Check("keeps one key of 8 that come at the same time", TogetherChecks::oneKey),
                new Check("never shows a reader a gap, or half an append", TogetherChecks::readersSeeNoGap));
    }

    private static void writers(StoreFixture fixture, boolean oneStream) {
        withTwo(fixture, (first, second) -> {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                ReferralStore store = w % 2 == 0 ? first : second;
                writers.add(() -> write(store, oneStream ? "r-one" : "r-" + writer, "w" + writer));
            }
            together(writers);
            List<StoredEvent> all = Expect.wholeChain(first);
            Expect.same(all.size(), WRITERS * APPENDS * EVENTS, "every append must be there once");
            Expect.sameEvents(Expect.wholeChain(second), all, "two stores on the same data must show the same");
            for (int w = 0; w < WRITERS; w++) {
                for (int i = 0; i < APPENDS; i++) {
                    Expect.same(first.ofCommand("w" + w + "-" + i).size(), EVENTS, "every append must be whole");
                }
            }
        });
    }

    /** Appends, and decides again when somebody else was quicker. */
    private static int write(ReferralStore store, String stream, String writer) {
        for (int i = 0; i < APPENDS; i++) {
            boolean added = false;
            while (!added) {
                try {
                    long version = store.read(stream).size();
                    store.append(append(stream, version, writer + "-" + i, ADA, EVENTS));
                    added = true;
                } catch (ConcurrentChangeException e) {
                    Expect.that(e.actual() > e.expected(), "a stream's version only grows");
                }
            }
        }
        return APPENDS;
    }

    private static void oneCommand(StoreFixture fixture) {
        withTwo(fixture, (first, second) -> {
            for (int round = 0; round < 5; round++) {
                String stream = "r-" + round;
                List<Appended> answers = sent(first, second, stream, "c-" + round);
                Expect.same(first.read(stream).size(), EVENTS, "a command that 8 sent must be there once");
                for (Appended answer : answers) {
                    Expect.sameEvents(answer.events(), first.read(stream), "each sender must get what is kept");
                }
                Expect.that(told(answers) <= 1, "no two senders may be told that they added the events");
            }
            Expect.wholeChain(first);
        });
    }

    private static void tells(StoreFixture fixture) {
        withTwo(fixture, (first, second) -> {
            for (int round = 0; round < 5; round++) {
                Expect.same(
                        told(sent(first, second, "r-" + round, "c-" + round)),
                        1L,
                        "one sender must be told that it added the events, and all others that they were there");
            }
        });
    }

    private static List<Appended> sent(ReferralStore first, ReferralStore second, String stream, String command) {
        List<Callable<Appended>> senders = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            ReferralStore store = w % 2 == 0 ? first : second;
            senders.add(() -> store.append(append(stream, 0, command, ADA, EVENTS)));
        }
        return together(senders);
    }

    private static long told(List<Appended> answers) {
        return answers.stream().filter(answer -> !answer.before()).count();
    }

    private static void oneKey(StoreFixture fixture) {
        withTwo(fixture, (first, second) -> {
            for (int round = 0; round < 5; round++) {
                String subject = "resident-" + round;
                List<Callable<String>> senders = new ArrayList<>();
                for (int w = 0; w < WRITERS; w++) {
                    String wrapped = "wrapped-" + w;
                    ReferralStore store = w % 2 == 0 ? first : second;
                    senders.add(() -> store.keepKey(subject, wrapped));
                }
                Set<String> answers = together(senders).stream().collect(Collectors.toSet());
                Expect.same(answers, Set.of(first.key(subject).orElse("")), "all must get the one key that is kept");
            }
        });
    }

    private static void readersSeeNoGap(StoreFixture fixture) {
        withTwo(fixture, (first, second) -> {
            AtomicBoolean writing = new AtomicBoolean(true);
            ExecutorService readers = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> follower = readers.submit(() -> follow(second, writing));
                Future<Integer> looker = readers.submit(() -> look(second, writing));
                List<Callable<Integer>> writers = new ArrayList<>();
                for (int w = 0; w < 4; w++) {
                    String name = "w" + w;
                    writers.add(() -> write(first, "r-" + name, name));
                }
                try {
                    together(writers);
                } finally {
                    writing.set(false);
                }
                Expect.same(answer(follower), 4 * APPENDS * EVENTS, "who follows the store must see every event");
                answer(looker);
            } finally {
                readers.shutdownNow();
            }
        });
    }

    /** Follows the store as an audit or a report does. */
    private static int follow(ReferralStore store, AtomicBoolean writing) {
        long seen = 0;
        boolean more = true;
        while (more) {
            boolean stillWriting = writing.get();
            List<StoredEvent> page = store.after(seen, 7);
            for (StoredEvent event : page) {
                Expect.same(event.sequence(), seen + 1, "a reader must see no gap");
                seen = event.sequence();
            }
            more = stillWriting || !page.isEmpty();
        }
        return (int) seen;
    }

    /** Looks at single streams, and at the head. */
    private static int look(ReferralStore store, AtomicBoolean writing) {
        int looks = 0;
        do {
            long head = store.head().sequence();
            Expect.same(store.after(0, Integer.MAX_VALUE).size() >= head, true, "what the head counts must be there");
            int size = store.read("r-w" + looks % 4).size();
            Expect.same(size % EVENTS, 0, "a reader must see an append whole or not at all");
            looks++;
        } while (writing.get());
        return looks;
    }

    private interface OnTwo {
        void run(ReferralStore first, ReferralStore second);
    }

    private static void withTwo(StoreFixture fixture, OnTwo body) {
        try (ReferralStore first = fixture.empty()) {
            ReferralStore second = fixture.beside(first);
            try {
                body.run(first, second);
            } finally {
                if (second != first) {
                    second.close();
                }
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                answers.add(answer(future));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the check was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ContractBrokenError broken) {
                throw broken;
            }
            throw new IllegalStateException("a store failed while several used it", e.getCause());
        }
    }
}
