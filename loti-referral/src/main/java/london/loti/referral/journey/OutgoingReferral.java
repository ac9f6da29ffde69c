package london.loti.referral.journey;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What a provider may see of a referral: cut down to what the permission covers, and nothing where there is none.
 *
 * @param referral which referral
 * @param service the service that is asked
 * @param route how it came about
 * @param state how things stand
 * @param needs the needs, where the permission covers them; none otherwise
 * @param content the fields that the permission covers
 * @param safeContact how the resident may be reached, where the permission covers it; null otherwise
 */
public record OutgoingReferral(
        @Classified(DataClass.OPERATIONAL) ReferralId referral,
        @Classified(DataClass.OPERATIONAL) String service,
        @Classified(DataClass.OPERATIONAL) Route route,
        @Classified(DataClass.OPERATIONAL) ReferralState state,
        @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> needs,
        @Classified(DataClass.FREE_TEXT) ReferralContent content,
        @Classified(DataClass.PERSONAL) @Nullable SafeContact safeContact) {
    /**
     * Copies the list.
     *
     * @param referral which referral
     * @param service the service that is asked
     * @param route how it came about
     * @param state how things stand
     * @param needs the needs, where the permission covers them
     * @param content the fields that the permission covers
     * @param safeContact how the resident may be reached; null where the permission does not cover it
     */
    public OutgoingReferral {
        Objects.requireNonNull(referral, "what leaves needs its 'referral'");
        needs = List.copyOf(needs);
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "OutgoingReferral[redacted]";
    }
}
