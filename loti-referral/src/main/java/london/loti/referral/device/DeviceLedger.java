package london.loti.referral.device;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Severity;
import london.loti.model.finding.Where;

/**
 * All devices of a scheme, and all that happened to them. It grows by events and never forgets one; the same events give
 * the same ledger. Immutable: {@link #record} gives another one, which a store keeps by keeping the entry.
 */
public final class DeviceLedger {
    static final String SOURCE = "ledger";

    /** What stands in the way of an event. */
    public enum Code implements Finding.Code {
        /** It may not happen in the state in which the device is. */
        NOT_NOW,
        /** It is earlier than what is written down already. */
        CLOCK,
        /** A day does not fit. */
        DATE,
        /** The standard of wiping is not accepted. */
        STANDARD,
        /** A wiping was not verified. */
        NOT_VERIFIED,
        /** A wiping does not reach the level that was asked for. */
        ASSURANCE,
        /** What held the data is destroyed. */
        DESTROYED,
        /** There is no transfer of ownership. */
        NO_TRANSFER,
        /** The electrical test is absent, failed, too old, or of the wrong kind. */
        TEST,
        /** The grade may not go to residents. */
        GRADE,
        /** Security updates end too soon, or nobody knows when. */
        SUPPORT,
        /** A device was lost while data may have been on it. */
        LOST_WITH_DATA
    }

    private final DevicePolicy policy;
    private final SortedMap<DeviceId, DeviceHistory> devices;

    private DeviceLedger(DevicePolicy policy, SortedMap<DeviceId, DeviceHistory> devices) {
        this.policy = policy;
        this.devices = devices;
    }

    /**
     * {@return a ledger without devices}
     *
     * @param policy what must hold before a step
     */
    public static DeviceLedger empty(DevicePolicy policy) {
        return new DeviceLedger(policy, Collections.emptySortedMap());
    }

    /**
     * Rebuilds a ledger. What happened has happened: an event that the policy would refuse today stands, with a warning.
     * An event that may not happen at all, or is earlier than the one before, is an error, and it and all that follows
     * of its device is left out.
     *
     * @param policy what must hold before a step
     * @param entries all events; those of one device oldest first, devices in any order
     * @return the ledger and what was found
     */
    public static Checked<DeviceLedger> rebuild(DevicePolicy policy, List<LedgerEntry> entries) {
        Findings findings = new Findings();
        DeviceGuards guards = new DeviceGuards(policy, Severity.WARNING, findings);
        TreeMap<DeviceId, DeviceHistory> devices = new TreeMap<>();
        Map<DeviceId, Boolean> broken = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            DeviceHistory before = devices.getOrDefault(entry.device(), DeviceHistory.none(entry.device()));
            if (broken.containsKey(entry.device())) {
                continue;
            }
            if (isPossible(before, entry, findings)) {
                guards.check(before, entry);
                devices.put(entry.device(), before.after(entry));
            } else {
                broken.put(entry.device(), true);
            }
        }
        return Checked.of(new DeviceLedger(policy, Collections.unmodifiableSortedMap(devices)), findings.toList());
    }

    /**
     * Writes an event down.
     *
     * @param entry what happened
     * @return the ledger with the event, warnings among the findings; or every reason why it can't be written down
     */
    public Checked<DeviceLedger> record(LedgerEntry entry) {
        Findings findings = new Findings();
        DeviceHistory before = devices.getOrDefault(entry.device(), DeviceHistory.none(entry.device()));
        if (isPossible(before, entry, findings)) {
            new DeviceGuards(policy, Severity.ERROR, findings).check(before, entry);
        }
        if (findings.hasErrors()) {
            return Checked.failed(findings.toList());
        }
        TreeMap<DeviceId, DeviceHistory> more = new TreeMap<>(devices);
        more.put(entry.device(), before.after(entry));
        return findings.check(new DeviceLedger(policy, Collections.unmodifiableSortedMap(more)));
    }

    private static boolean isPossible(DeviceHistory before, LedgerEntry entry, Findings findings) {
        Where where = Where.column(SOURCE, "device " + entry.device());
        DeviceEvent.Kind kind = entry.event().kind();
        if (DeviceTransitions.next(before.state(), kind).isEmpty()) {
            findings.error(
                    Code.NOT_NOW,
                    "the event " + kind + " may not happen to a device that is "
                            + before.state().words() + "\nMaybe one of these is meant: "
                            + DeviceTransitions.possible(before.state()),
                    where);
            return false;
        }
        Instant last = before.lastAt();
        if (last != null && entry.at().isBefore(last)) {
            findings.error(Code.CLOCK, "an entry must not be earlier than the one before it", where);
            return false;
        }
        return true;
    }

    /** {@return the policy that events are held against} */
    public DevicePolicy policy() {
        return policy;
    }

    /** {@return all devices, by id} */
    public Collection<DeviceHistory> devices() {
        return devices.values();
    }

    /**
     * {@return a device; empty where the ledger does not have it}
     *
     * @param id its id
     */
    public Optional<DeviceHistory> device(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    /**
     * {@return the devices in a state, by id}
     *
     * @param state a state
     */
    public List<DeviceHistory> in(DeviceState state) {
        return devices.values().stream().filter(d -> d.state() == state).toList();
    }

    /** {@return how many devices are in each state, those in which none is left out} */
    public Map<DeviceState, Integer> counts() {
        Map<DeviceState, Integer> counts = new EnumMap<>(DeviceState.class);
        devices.values().forEach(d -> counts.merge(d.state(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** Tells how many devices there are. */
    @Override
    public String toString() {
        return "DeviceLedger[" + devices.size() + " devices]";
    }
}
