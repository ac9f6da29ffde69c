package london.loti.referral.device;

import java.time.Instant;
import java.util.Objects;

import london.loti.model.need.ConceptRef;

/**
 * One line of the ledger.
 *
 * @param device which device
 * @param at when it was written down
 * @param by in whose role, a concept of {@code roles}; never a name
 * @param event what happened
 */
public record LedgerEntry(DeviceId device, Instant at, ConceptRef by, DeviceEvent event) {
    /**
     * Checks that nothing is absent.
     *
     * @param device which device
     * @param at when it was written down
     * @param by in whose role
     * @param event what happened
     */
    public LedgerEntry {
        Objects.requireNonNull(device, "an entry needs its 'device'");
        Objects.requireNonNull(at, "an entry needs the time 'at'");
        Objects.requireNonNull(by, "an entry needs the role 'by'");
        Objects.requireNonNull(event, "an entry needs its 'event'");
    }
}
