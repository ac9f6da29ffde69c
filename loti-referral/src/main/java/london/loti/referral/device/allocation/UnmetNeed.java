package london.loti.referral.device.allocation;

import java.util.List;

import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A need for which there is no device now. Nobody is refused: the need stays on the list. Its text tells nothing.
 *
 * @param resident whose need
 * @param reasons why there is none, as sentences
 */
public record UnmetNeed(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.SPECIAL_CATEGORY) List<String> reasons) {
    /**
     * Copies the list.
     *
     * @param resident whose need
     * @param reasons why there is none
     */
    public UnmetNeed {
        reasons = List.copyOf(reasons);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "UnmetNeed[redacted]";
    }
}
