package london.loti.referral.store.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract.Check;

/** What the checks say when something is otherwise. */
final class Expect {
    private static final int PAGE = 100;

    private Expect() {}

    /** A check on one empty store. */
    static Check check(String name, Consumer<ReferralStore> body) {
        return new Check(name, fixture -> {
            try (ReferralStore store = fixture.empty()) {
                body.accept(store);
            }
        });
    }

    static void that(boolean holds, String rule) {
        if (!holds) {
            throw new ContractBrokenError(rule);
        }
    }

    static void same(@Nullable Object actual, @Nullable Object expected, String rule) {
        if (!Objects.equals(actual, expected)) {
            throw new ContractBrokenError(rule + ": expected " + expected + ", but was " + actual);
        }
    }

    /** Events print redacted, so this says which field differs. */
    static void sameEvents(List<StoredEvent> actual, List<StoredEvent> expected, String rule) {
        same(actual.size(), expected.size(), rule + " (number of events)");
        for (int i = 0; i < actual.size(); i++) {
            StoredEvent a = actual.get(i);
            StoredEvent e = expected.get(i);
            String which = rule + " (event " + (i + 1) + ", ";
            same(a.sequence(), e.sequence(), which + "sequence)");
            same(a.stream(), e.stream(), which + "stream)");
            same(a.version(), e.version(), which + "version)");
            same(a.subject(), e.subject(), which + "subject)");
            same(a.type(), e.type(), which + "type)");
            same(a.schemaVersion(), e.schemaVersion(), which + "schema version)");
            same(a.at(), e.at(), which + "time)");
            same(a.actor(), e.actor(), which + "actor)");
            same(a.role(), e.role(), which + "role)");
            same(a.command(), e.command(), which + "command)");
            that(a.open().equals(e.open()), which + "open part): another text came back");
            that(Objects.equals(a.sealed(), e.sealed()), which + "sealed part): another text came back");
            same(a.sealedDigest(), e.sealedDigest(), which + "digest)");
            same(a.previousHash(), e.previousHash(), which + "hash before)");
            same(a.hash(), e.hash(), which + "hash)");
        }
    }

    static <E extends RuntimeException> E thrown(Class<E> kind, Runnable action, String rule) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (kind.isInstance(e)) {
                return kind.cast(e);
            }
            throw new ContractBrokenError(rule + ": expected " + kind.getSimpleName() + ", but "
                    + e.getClass().getSimpleName() + " was thrown");
        }
        throw new ContractBrokenError(rule + ": expected " + kind.getSimpleName() + ", but nothing was thrown");
    }

    /** The whole store hangs together: sequences, versions, hashes, digests and the head. */
    static List<StoredEvent> wholeChain(ReferralStore store) {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page = store.after(0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store.after(page.get(page.size() - 1).sequence(), PAGE);
        }
        Chain.Head end = Chain.Head.EMPTY;
        Map<String, Long> versions = new HashMap<>();
        for (StoredEvent event : all) {
            same(event.sequence(), end.sequence() + 1, "sequences must have no gap");
            same(event.previousHash(), end.hash(), "an event must carry the hash of the one before it");
            same(event.hash(), Chain.hash(event), "an event's hash must be that of its fields");
            same(event.version(), versions.merge(event.stream(), 1L, Long::sum), "versions must have no gap");
            String sealed = event.sealed();
            that(
                    sealed == null || Chain.digest(sealed).equals(event.sealedDigest()),
                    "a digest must be that of the sealed part");
            end = Chain.head(event);
        }
        same(store.head(), end, "the head must be that of the last event");
        return all;
    }
}
