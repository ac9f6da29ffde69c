package london.loti.referral.device.allocation;

import london.loti.model.governance.DecisionRecord;
import london.loti.model.governance.DecisionRecord.Decision;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.referral.device.DeviceEvent;
import london.loti.referral.device.DeviceId;
import london.loti.referral.device.LedgerEntry;

/** The only way from an offer to the ledger: through a person's decision. */
public final class OfferConfirmation {
    private OfferConfirmation() {}

    /**
     * {@return the entry that reserves a device for the resident of an offer, to be recorded in the ledger}
     *
     * <p>The decision must be about the same resident, decided upon and not put off or set aside, and an access package
     * with a device {@link AccessState#OFFERED} or {@link AccessState#MET}. A decision record exists only where all
     * safeguards were kept.
     *
     * @param offer the offer
     * @param decision what a person decided
     * @param device which device of the class it is
     * @throws IllegalArgumentException if the decision is about somebody else, or is not to give a device
     */
    public static LedgerEntry reserve(Offer offer, DecisionRecord decision, DeviceId device) {
        if (!decision.resident().equals(offer.resident())) {
            throw new IllegalArgumentException("the decision must be about the resident of the offer, but is not");
        }
        boolean decided = decision.decision() == Decision.FOLLOWED || decision.decision() == Decision.CHANGED;
        AccessState state = decision.decided().state(AccessItem.DEVICE);
        if (!decided || (state != AccessState.OFFERED && state != AccessState.MET)) {
            throw new IllegalArgumentException("the decision must be to give a device, but it was "
                    + decision.decision() + " with the device " + state);
        }
        return new LedgerEntry(
                device,
                decision.decidedAt(),
                decision.decidedBy(),
                new DeviceEvent.Reserved(offer.id(), decision.id(), offer.resident()));
    }
}
