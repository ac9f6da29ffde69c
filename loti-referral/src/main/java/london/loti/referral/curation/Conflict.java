package london.loti.referral.curation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One field on which records of one service disagree.
 *
 * @param field the field, as in HSDS
 * @param sides the records that say something about it, those with the weightiest provenance first, then by key
 * @param proposed the key of the record whose value is proposed; null where records of the same weight disagree
 * @param words why
 */
public record Conflict(
        String field, List<FeedRecord> sides, @Nullable String proposed, String words) {
    /**
     * Copies the sides.
     *
     * @param field the field
     * @param sides the records that say something about it
     * @param proposed the key of the record whose value is proposed; null for none
     * @param words why
     * @throws IllegalArgumentException if fewer than two disagree
     */
    public Conflict {
        Require.text(field, "a conflict needs a field");
        Require.text(words, "a conflict needs words");
        sides = List.copyOf(sides);
        if (sides.size() < 2) {
            throw new IllegalArgumentException("a conflict needs two sides");
        }
    }
}
