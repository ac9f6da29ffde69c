package london.loti.referral.store.contract;

import java.util.List;

import london.loti.referral.store.Append;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract.Check;

import static london.loti.referral.store.contract.Samples.ADA;
import static london.loti.referral.store.contract.Samples.BEN;
import static london.loti.referral.store.contract.Samples.MORNING;
import static london.loti.referral.store.contract.Samples.append;
import static london.loti.referral.store.contract.Samples.event;

/** An erasure takes away what is sealed, of one resident in one stream, and leaves the chain as it was. */
final class EraseChecks {
    private EraseChecks() {}

    static List<Check> all() {
        return List.of(
                Expect.check("erases one resident's sealed parts in one stream, and nothing else", EraseChecks::erases),
                Expect.check("keeps the chain over an erasure, and goes on", EraseChecks::chainHolds));
    }

    private static void erases(ReferralStore store) {
        store.append(new Append(
                "r-1",
                0,
                "c-1",
                List.of(
                        event(ADA, MORNING, "{\"n\":1}", "c2VhbGVkMQ=="),
                        event(ADA, MORNING, "{\"n\":2}", null),
                        event(BEN, MORNING, "{\"n\":3}", "c2VhbGVkMw=="),
                        event(null, MORNING, "{\"n\":4}", "c2VhbGVkNA=="),
                        event(ADA, MORNING, "{\"n\":5}", "c2VhbGVkNQ=="))));
        store.append(append("r-2", 0, "c-2", ADA, 1));
        List<StoredEvent> before = store.after(0, 10);
        Expect.same(store.erase("r-1", ADA), 2, "an erasure must count the sealed parts that it took away");
        List<StoredEvent> expected = List.of(
                before.get(0).erased(),
                before.get(1),
                before.get(2),
                before.get(3),
                before.get(4).erased(),
                before.get(5));
        Expect.sameEvents(store.after(0, 10), expected, "after an erasure");
        Expect.sameEvents(store.read("r-1"), expected.subList(0, 5), "a stream after an erasure");
        Expect.sameEvents(store.ofCommand("c-1"), expected.subList(0, 5), "a command after an erasure");
        Expect.same(store.erase("r-1", ADA), 0, "what is erased can't be erased again");
        Expect.same(store.erase("r-1", "somebody-else"), 0, "an erasure of somebody unknown");
        Expect.same(store.streamsOf(ADA), List.of("r-1", "r-2"), "an erasure leaves the streams of a resident");
    }

    private static void chainHolds(ReferralStore store) {
        store.append(append("r-1", 0, "c-1", ADA, 3));
        Object head = store.head();
        store.erase("r-1", ADA);
        Expect.same(store.head(), head, "an erasure must leave the head");
        Expect.wholeChain(store);
        store.append(append("r-1", 3, "c-2", ADA, 2));
        Expect.same(Expect.wholeChain(store).size(), 5, "the chain must go on after an erasure");
        Expect.that(
                store.append(append("r-1", 0, "c-1", ADA, 3)).events().stream().allMatch(StoredEvent::isErased),
                "a command that comes again must not bring back what was erased");
    }
}
