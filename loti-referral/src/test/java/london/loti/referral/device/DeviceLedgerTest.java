package london.loti.referral.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.device.DeviceEvent.Kind;
import london.loti.referral.device.json.DeviceJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeviceLedgerTest {
    private static final DevicePolicy POLICY = DevicePolicy.bundled();
    private static final DeviceId DEVICE = new DeviceId("HB-0001");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final ConceptRef ROLE = ConceptRef.parse("roles:vcs-worker");
    private static final ConceptRef REASON = ConceptRef.parse("device-reasons:loan-ended");
    private static final String RESIDENT = "canary-resident-1";

    private static DeviceEvent good(Kind kind) {
        return switch (kind) {
            case OFFERED -> new DeviceEvent.Offered(ConceptRef.parse("device-kinds:laptop"), "laptop-14", 2);
            case DECLINED -> new DeviceEvent.Declined(REASON);
            case COLLECTED -> new DeviceEvent.Collected();
            case OWNERSHIP_TRANSFERRED ->
                new DeviceEvent.OwnershipTransferred(
                        new OwnershipTransfer(OwnershipTransfer.From.ORGANISATION, "T-17", DAY));
            case WIPED -> new DeviceEvent.Wiped(wiping("nist-800-88-rev-2", WipingLevel.PURGE, true, DAY, 2));
            case TESTED -> new DeviceEvent.Tested(new ElectricalTest(ElectricalTest.Method.VISUAL, true, DAY));
            case GRADED -> new DeviceEvent.Graded(ConceptRef.parse("device-grades:B"), LocalDate.of(2029, 6, 30));
            case STOCKED -> new DeviceEvent.Stocked();
            case RESERVED -> new DeviceEvent.Reserved("offer-1", "decision-1", new ResidentRef(RESIDENT));
            case RELEASED -> new DeviceEvent.Released(REASON);
            case ISSUED -> new DeviceEvent.Issued(false);
            case MOVED_WITH_RESIDENT ->
                new DeviceEvent.MovedWithResident(new AreaCode("E09000012"), new AreaCode("E09000025"));
            case RETURNED -> new DeviceEvent.Returned(REASON);
            case RECYCLED -> new DeviceEvent.Recycled("R-4");
            case LOST -> new DeviceEvent.Lost();
            case FOUND -> new DeviceEvent.Found();
        };
    }

    private static WipingRecord wiping(
            String standard, WipingLevel level, boolean verified, LocalDate on, Integer assurance) {
        return new WipingRecord(standard, level, "Eraser 9.1", verified, ROLE, on, "C-99", assurance);
    }

    private static LedgerEntry entry(DeviceEvent event, long minute) {
        return new LedgerEntry(DEVICE, START.plusSeconds(60 * minute), ROLE, event);
    }

    private static DeviceLedger after(DeviceEvent... events) {
        DeviceLedger ledger = DeviceLedger.empty(POLICY);
        for (DeviceEvent event : events) {
            ledger = ledger.record(entry(event, 0)).orElseThrow();
        }
        return ledger;
    }

    private static DeviceLedger after(Kind... kinds) {
        return after(Arrays.stream(kinds).map(DeviceLedgerTest::good).toArray(DeviceEvent[]::new));
    }

    private static DeviceState state(DeviceLedger ledger) {
        return ledger.device(DEVICE).map(DeviceHistory::state).orElse(DeviceState.NONE);
    }

    private static List<Finding.Code> refused(DeviceLedger ledger, DeviceEvent event) {
        return ledger.record(entry(event, 1)).errors().stream()
                .map(Finding::code)
                .toList();
    }

    private static final Kind[] IN_STOCK = {
        Kind.OFFERED, Kind.OWNERSHIP_TRANSFERRED, Kind.COLLECTED, Kind.WIPED, Kind.TESTED, Kind.GRADED, Kind.STOCKED
    };

    private static Kind[] then(Kind... more) {
        List<Kind> all = new ArrayList<>(List.of(IN_STOCK));
        all.addAll(List.of(more));
        return all.toArray(Kind[]::new);
    }

    /** A way into every state. */
    private static Map<DeviceState, Kind[]> ways() {
        Map<DeviceState, Kind[]> ways = new EnumMap<>(DeviceState.class);
        ways.put(DeviceState.NONE, new Kind[0]);
        ways.put(DeviceState.OFFERED, new Kind[] {Kind.OFFERED, Kind.OWNERSHIP_TRANSFERRED});
        ways.put(DeviceState.DECLINED, new Kind[] {Kind.OFFERED, Kind.DECLINED});
        ways.put(DeviceState.COLLECTED, Arrays.copyOf(IN_STOCK, 3));
        ways.put(DeviceState.WIPED, Arrays.copyOf(IN_STOCK, 4));
        ways.put(DeviceState.TESTED, Arrays.copyOf(IN_STOCK, 5));
        ways.put(DeviceState.GRADED, Arrays.copyOf(IN_STOCK, 6));
        ways.put(DeviceState.IN_STOCK, IN_STOCK);
        ways.put(DeviceState.RESERVED, then(Kind.RESERVED));
        ways.put(DeviceState.ISSUED, then(Kind.RESERVED, Kind.ISSUED));
        ways.put(DeviceState.RETURNED, then(Kind.RESERVED, Kind.ISSUED, Kind.RETURNED));
        ways.put(DeviceState.RECYCLED, then(Kind.RECYCLED));
        ways.put(DeviceState.LOST, then(Kind.LOST));
        return ways;
    }

    @Test
    void everyEventInEveryStateIsDecidedByTheTable() {
        Map<DeviceState, Kind[]> ways = ways();
        int allowed = 0;
        for (DeviceState state : DeviceState.values()) {
            DeviceLedger ledger = after(ways.get(state));
            assertThat(state(ledger)).isEqualTo(state);
            for (Kind kind : Kind.values()) {
                Checked<DeviceLedger> next = ledger.record(entry(good(kind), 1));
                var expected = DeviceTransitions.next(state, kind);
                if (expected.isPresent()) {
                    allowed++;
                    assertThat(state(next.orElseThrow()))
                            .as("%s in %s", kind, state)
                            .isEqualTo(expected.get());
                } else {
                    assertThat(next.errors())
                            .as("%s in %s", kind, state)
                            .extracting(Finding::code)
                            .containsExactly(DeviceLedger.Code.NOT_NOW);
                }
            }
        }
        assertThat(DeviceState.values().length * Kind.values().length).isEqualTo(208);
        assertThat(allowed).isEqualTo(38);
    }

    /** What may never be, whatever the table says elsewhere. */
    @Test
    void tableLetsNoDataOutAndHasTwoEnds() {
        Set<DeviceState> dirty = EnumSet.of(DeviceState.OFFERED, DeviceState.COLLECTED, DeviceState.RETURNED);
        for (DeviceState from : dirty) {
            for (Kind kind : Kind.values()) {
                DeviceTransitions.next(from, kind)
                        .ifPresent(to -> assertThat(to)
                                .as("%s from %s", kind, from)
                                .isIn(
                                        DeviceState.OFFERED,
                                        DeviceState.DECLINED,
                                        DeviceState.COLLECTED,
                                        DeviceState.RETURNED,
                                        DeviceState.WIPED,
                                        DeviceState.LOST));
            }
        }
        assertThat(DeviceTransitions.possible(DeviceState.RECYCLED)).isEmpty();
        assertThat(DeviceTransitions.possible(DeviceState.DECLINED)).isEmpty();
        assertThat(DeviceTransitions.table()).contains("IN_STOCK", "MOVED_WITH_RESIDENT");
        assertThat(Kind.values()).hasSameSizeAs(DeviceEvent.class.getPermittedSubclasses());
    }

    @Test
    void randomHistoriesRebuildToTheSameLedgerAlsoThroughJson() {
        for (long seed = 0; seed < 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            DeviceLedger live = DeviceLedger.empty(POLICY);
            List<LedgerEntry> kept = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Kind kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
                LedgerEntry entry = new LedgerEntry(
                        new DeviceId("HB-000" + random.nextInt(3)), START.plusSeconds(i), ROLE, good(kind));
                Checked<DeviceLedger> next = live.record(entry);
                if (!next.hasErrors()) {
                    live = next.orElseThrow();
                    kept.add(entry);
                }
            }
            List<String> lines = kept.stream().map(DeviceJson::write).toList();
            List<LedgerEntry> read = DeviceJson.read("ledger", lines).orElseThrow();
            assertThat(read).isEqualTo(kept);
            DeviceLedger rebuilt = DeviceLedger.rebuild(POLICY, read).orElseThrow();
            assertThat(List.copyOf(rebuilt.devices())).as("seed %d", seed).isEqualTo(List.copyOf(live.devices()));
            assertThat(rebuilt.counts()).isEqualTo(live.counts());
            for (DeviceHistory device : rebuilt.devices()) {
                if (device.state() == DeviceState.ISSUED) {
                    assertThat(device.wiping()).isPresent();
                    assertThat(device.reservation()).isPresent();
                    assertThat(device.test()).isPresent();
                }
            }
        }
    }

    @Test
    void wipingMustBeBySomeAcceptedStandardVerifiedAndInTime() {
        DeviceLedger collected = after(Arrays.copyOf(IN_STOCK, 3));
        assertThat(refused(
                        collected, new DeviceEvent.Wiped(wiping("nist-800-88", WipingLevel.CLEAR, false, DAY, null))))
                .containsExactly(
                        DeviceLedger.Code.STANDARD, DeviceLedger.Code.NOT_VERIFIED, DeviceLedger.Code.ASSURANCE);
        assertThat(refused(
                        collected, new DeviceEvent.Wiped(wiping("nist-800-88-rev-1", WipingLevel.CLEAR, true, DAY, 1))))
                .as("withdrawn, and less than the donor asked for")
                .containsExactly(DeviceLedger.Code.STANDARD, DeviceLedger.Code.ASSURANCE);
        assertThat(refused(
                        collected,
                        new DeviceEvent.Wiped(
                                wiping("nist-800-88-rev-2", WipingLevel.CLEAR, true, DAY.minusDays(1), 3))))
                .as("before it came")
                .containsExactly(DeviceLedger.Code.DATE);
        assertThat(collected
                        .record(entry(
                                new DeviceEvent.Wiped(wiping("nist-800-88-rev2", WipingLevel.CLEAR, true, DAY, 3)), 1))
                        .findings()
                        .get(0)
                        .toString())
                .contains("ledger, device HB-0001", "Maybe 'nist-800-88-rev-2' is meant");
    }

    @Test
    void nothingDestroyedOrUntestedIsGraded() {
        DeviceLedger destroyed = after(
                good(Kind.OFFERED),
                good(Kind.COLLECTED),
                new DeviceEvent.Wiped(wiping("nist-800-88-rev-2", WipingLevel.DESTROY, true, DAY, 2)),
                new DeviceEvent.Tested(new ElectricalTest(ElectricalTest.Method.PAT, false, DAY)));
        assertThat(refused(destroyed, good(Kind.GRADED)))
                .containsExactly(DeviceLedger.Code.DESTROYED, DeviceLedger.Code.TEST);
        assertThat(refused(destroyed, good(Kind.RECYCLED))).isEmpty();

        DeviceLedger desktop = after(
                new DeviceEvent.Offered(ConceptRef.parse("device-kinds:desktop"), "desktop", null),
                good(Kind.COLLECTED),
                good(Kind.WIPED),
                good(Kind.TESTED));
        assertThat(refused(desktop, good(Kind.GRADED)))
                .as("a look is not enough")
                .containsExactly(DeviceLedger.Code.TEST);
    }

    @Test
    void stockNeedsTransferGradeAndSupport() {
        DeviceLedger graded = after(
                good(Kind.OFFERED),
                good(Kind.COLLECTED),
                good(Kind.WIPED),
                good(Kind.TESTED),
                new DeviceEvent.Graded(ConceptRef.parse("device-grades:D"), LocalDate.of(2027, 11, 1)));
        assertThat(refused(graded, good(Kind.STOCKED)))
                .containsExactly(DeviceLedger.Code.NO_TRANSFER, DeviceLedger.Code.GRADE, DeviceLedger.Code.SUPPORT);
        DeviceLedger unknown = after(
                good(Kind.OFFERED),
                good(Kind.OWNERSHIP_TRANSFERRED),
                good(Kind.COLLECTED),
                good(Kind.WIPED),
                good(Kind.TESTED),
                new DeviceEvent.Graded(ConceptRef.parse("device-grades:A"), null));
        assertThat(refused(unknown, good(Kind.STOCKED))).containsExactly(DeviceLedger.Code.SUPPORT);
    }

    @Test
    void neitherReservedNorIssuedWhenSupportOrTestRunOut() {
        DeviceLedger stocked = after(IN_STOCK);
        LedgerEntry inTime = new LedgerEntry(DEVICE, Instant.parse("2027-11-02T09:00:00Z"), ROLE, good(Kind.RESERVED));
        assertThat(stocked.record(inTime).errors()).as("a year after the test").isEmpty();
        LedgerEntry late = new LedgerEntry(DEVICE, Instant.parse("2028-07-01T09:00:00Z"), ROLE, good(Kind.RESERVED));
        assertThat(stocked.record(late).errors())
                .extracting(Finding::code)
                .containsExactly(DeviceLedger.Code.SUPPORT, DeviceLedger.Code.TEST);
        DeviceLedger reserved = stocked.record(inTime).orElseThrow();
        LedgerEntry issued = new LedgerEntry(DEVICE, Instant.parse("2028-07-01T09:00:00Z"), ROLE, good(Kind.ISSUED));
        assertThat(reserved.record(issued).errors())
                .extracting(Finding::message)
                .anyMatch(words -> words.contains("12 months from this day, but end on 2029-06-30"));
    }

    @Test
    void whatComesBackIsWipedAgainAndGivenAwayAgain() {
        DeviceLedger back = after(IN_STOCK)
                .record(entry(good(Kind.RESERVED), 1))
                .orElseThrow()
                .record(entry(new DeviceEvent.Issued(true), 2))
                .orElseThrow()
                .record(entry(good(Kind.RETURNED), 3))
                .orElseThrow();
        DeviceHistory device = back.device(DEVICE).orElseThrow();
        assertThat(device.wiping()).isEmpty();
        assertThat(device.transfer()).as("it was the resident's own").isEmpty();
        assertThat(device.wipingCertificate()).isEmpty();
        assertThat(device.reservation()).isEmpty();
        DeviceLedger again = back;
        for (Kind kind : List.of(Kind.WIPED, Kind.TESTED, Kind.GRADED)) {
            again = again.record(entry(good(kind), 4)).orElseThrow();
        }
        assertThat(again.record(entry(good(Kind.STOCKED), 5)).errors())
                .extracting(Finding::code)
                .containsExactly(DeviceLedger.Code.NO_TRANSFER);
    }

    @Test
    void deviceLostWithDataIsToldAtOnce() {
        Checked<DeviceLedger> lost = after(Kind.OFFERED, Kind.COLLECTED).record(entry(good(Kind.LOST), 1));
        assertThat(lost.findings()).extracting(Finding::code).containsExactly(DeviceLedger.Code.LOST_WITH_DATA);
        assertThat(lost.findings().get(0).message()).contains("72 hours", "Article 33");
        assertThat(lost.orElseThrow().device(DEVICE).orElseThrow().lostWithData())
                .isTrue();
        assertThat(after(then(Kind.LOST)).device(DEVICE).orElseThrow().lostWithData())
                .isFalse();
    }

    @Test
    void clockThatGoesBackIsRefused() {
        DeviceLedger ledger = after(Kind.OFFERED);
        assertThat(ledger.record(entry(good(Kind.COLLECTED), -1)).errors())
                .extracting(Finding::code)
                .containsExactly(DeviceLedger.Code.CLOCK);
    }

    @Test
    void rebuildingKeepsWhatHappenedAndLeavesOutWhatCannotHave() {
        LedgerEntry offered = entry(good(Kind.OFFERED), 0);
        LedgerEntry collected = entry(good(Kind.COLLECTED), 1);
        LedgerEntry badlyWiped = entry(new DeviceEvent.Wiped(wiping("own-method", WipingLevel.CLEAR, true, DAY, 2)), 2);
        LedgerEntry issued = entry(good(Kind.ISSUED), 3);
        LedgerEntry tested = entry(good(Kind.TESTED), 4);
        Checked<DeviceLedger> rebuilt =
                DeviceLedger.rebuild(POLICY, List.of(offered, collected, badlyWiped, issued, tested));
        assertThat(rebuilt.findings())
                .extracting(Finding::code)
                .containsExactly(DeviceLedger.Code.STANDARD, DeviceLedger.Code.NOT_NOW);
        assertThat(rebuilt.errors()).hasSize(1);
        assertThat(rebuilt.value().orElseThrow().device(DEVICE).orElseThrow().version())
                .isEqualTo(3);
    }

    @Test
    void certificateIsPlainTextAndNamesNobody() {
        assertThat(after(IN_STOCK)
                        .device(DEVICE)
                        .orElseThrow()
                        .wipingCertificate()
                        .orElseThrow()
                        .text(POLICY))
                .isEqualTo("""
                        CERTIFICATE OF DATA WIPING

                        Device: HB-0001
                        Kind and make class: laptop, laptop-14
                        Standard: NIST SP 800-88 Revision 2
                        Level: purge
                        Assurance level: 2
                        Tool: Eraser 9.1
                        Verified afterwards: yes
                        Wiped by: vcs-worker
                        On: 2026-11-02
                        Certificate of the workshop: C-99
                        """);
    }

    @Test
    void idsThatLeadToAnOwnerAreRefused() {
        for (String id : List.of("490154203237518", "49-015420-323751-8", "00-1B-63-84-45-E6")) {
            assertThatThrownBy(() -> new DeviceId(id))
                    .hasMessageContaining("opaque")
                    .hasMessageNotContaining(id);
        }
        assertThatThrownBy(() -> new DeviceId("a b")).hasMessageContaining("letters, digits and hyphens");
    }

    @Test
    void textsTellNothingOfResidents() {
        DeviceLedger ledger = after(then(Kind.RESERVED, Kind.ISSUED, Kind.MOVED_WITH_RESIDENT));
        DeviceHistory device = ledger.device(DEVICE).orElseThrow();
        assertThat(device.entries() + " " + device + " " + ledger + " " + device.reservation())
                .doesNotContain(RESIDENT)
                .doesNotContain("E09000012");
        assertThat(ledger.record(entry(good(Kind.RESERVED), 1)).findings().toString())
                .doesNotContain(RESIDENT);
    }

    @Test
    void badLinesAreToldAndRepeatNothing() {
        String good = DeviceJson.write(entry(good(Kind.RESERVED), 0));
        Checked<List<LedgerEntry>> read = DeviceJson.read(
                "ledger.jsonl",
                List.of(
                        good,
                        "",
                        good.replace("\"schemaVersion\":1", "\"schemaVersion\":2"),
                        good.replace(RESIDENT, "canary@example.org"),
                        good.replace("\"reserved\"", "\"given\""),
                        good.substring(0, good.length() - 5),
                        "7"));
        assertThat(read.value().orElseThrow()).hasSize(1);
        assertThat(read.findings())
                .extracting(Finding::toString)
                .hasSize(5)
                .anyMatch(f -> f.startsWith("ledger.jsonl, line 3: an entry's 'schemaVersion' must be 1"))
                .anyMatch(f -> f.contains("line 4: a line must be an entry of the ledger, but its 'event.resident'"))
                .anyMatch(f -> f.contains("line 6: a line must be JSON"))
                .noneMatch(f -> f.contains("canary"));
    }

    @Test
    void documentsThatComeWithTheLedgerFit() {
        assertThat(DeviceCodelists.grades().codes()).containsExactly("A", "B", "C", "D");
        assertThat(DeviceCodelists.protectedCharacteristics().codes()).hasSize(9);
        assertThat(POLICY.issuableGrades())
                .allSatisfy(grade ->
                        assertThat(DeviceCodelists.grades().find(grade.code())).isPresent());
        assertThat(POLICY.instrumentTested())
                .allSatisfy(kind ->
                        assertThat(DeviceCodelists.kinds().find(kind.code())).isPresent());
        assertThat(DeviceCodelists.protectedCharacteristics().codes())
                .containsAll(POLICY.suspectWords().keySet());
        assertThat(DeviceCodelists.reasons().find(REASON.code())).isPresent();
    }
}
