package london.loti.referral.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.need.ConceptRef;
import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.Chain;
import london.loti.referral.store.InMemoryReferralStore;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AuditTrailTest {
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    /** Forty events in eight streams. */
    private static ReferralStore filled() {
        ReferralStore store = new InMemoryReferralStore();
        for (int i = 0; i < 40; i++) {
            String stream = "ref-" + i % 8;
            NewEvent event = new NewEvent(
                    "resident-" + i % 8,
                    "Thing",
                    1,
                    AT.plusSeconds(i),
                    "staff-1",
                    "LINK_WORKER",
                    "{\"n\":" + i + "}",
                    "c2VhbGVk" + i);
            store.append(new Append(stream, i / 8, "command-" + i, List.of(event)));
        }
        return store;
    }

    private static List<String> codes(ReferralStore store, Checkpoint... checkpoints) {
        return AuditTrail.verify(store, List.of(checkpoints)).findings().stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    @Test
    void findsNothingWhereAllIsAsItWasWritten() {
        ReferralStore store = filled();
        Checkpoint checkpoint = Checkpoint.of(store, AT);
        AuditReport report =
                AuditTrail.verify(store, List.of(checkpoint, Checkpoint.of(new InMemoryReferralStore(), AT)));
        assertThat(report.isIntact()).isTrue();
        assertThat(report.events()).isEqualTo(40);
        assertThat(report.head()).isEqualTo(checkpoint.hash());
    }

    @Test
    void everyChangeOfEveryFieldOfEveryEventShows() {
        List<StoredEvent> events = filled().after(0, 100);
        for (int i = 0; i < events.size(); i++) {
            for (int field = 0; field < 9; field++) {
                List<StoredEvent> changed = new ArrayList<>(events);
                changed.set(i, change(events.get(i), field));
                assertThat(codes(new Fixed(changed)))
                        .as("event " + i + ", field " + field)
                        .isNotEmpty();
            }
        }
    }

    private static StoredEvent change(StoredEvent e, int field) {
        return new StoredEvent(
                e.sequence(),
                e.stream(),
                e.version(),
                field == 0 ? "resident-x" : e.subject(),
                field == 1 ? "Other" : e.type(),
                field == 2 ? 2 : e.schemaVersion(),
                field == 3 ? e.at().plusMillis(1) : e.at(),
                field == 4 ? "staff-2" : e.actor(),
                field == 5 ? "PROVIDER" : e.role(),
                field == 6 ? "command-x" : e.command(),
                field == 7 ? "{\"n\":-1}" : e.open(),
                field == 8 ? "c2VhbGVkIHRvbw" : e.sealed(),
                e.sealedDigest(),
                e.previousHash(),
                e.hash());
    }

    @Test
    void everyEventThatIsTakenOutAndEveryTwoThatChangePlacesShow() {
        List<StoredEvent> events = filled().after(0, 100);
        for (int i = 0; i < events.size() - 1; i++) {
            List<StoredEvent> fewer = new ArrayList<>(events);
            fewer.remove(i);
            assertThat(codes(new Fixed(fewer))).as("without event " + i).contains("GAP");
            List<StoredEvent> swapped = new ArrayList<>(events);
            swapped.set(i, events.get(i + 1));
            swapped.set(i + 1, events.get(i));
            assertThat(codes(new Fixed(swapped))).as("swapped " + i).contains("GAP");
        }
    }

    @Test
    void aCutEndShowsByACheckpointAndOnlyByOne() {
        ReferralStore store = filled();
        Checkpoint checkpoint = Checkpoint.of(store, AT);
        for (int left : IntStream.range(0, 40).toArray()) {
            Fixed cut = new Fixed(store.after(0, 100).subList(0, left));
            assertThat(codes(cut)).isEmpty();
            assertThat(codes(cut, checkpoint)).containsExactly("CUT_END");
        }
    }

    @Test
    void aChainThatWasWrittenAnewShowsByACheckpoint() {
        ReferralStore store = filled();
        Checkpoint checkpoint = Checkpoint.of(store, AT);
        ReferralStore anew = new InMemoryReferralStore();
        for (StoredEvent e : store.after(0, 100)) {
            NewEvent event = new NewEvent(
                    e.subject(),
                    e.type(),
                    1,
                    e.at(),
                    e.actor(),
                    e.role(),
                    e.open().replace("7", "8"),
                    e.sealed());
            anew.append(new Append(e.stream(), e.version() - 1, e.command(), List.of(event)));
        }
        assertThat(codes(anew)).isEmpty();
        assertThat(codes(anew, checkpoint)).containsExactly("REWRITTEN");
    }

    @Test
    void anErasureLeavesTheChainWholeAndOneWithoutARecordShows() {
        ReferralStore store = filled();
        assertThat(store.erase("ref-3", "resident-3")).isEqualTo(5);
        AuditReport silent = AuditTrail.verify(store, List.of());
        assertThat(silent.findings())
                .extracting(finding -> finding.code().name())
                .containsExactly("ERASED_WITHOUT_RECORD");
        assertThat(silent.erased()).isEqualTo(5);
        new ErasureRecord(List.of("ref-3"), "retention").keep(store, "ref-3", "loti", "SYSTEM", AT);
        assertThat(AuditTrail.verify(store, List.of()).isIntact()).isTrue();
    }

    @Test
    void anyFlippedCharacterOfARandomEventShows() {
        List<StoredEvent> events = filled().after(0, 100);
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int i = random.nextInt(events.size());
            StoredEvent e = events.get(i);
            StringBuilder open = new StringBuilder(e.open());
            int place = random.nextInt(open.length());
            open.setCharAt(place, (char) (open.charAt(place) ^ 1));
            List<StoredEvent> changed = new ArrayList<>(events);
            changed.set(
                    i,
                    new StoredEvent(
                            e.sequence(),
                            e.stream(),
                            e.version(),
                            e.subject(),
                            e.type(),
                            e.schemaVersion(),
                            e.at(),
                            e.actor(),
                            e.role(),
                            e.command(),
                            open.toString(),
                            e.sealed(),
                            e.sealedDigest(),
                            e.previousHash(),
                            e.hash()));
            assertThat(codes(new Fixed(changed))).as("seed " + seed).containsExactly("CHANGED");
        }
    }

    @Test
    void whoLookedIsKeptOnceALookAndInTheSameChain() {
        ReferralStore store = filled();
        AccessLog log = new AccessLog(store, Clock.fixed(AT, ZoneOffset.UTC));
        ConceptRef purpose = ConceptRef.parse("sharing-purposes:referral");
        log.record("look-1", "ref-3", "resident-3", "staff-7", "PROVIDER", purpose);
        log.record("look-1", "ref-3", "resident-3", "staff-7", "PROVIDER", purpose);
        log.record("look-2", "ref-3", "resident-3", "staff-8", "LINK_WORKER", purpose);
        assertThat(log.about("resident-3"))
                .extracting(AccessLog.Entry::stream, AccessLog.Entry::actor)
                .containsExactly(tuple("ref-3", "staff-7"), tuple("ref-3", "staff-8"));
        assertThat(log.about("resident-4")).isEmpty();
        assertThat(store.read("ref-3")).as("a look gets in nobody's way").hasSize(5);
        assertThat(AuditTrail.verify(store, List.of()).isIntact()).isTrue();
    }

    /** A store as somebody left it who can write to its tables. */
    private record Fixed(List<StoredEvent> events) implements ReferralStore {
        @Override
        public List<StoredEvent> after(long sequence, int limit) {
            // By place and not by number, so that a swapped pair is read as it stands.
            int from = 0;
            while (from < events.size() && sequence > 0 && events.get(from).sequence() != sequence) {
                from++;
            }
            from += sequence > 0 ? 1 : 0;
            return events.subList(Math.min(from, events.size()), events.size());
        }

        @Override
        public Chain.Head head() {
            return events.isEmpty() ? Chain.Head.EMPTY : Chain.head(events.get(events.size() - 1));
        }

        @Override
        public List<StoredEvent> read(String stream) {
            return List.of();
        }

        @Override
        public Appended append(Append append) {
            return Appended.now(List.of());
        }

        @Override
        public List<StoredEvent> ofCommand(String command) {
            return List.of();
        }

        @Override
        public List<String> streamsOf(String subject) {
            return List.of();
        }

        @Override
        public int erase(String stream, String subject) {
            return 0;
        }

        @Override
        public Optional<String> key(String subject) {
            return Optional.empty();
        }

        @Override
        public String keepKey(String subject, String wrapped) {
            return wrapped;
        }

        @Override
        public boolean replaceKey(String subject, String kept, String renewed) {
            return false;
        }

        @Override
        public List<String> subjectsWithKey(String after, int limit) {
            return List.of();
        }

        @Override
        public boolean destroyKey(String subject) {
            return false;
        }

        @Override
        public void close() {}
    }
}
