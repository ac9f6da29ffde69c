package london.loti.referral.store.contract;

import java.time.Instant;
import java.util.List;

import london.loti.referral.store.Append;
import london.loti.referral.store.Chain;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.NewEvent;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;
import london.loti.referral.store.contract.StoreContract.Check;

import static london.loti.referral.store.contract.Samples.ADA;
import static london.loti.referral.store.contract.Samples.BEN;
import static london.loti.referral.store.contract.Samples.MORNING;
import static london.loti.referral.store.contract.Samples.append;
import static london.loti.referral.store.contract.Samples.event;

/** What is added, is kept as it was given; and a command once. */
final class AppendChecks {
    private AppendChecks() {}

    static List<Check> all() {
        return List.of(
                Expect.check("keeps every field of an event as it was given", AppendChecks::keepsFields),
                Expect.check("keeps texts of any characters and of any usual length", AppendChecks::keepsTexts),
                Expect.check("keeps times to the millisecond", AppendChecks::keepsTimes),
                Expect.check("gives streams their versions and the store its sequence", AppendChecks::counts),
                Expect.check("tells codes apart that differ in case only", AppendChecks::tellsCasesApart),
                Expect.check(
                        "refuses a version that is not the stream's, and adds nothing", AppendChecks::refusesStale),
                Expect.check("keeps a command once, whatever comes with it again", AppendChecks::keepsCommandsOnce),
                Expect.check(StoreContract.TELLS_WHO_ADDED + ", be it the first time or again", AppendChecks::tells),
                Expect.check("never lets a stream's time go back", AppendChecks::timeNeverGoesBack));
    }

    private static void keepsFields(ReferralStore store) {
        NewEvent full =
                new NewEvent(ADA, "Requested", 7, MORNING, "worker-7", "LINK_WORKER", "{\"to\":\"s-1\"}", "c2VhbGVk");
        NewEvent bare = new NewEvent(null, "Checked", 1, MORNING.plusMillis(1), "timer", "SYSTEM", "{}", null);
        Append append = new Append("r-1", 0, "c-1", List.of(full, bare));
        List<StoredEvent> expected = Chain.link(Chain.Head.EMPTY, append, null);
        Expect.sameEvents(store.append(append).events(), expected, "append must return what Chain.link makes");
        Expect.sameEvents(store.read("r-1"), expected, "read must return what was appended");
        Expect.sameEvents(store.after(0, 10), expected, "after must return what was appended");
        Expect.sameEvents(store.ofCommand("c-1"), expected, "ofCommand must return what was appended");
        Expect.same(store.head(), Chain.head(expected.get(1)), "the head must be that of the last event");

        Append next = new Append("r-2", 0, "c-2", List.of(full));
        Expect.sameEvents(
                store.append(next).events(),
                Chain.link(Chain.head(expected.get(1)), next, null),
                "an append must go on where the chain ends");
        Expect.wholeChain(store);
    }

