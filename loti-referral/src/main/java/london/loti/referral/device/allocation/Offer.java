package london.loti.referral.device.allocation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

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
        @Classified(DataClass.OPERATIONAL) String id,
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.OPERATIONAL) String stockClass,
        @Classified(DataClass.SPECIAL_CATEGORY) long points,
        @Classified(DataClass.SPECIAL_CATEGORY) List<String> reasons,
        @Classified(DataClass.OPERATIONAL) @Nullable String runnerUp,
        @Classified(DataClass.PERSONAL) List<String> askFirst) {
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
