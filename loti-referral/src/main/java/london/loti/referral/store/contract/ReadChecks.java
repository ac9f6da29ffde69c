package london.loti.referral.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import london.loti.referral.store.Append;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract.Check;

import static london.loti.referral.store.contract.Samples.ADA;
import static london.loti.referral.store.contract.Samples.BEN;
import static london.loti.referral.store.contract.Samples.MORNING;
import static london.loti.referral.store.contract.Samples.append;
import static london.loti.referral.store.contract.Samples.event;

/** What can be read, in which order; and that it is there after a restart. */
final class ReadChecks {
    private ReadChecks() {}

    static List<Check> all() {
        return List.of(
                Expect.check("begins with nothing, and answers with nothing", ReadChecks::startsEmpty),
                Expect.check("gives the whole store in pages of any size", ReadChecks::pages),
                Expect.check("gives a resident's streams in the order of their first event", ReadChecks::streamsOf),
                Expect.check("leaves a list that it gave as it was", ReadChecks::listsStay),
                new Check("keeps everything over a restart", ReadChecks::survivesRestart));
    }

    private static void startsEmpty(ReferralStore store) {
        Expect.same(store.head(), Chain.Head.EMPTY, "the head of an empty store");
        Expect.same(store.read("r-1"), List.of(), "an unknown stream");
        Expect.same(store.ofCommand("c-1"), List.of(), "an unknown command");
        Expect.same(store.after(0, 10), List.of(), "an empty store");
        Expect.same(store.streamsOf(ADA), List.of(), "an unknown resident");
        Expect.same(store.key(ADA), Optional.empty(), "an unknown resident's key");
        Expect.same(store.subjectsWithKey("", 10), List.of(), "residents with a key");
        Expect.same(store.erase("r-1", ADA), 0, "an erasure in an unknown stream");
        Expect.same(store.destroyKey(ADA), false, "an unknown resident's key");
        Expect.same(store.replaceKey(ADA, "old", "new"), false, "an unknown resident's key");
        Expect.same(store.key(ADA), Optional.empty(), "a key that was replaced where there was none");
    }

    private static void pages(ReferralStore store) {
        for (int i = 0; i < 10; i++) {
            store.append(append("r-" + i % 3, store.read("r-" + i % 3).size(), "c-" + i, ADA, 1 + i % 3));
        }
        List<StoredEvent> all = Expect.wholeChain(store);
        for (int size = 1; size <= all.size() + 1; size++) {
            List<StoredEvent> paged = new ArrayList<>();
            List<StoredEvent> page = store.after(0, size);
            while (!page.isEmpty()) {
                Expect.that(page.size() <= size, "a page must not be longer than asked for");
                paged.addAll(page);
                page = store.after(paged.get(paged.size() - 1).sequence(), size);
            }
            Expect.sameEvents(paged, all, "pages of " + size + " must give the whole store");
        }
        Expect.sameEvents(store.after(-5, 1), all.subList(0, 1), "before the beginning is the beginning");
        Expect.sameEvents(store.after(3, Integer.MAX_VALUE), all.subList(3, all.size()), "a page of any length");
        Expect.same(store.after(0, 0).size(), 1, "a page has at least one event");
        Expect.same(store.after(Long.MAX_VALUE, 10), List.of(), "after the end is nothing");
    }

    private static void streamsOf(ReferralStore store) {
        store.append(append("r-z", 0, "c-1", ADA, 2));
        store.append(new Append("r-m", 0, "c-2", List.of(event(BEN, MORNING), event(null, MORNING, "{}", null))));
        store.append(append("r-a", 0, "c-3", ADA, 1));
        store.append(append("r-z", 2, "c-4", ADA, 1));
        store.append(append("r-m", 2, "c-5", ADA, 1));
        Expect.same(store.streamsOf(ADA), List.of("r-z", "r-a", "r-m"), "each stream once, in the order of its first");
        Expect.same(store.streamsOf(BEN), List.of("r-m"), "a stream may be about several residents");
    }

    private static void listsStay(ReferralStore store) {
        store.append(append("r-1", 0, "c-1", ADA, 2));
        List<StoredEvent> given = store.read("r-1");
        List<StoredEvent> copy = List.copyOf(given);
        store.append(append("r-1", 2, "c-2", ADA, 1));
        store.erase("r-1", ADA);
        Expect.sameEvents(given, copy, "a list that was given must stay as it was");
        Expect.thrown(UnsupportedOperationException.class, () -> given.remove(0), "a list can't be changed");
    }

    private static void survivesRestart(StoreFixture fixture) {
        List<StoredEvent> before;
        try (ReferralStore store = fixture.empty()) {
            store.append(append("r-1", 0, "c-1", ADA, 3));
            store.append(append("r-2", 0, "c-2", BEN, 2));
            store.keepKey(ADA, "wrapped-a");
            store.keepKey(BEN, "wrapped-b");
            store.erase("r-2", BEN);
            store.destroyKey(BEN);
            before = Expect.wholeChain(store);
        }
        Optional<ReferralStore> again = fixture.reopened();
        if (again.isEmpty()) {
            return;
        }
        try (ReferralStore store = again.get()) {
            Expect.sameEvents(Expect.wholeChain(store), before, "events must outlive a restart");
            Expect.sameEvents(store.read("r-1"), before.subList(0, 3), "streams must outlive a restart");
            Expect.same(store.streamsOf(ADA), List.of("r-1"), "streams of a resident must outlive a restart");
            Expect.same(store.key(ADA), Optional.of("wrapped-a"), "keys must outlive a restart");
            Expect.same(store.key(BEN), Optional.empty(), "a destroyed key must stay destroyed");
            KeyChecks.refusesNewKey(store, BEN);
            Expect.sameEvents(
                    store.append(append("r-1", 0, "c-1", ADA, 3)).events(),
                    before.subList(0, 3),
                    "a command must be known after a restart");
            store.append(append("r-1", 3, "c-3", ADA, 1));
            Expect.same(Expect.wholeChain(store).size(), 6, "the chain must go on after a restart");
        }
    }
}