    private static void keepsTexts(ReferralStore store) {
        List<String> texts = List.of(
                "{\"t\":\"naïve café ☕ 🧑‍💻 ﷽ \u2028 \u202e\"}",
                "'; DROP TABLE events; -- \\ \" % _ ? :a $1 ${x}",
                "{}   ",
                "\ufeff{}",
                "a".repeat(4_001),
                "é".repeat(70_000),
                "c2VhbGVk".repeat(50_000));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            store.append(new Append("r-1", i, "c-" + i, List.of(event(ADA, MORNING, text, text))));
            StoredEvent kept = store.read("r-1").get(i);
            Expect.that(text.equals(kept.open()), "an open part must come back as it was (text " + (i + 1) + ")");
            Expect.that(text.equals(kept.sealed()), "a sealed part must come back as it was (text " + (i + 1) + ")");
        }
        Expect.wholeChain(store);
    }

    private static void keepsTimes(ReferralStore store) {
        List<Instant> times = List.of(
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.EPOCH,
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-10-25T00:30:00.001Z"),
                Instant.parse("2026-10-25T01:30:00.999Z"),
                Instant.parse("2026-11-25T09:00:00.123999999Z"),
                Instant.parse("2106-02-07T06:28:16Z"));
        for (int i = 0; i < times.size(); i++) {
            store.append(new Append("r-" + i, 0, "c-" + i, List.of(event(ADA, times.get(i)))));
            Instant kept = store.read("r-" + i).get(0).at();
            Expect.same(
                    kept,
                    Instant.ofEpochMilli(times.get(i).toEpochMilli()),
                    "a time must come back as it was, to the millisecond");
        }
        Expect.wholeChain(store);
    }

    private static void counts(ReferralStore store) {
        store.append(append("r-1", 0, "c-1", ADA, 2));
        store.append(append("r-2", 0, "c-2", BEN, 1));
        store.append(append("r-1", 2, "c-3", ADA, 3));
        List<StoredEvent> first = store.read("r-1");
        Expect.same(
                first.stream().map(StoredEvent::version).toList(),
                List.of(1L, 2L, 3L, 4L, 5L),
                "a stream's versions must count from 1");
        Expect.same(
                first.stream().map(StoredEvent::sequence).toList(),
                List.of(1L, 2L, 4L, 5L, 6L),
                "the store's sequence must count over all streams");
        Expect.same(store.read("r-2").get(0).sequence(), 3L, "the store's sequence must count over all streams");
        Expect.wholeChain(store);
    }

    private static void tellsCasesApart(ReferralStore store) {
        store.append(append("Stream-a", 0, "Command-a", "Resident-a", 1));
        store.append(append("stream-A", 0, "command-A", "resident-A", 1));
        Expect.same(store.read("Stream-a").size(), 1, "streams that differ in case only must be apart");
        Expect.same(store.read("stream-a").size(), 0, "streams that differ in case only must be apart");
        Expect.same(store.ofCommand("command-a").size(), 0, "commands that differ in case only must be apart");
        Expect.same(store.streamsOf("resident-A"), List.of("stream-A"), "residents must be apart by case, too");
        store.keepKey("Resident-a", "k1");
        store.keepKey("resident-A", "k2");
        Expect.same(store.key("Resident-a").orElse(""), "k1", "keys must be apart by case, too");
    }

    private static void refusesStale(ReferralStore store) {
        store.append(append("r-1", 0, "c-1", ADA, 2));
        for (long wrong : new long[] {0, 1, 3, Long.MAX_VALUE - 10}) {
            Append stale = append("r-1", wrong, "c-2", ADA, 1);
            ConcurrentChangeException e = Expect.thrown(
                    ConcurrentChangeException.class, () -> store.append(stale), "a wrong version must be refused");
            Expect.same(e.expected(), wrong, "the exception must say which version was expected");
            Expect.same(e.actual(), 2L, "the exception must say which version the stream has");
        }
        Expect.thrown(
                ConcurrentChangeException.class,
                () -> store.append(append("r-new", 1, "c-2", ADA, 1)),
                "a new stream has version 0");
        Expect.same(Expect.wholeChain(store).size(), 2, "what is refused must add nothing");
        Expect.same(store.ofCommand("c-2").size(), 0, "what is refused must not use up the command");
        Expect.same(
                store.append(append("r-1", 2, "c-2", ADA, 1)).events().size(),
                1,
                "a refused command may come again, decided anew");
    }

    private static void keepsCommandsOnce(ReferralStore store) {
        List<StoredEvent> first = store.append(append("r-1", 0, "c-1", ADA, 2)).events();
        store.append(append("r-1", 2, "c-2", ADA, 1));
        String rule = "a command that is kept must add nothing, and give what it added then";
        for (Append again : List.of(
                append("r-1", 0, "c-1", ADA, 2),
                append("r-1", 3, "c-1", ADA, 2),
                append("r-1", 0, "c-1", BEN, 5),
                append("r-other", 0, "c-1", BEN, 1))) {
            Expect.sameEvents(store.append(again).events(), first, rule);
        }
        Expect.same(Expect.wholeChain(store).size(), 3, rule);
    }

    private static void tells(ReferralStore store) {
        Append append = append("r-1", 0, "c-1", ADA, 2);
        Expect.that(!store.append(append).before(), "a command that comes first must be told that it added its events");
        Expect.that(store.append(append).before(), "a command that is kept must be told that it was kept before");
    }

    private static void timeNeverGoesBack(ReferralStore store) {
        store.append(new Append("r-1", 0, "c-1", List.of(event(ADA, MORNING))));
        Instant hourBefore = MORNING.minusSeconds(3_600);
        List<StoredEvent> late = store.append(new Append(
                        "r-1",
                        1,
                        "c-2",
                        List.of(event(ADA, hourBefore), event(ADA, MORNING.plusMillis(5)), event(ADA, MORNING))))
                .events();
        Expect.same(
                late.stream().map(StoredEvent::at).toList(),
                List.of(MORNING, MORNING.plusMillis(5), MORNING.plusMillis(5)),
                "an event must not be before the one before it in its stream");
        store.append(new Append("r-2", 0, "c-3", List.of(event(BEN, hourBefore))));
        Expect.same(store.read("r-2").get(0).at(), hourBefore, "another stream's time is its own");
        Expect.sameEvents(store.read("r-1").subList(1, 4), late, "read must return what was appended");
        Expect.wholeChain(store);
    }
}
