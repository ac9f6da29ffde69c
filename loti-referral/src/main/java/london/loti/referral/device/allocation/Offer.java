package london.loti.referral.device.allocation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ResidentRef;

/**
 * A device of some class that is proposed for a resident. It reserves nothing: that takes a person's decision, see
 * {@link OfferConfirmation}. Its text tells nothing.
 *
 * @param id an opaque id of the offer
 * @param resident for whom
 * @param stockClass the code of the class
 * @param points how ill it suits; 0 is best
 * @param reasons why this one, as sentences
 * @param runnerUp the code of the next best class; null where nothing else suits
 * @param askFirst what must be asked before it is offered
 */
public record Offer(
        String id,
        ResidentRef resident,
        String stockClass,
        long points,
        List<String> reasons,
        @Nullable String runnerUp,
        List<String> askFirst) {
    /**
     * Copies the lists.
     *
     * @param id an opaque id of the offer
     * @param resident for whom
     * @param stockClass the code of the class
     * @param points how ill it suits
     * @param reasons why this one
     * @param runnerUp the code of the next best class; null where nothing else suits
     * @param askFirst what must be asked before it is offered
     */
    public Offer {
        reasons = List.copyOf(reasons);
        askFirst = List.copyOf(askFirst);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "Offer[redacted]";
    }
}
