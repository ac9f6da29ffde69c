package london.loti.model.need;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A carer and the person cared for: one need, two people, and each one's own permission. Either may say yes to what the
 * other declines; nothing that concerns both is done until both have said yes. A carer is not a proxy: where somebody
 * can't decide, the ground for deciding in their place is recorded elsewhere, never here as a yes.
 *
 * @param carer the one who cares, who may be excluded too
 * @param caredFor the one who is cared for
 * @param need the need that they share, for example {@code barriers:no-device}
 * @param carerSays the carer's permission
 * @param caredForSays the permission of the person cared for
 */
public record Dyad(
        @Classified(DataClass.PSEUDONYM) ResidentRef carer,
        @Classified(DataClass.PSEUDONYM) ResidentRef caredFor,
        @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef need,
        @Classified(DataClass.PERSONAL) Permission carerSays,
        @Classified(DataClass.PERSONAL) Permission caredForSays) {

    /**
     * What one of the two says to help with the need they share.
     *
     * @param answer yes, no, not known, or not asked
     * @param saidOn the day of a yes or a no; null otherwise
     */
    public record Permission(
            @Classified(DataClass.PERSONAL) Answer answer,
            @Classified(DataClass.PERSONAL) @Nullable LocalDate saidOn) {
        /** Nobody has asked yet. */
        public static final Permission NOT_ASKED = new Permission(Answer.NOT_ASKED, null);

        /**
         * Checks that a yes or a no has its day.
         *
         * @param answer yes, no, not known, or not asked
         * @param saidOn the day of a yes or a no; null otherwise
         * @throws IllegalArgumentException if a yes or a no has no day, or another answer has one
         */
        public Permission {
            Objects.requireNonNull(answer, "a permission needs an 'answer'");
            if (answer.isKnown() != (saidOn != null)) {
                throw new IllegalArgumentException("a yes or a no needs the day 'saidOn', and nothing else has one");
            }
        }

        /** Says nothing of the answer. */
        @Override
        public String toString() {
            return "Permission[redacted]";
        }
    }

    /**
     * Checks that the two are two.
     *
     * @param carer the one who cares
     * @param caredFor the one who is cared for
     * @param need the need that they share
     * @param carerSays the carer's permission
     * @param caredForSays the permission of the person cared for
     * @throws IllegalArgumentException if both are the same resident
     */
    public Dyad {
        Objects.requireNonNull(carer, "a dyad needs a 'carer'");
        Objects.requireNonNull(caredFor, "a dyad needs one who is 'caredFor'");
        Objects.requireNonNull(need, "a dyad needs a 'need'");
        Objects.requireNonNull(carerSays, "a dyad needs what 'carerSays'");
        Objects.requireNonNull(caredForSays, "a dyad needs what 'caredForSays'");
        if (carer.equals(caredFor)) {
            throw new IllegalArgumentException("a dyad must be two residents, but has one twice");
        }
    }

    /** {@return whether both have said yes} */
    public boolean bothAgree() {
        return carerSays.answer() == Answer.YES && caredForSays.answer() == Answer.YES;
    }

    /** Names neither of the two. */
    @Override
    public String toString() {
        return "Dyad[redacted, both agree: " + bothAgree() + "]";
    }
}
