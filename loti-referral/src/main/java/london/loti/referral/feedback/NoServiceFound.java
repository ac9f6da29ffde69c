package london.loti.referral.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A search for a resident that found no service to ask. No referral comes of it, and the need is there all the same.
 *
 * @param resident for whom
 * @param needs the needs that nobody meets
 * @param area where the resident lives; null where not known
 * @param groups groups that the resident belongs to, as they said
 * @param on the day
 */
public record NoServiceFound(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> needs,
        @Classified(DataClass.PERSONAL) @Nullable AreaCode area,
        @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> groups,
        @Classified(DataClass.OPERATIONAL) LocalDate on) {
    /**
     * Checks what must be there.
     *
     * @param resident for whom
     * @param needs the needs that nobody meets
     * @param area where the resident lives; null where not known
     * @param groups groups that the resident belongs to
     * @param on the day
     */
    public NoServiceFound {
        Objects.requireNonNull(resident, "a search needs its 'resident'");
        needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
        groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
        Objects.requireNonNull(on, "a search needs the day that it was made 'on'");
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "NoServiceFound[redacted]";
    }
}
