package london.loti.persona.intervention;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.AccessItem;
import london.loti.model.need.ConceptRef;

/**
 * One kind of help. Where it makes no sense is not said here: homes have a rule of their own that all share, see
 * {@link london.loti.model.need.TemporaryAccommodationRule#excluding}.
 *
 * @param concept what it is, a concept of the codelist {@code interventions}
 * @param label its name for readers
 * @param provides the parts of an access package that it provides; none where it only opens the door to others
 * @param ratings how sure one can be that it works, at least one, be it {@link EvidenceRating#UNRATED}
 * @param costNote what is known of its cost, in a sentence; null where nothing is
 */
public record Intervention(
        ConceptRef concept,
        String label,
        Set<AccessItem> provides,
        List<EvidenceRating> ratings,
        @Nullable String costNote) {
    /**
     * Checks that there is a rating.
     *
     * @param concept what it is
     * @param label its name for readers
     * @param provides the parts of an access package that it provides
     * @param ratings at least one
     * @param costNote what is known of its cost; null where nothing is
     * @throws IllegalArgumentException if there is no rating
     */
    public Intervention {
        Objects.requireNonNull(concept, "an intervention needs a 'concept'");
        Require.text(label, "an intervention needs a 'label'");
        Set<AccessItem> items = EnumSet.noneOf(AccessItem.class);
        items.addAll(Objects.requireNonNull(provides, "an intervention needs what it 'provides'"));
        provides = Collections.unmodifiableSet(items);
        ratings = List.copyOf(Objects.requireNonNull(ratings, "an intervention needs 'ratings'"));
        if (ratings.isEmpty()) {
            throw new IllegalArgumentException(
                    "an intervention must have a rating, but has none\nMaybe {\"level\": \"UNRATED\"}, which is honest.");
        }
        Require.optionalText(costNote, "an intervention's 'costNote' must not be blank");
    }
}
