package london.loti.referral.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Goes over a store from the first event to the last and tells what is not as it was written. It needs no key: hashes are
 * over what is sealed, not over what it says. Memory grows with the number of streams.
 */
public final class AuditTrail {
    private static final int PAGE = 1_000;
    private static final String SOURCE = "store";

    /** What an audit can find. */
    public enum Code implements Finding.Code {
        /** An event was changed after it was written. */
        CHANGED,
        /** An event is missing, or two changed places. */
        GAP,
        /** The end of the chain was cut off. */
        CUT_END,
        /** The chain is another one than a checkpoint says. */
        REWRITTEN,
        /** A sealed part is not the one that was written. */
        SEAL_REPLACED,
        /** A sealed part is gone, and no erasure was recorded. */
        ERASED_WITHOUT_RECORD,
        /** The time of an event is before the one before it in its stream. */
        TIME_TURNED
    }

    private final ReferralStore store;
    private final Findings findings = new Findings();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, Long> erasedStreams = new LinkedHashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private long events;
    private long erased;

    private AuditTrail(ReferralStore store) {
        this.store = store;
    }

    /**
     * {@return what is not as it was written}
     *
     * @param store a store
     * @param checkpoints checkpoints that were kept elsewhere; without one, a cut end can't show
     */
    public static AuditReport verify(ReferralStore store, List<Checkpoint> checkpoints) {
        return new AuditTrail(store).run(checkpoints);
    }

    private AuditReport run(List<Checkpoint> checkpoints) {
        List<Checkpoint> open = new ArrayList<>(checkpoints);
        open.sort(Comparator.comparingLong(Checkpoint::sequence));
        Chain.Head head = Chain.Head.EMPTY;
        check(open, head);
        List<StoredEvent> page = store.after(0, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                look(head, event);
                head = Chain.head(event);
                check(open, head);
            }
            page = store.after(head.sequence(), PAGE);
        }
        for (Checkpoint checkpoint : open) {
            error(
                    Code.CUT_END,
                    head.sequence(),
                    "a checkpoint says that the chain reached event " + checkpoint.sequence() + ", but it ends at "
                            + head.sequence());
        }
        if (!store.head().equals(head)) {
            error(Code.CUT_END, head.sequence(), "the store says that its chain ends elsewhere than its events do");
        }
        erasedStreams.forEach((stream, sequence) -> {
            if (!recorded.contains(stream)) {
                error(Code.ERASED_WITHOUT_RECORD, sequence, "its sealed part is gone, but no erasure was recorded");
            }
        });
        return new AuditReport(events, erased, head.hash(), findings.toList());
    }

    /** Takes off the list every checkpoint at the end so far. */
    private void check(List<Checkpoint> open, Chain.Head head) {
        while (!open.isEmpty() && open.get(0).sequence() <= head.sequence()) {
            Checkpoint checkpoint = open.remove(0);
            if (checkpoint.sequence() < head.sequence() || !checkpoint.hash().equals(head.hash())) {
                error(
                        Code.REWRITTEN,
                        checkpoint.sequence(),
                        "a checkpoint says that it had another hash, so that the chain was written anew");
            }
        }
    }

    private void look(Chain.Head before, StoredEvent event) {
        events++;
        if (event.sequence() != before.sequence() + 1) {
            error(
                    Code.GAP,
                    event.sequence(),
                    "it must follow event " + before.sequence() + ", but what was between is missing");
        }
        if (!event.previousHash().equals(before.hash())) {
            error(Code.GAP, event.sequence(), "it was written after another event than the one before it now");
        }
        if (!Chain.hash(event).equals(event.hash())) {
            error(Code.CHANGED, event.sequence(), "it was changed after it was written");
        }
        String sealed = event.sealed();
        if (sealed != null && !Chain.digest(sealed).equals(event.sealedDigest())) {
            error(Code.SEAL_REPLACED, event.sequence(), "its sealed part is not the one that was written");
        }
        long version = versions.merge(event.stream(), 1L, Long::sum);
        if (version != event.version()) {
            error(Code.GAP, event.sequence(), "its stream lacks an event before it");
            versions.put(event.stream(), event.version());
        }
        Instant last = times.put(event.stream(), event.at());
        if (last != null && event.at().isBefore(last)) {
            error(Code.TIME_TURNED, event.sequence(), "its time is before that of the event before it in its stream");
        }
        if (event.isErased()) {
            erased++;
            erasedStreams.putIfAbsent(event.stream(), event.sequence());
        }
        if (ErasureRecord.isOne(event)) {
            recorded.addAll(ErasureRecord.streams(event));
        }
    }

    private void error(Code code, long sequence, String message) {
        findings.error(code, message, Where.column(SOURCE, "event " + sequence));
    }
}
