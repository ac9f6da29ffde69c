package london.loti.referral.device;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * All that happened to one device, and how it stands: worked out from its events, and from nothing else. Immutable. Its
 * text tells nothing of a resident.
 */
public final class DeviceHistory {
    /** The time zone in which an instant is a day. */
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final DeviceId device;
    private final List<LedgerEntry> entries;
    private final DeviceState state;
    private final DeviceState stateBefore;

    private DeviceHistory(DeviceId device, List<LedgerEntry> entries, DeviceState state, DeviceState stateBefore) {
        this.device = device;
        this.entries = entries;
        this.state = state;
        this.stateBefore = stateBefore;
    }

    /** A device of which nothing is known. */
    static DeviceHistory none(DeviceId device) {
        return new DeviceHistory(device, List.of(), DeviceState.NONE, DeviceState.NONE);
    }

    /** The same after one more event, which the table of transitions allows. */
    DeviceHistory after(LedgerEntry entry) {
        DeviceState next = DeviceTransitions.next(state, entry.event().kind()).orElseThrow();
        List<LedgerEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new DeviceHistory(device, List.copyOf(more), next, state);
    }

    /** {@return which device} */
    public DeviceId device() {
        return device;
    }

    /** {@return all that happened, oldest first} */
    public List<LedgerEntry> entries() {
        return entries;
    }

    /** {@return how many events there are: what a store compares before it appends} */
    public int version() {
        return entries.size();
    }

    /** {@return where it stands} */
    public DeviceState state() {
        return state;
    }

    /** {@return how it was offered; empty where nothing is known of it} */
    public Optional<DeviceEvent.Offered> offered() {
        return last(DeviceEvent.Offered.class, 0);
    }

    /** {@return how its data were removed since it last came from somebody; empty where they were not} */
    public Optional<WipingRecord> wiping() {
        return last(DeviceEvent.Wiped.class, lastArrival()).map(DeviceEvent.Wiped::record);
    }

    /** {@return its last electrical test since it last came from somebody; empty where there is none} */
    public Optional<ElectricalTest> test() {
        return last(DeviceEvent.Tested.class, lastArrival()).map(DeviceEvent.Tested::test);
    }

    /** {@return its grade, since it last came from somebody; empty where it has none} */
    public Optional<DeviceEvent.Graded> grade() {
        return last(DeviceEvent.Graded.class, lastArrival());
    }

    /**
     * {@return the agreement by which the scheme owns it; empty where there is none, and where it became a resident's own
     * after the last one}
     */
    public Optional<OwnershipTransfer> transfer() {
        int from = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).event() instanceof DeviceEvent.Issued issued && issued.toKeep()) {
                from = i;
            }
        }
        return last(DeviceEvent.OwnershipTransferred.class, from).map(DeviceEvent.OwnershipTransferred::transfer);
    }

    /** {@return for whom it is reserved or to whom it is issued; empty otherwise} */
    public Optional<DeviceEvent.Reserved> reservation() {
        return state == DeviceState.RESERVED || state == DeviceState.ISSUED
                ? last(DeviceEvent.Reserved.class, 0)
                : Optional.empty();
    }

    /**
     * {@return whether it was lost while somebody's data may have been on it} That may be a personal data breach, which a
     * controller has to judge and may have to report within 72 hours (UK GDPR, Article 33).
     */
    public boolean lostWithData() {
        return state == DeviceState.LOST && stateBefore.mayHoldData();
    }

    /** {@return its certificate of wiping; empty where it was not wiped since it last came from somebody} */
    public Optional<WipingCertificate> wipingCertificate() {
        return wiping().flatMap(wiped -> offered().map(offer -> new WipingCertificate(device, offer, wiped)));
    }

    @Nullable
    Instant lastAt() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).at();
    }

    /** The day on which it last came from somebody; null where it has not come yet. */
    @Nullable
    LocalDate arrivedOn() {
        int at = lastArrival();
        return at == 0 ? null : LocalDate.ofInstant(entries.get(at).at(), ZONE);
    }

    private int lastArrival() {
        int at = 0;
        for (int i = 0; i < entries.size(); i++) {
            DeviceEvent.Kind kind = entries.get(i).event().kind();
            if (kind == DeviceEvent.Kind.COLLECTED
                    || kind == DeviceEvent.Kind.RETURNED
                    || kind == DeviceEvent.Kind.FOUND) {
                at = i;
            }
        }
        return at;
    }

    private <T extends DeviceEvent> Optional<T> last(Class<T> type, int from) {
        T found = null;
        for (int i = from; i < entries.size(); i++) {
            if (type.isInstance(entries.get(i).event())) {
                found = type.cast(entries.get(i).event());
            }
        }
        return Optional.ofNullable(found);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceHistory that && device.equals(that.device) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, entries);
    }

    @Override
    public String toString() {
        return device + " " + state.words() + ", " + entries.size() + " events";
    }
}
