package london.loti.persona.intervention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * How sure one can be of one finding about an intervention. Every intervention has one; where nobody has looked, it is
 * {@link #UNRATED}.
 *
 * @param scale the scale; null where it is unrated
 * @param level the level on that scale, or {@link EvidenceLevel#UNRATED}
 * @param source the id of one of the catalogue's sources; null where there is none
 * @param triedWith with whom it was tried and how many, in a few words; null where nobody says
 * @param group the group or segment that they belong to, a concept of a codelist; null where none fits
 * @param place where, as the source says; null where nobody says
 * @param date when, as the source says; null where nobody says
 * @param found what was found, good or not; null where it is unrated
 * @param note what a reader must know, for example who read the level off the study; null for nothing
 */
public record EvidenceRating(
        @Nullable EvidenceScale scale,
        EvidenceLevel level,
        @Nullable String source,
        @Nullable String triedWith,
        @Nullable ConceptRef group,
        @Nullable String place,
        @Nullable String date,
        @Nullable String found,
        @Nullable String note) {

    /** Nobody has rated it. */
    public static final EvidenceRating UNRATED =
            new EvidenceRating(null, EvidenceLevel.UNRATED, null, null, null, null, null, null, null);

    /**
     * Checks that a level says of which scale it is, what was found, with whom, where and when.
     *
     * @param scale the scale; null where it is unrated
     * @param level the level on that scale
     * @param source the id of a source; null where it is unrated
     * @param triedWith with whom it was tried; null where it is unrated
     * @param group the group or segment; null where none fits
     * @param place where; null where it is unrated
     * @param date when; null where it is unrated
     * @param found what was found; null where it is unrated
     * @param note what a reader must know; null for nothing
     * @throws IllegalArgumentException if a level lacks one of these, or what is unrated has a scale
     */
    public EvidenceRating {
        Objects.requireNonNull(level, "a rating needs a 'level', which may be UNRATED");
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("scale", scale);
        wanted.put("source", source);
        wanted.put("triedWith", triedWith);
        wanted.put("place", place);
        wanted.put("date", date);
        wanted.put("found", found);
        List<String> missing = wanted.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        if (level.isRated() && !missing.isEmpty()) {
            throw new IllegalArgumentException("a rating with a level must say all of " + wanted.keySet()
                    + "; missing: " + missing + "\nMaybe it is UNRATED, which is honest.");
        }
        if (!level.isRated() && scale != null) {
            throw new IllegalArgumentException("a rating that is UNRATED must have no 'scale', because it is on none");
        }
        Require.optionalText(triedWith, "a rating's 'triedWith' must not be blank");
        Require.optionalText(place, "a rating's 'place' must not be blank");
        Require.optionalText(date, "a rating's 'date' must not be blank");
        Require.optionalText(found, "a rating's 'found' must not be blank");
        Require.optionalText(note, "a rating's 'note' must not be blank");
    }

    /**
     * {@return whether it is on this scale, at this level or above}
     *
     * @param onScale a scale; a rating on another one never is
     * @param least a level of it
     * @throws IllegalArgumentException if that is no level
     */
    public boolean isAtLeast(EvidenceScale onScale, EvidenceLevel least) {
        return level.isAtLeast(least) && scale == onScale;
    }

    /** {@return the level with its scale in words: {@code Nesta 2}, or {@code unrated}} */
    public String words() {
        return scale == null ? "unrated" : scale.label() + " " + level.number();
    }
}
