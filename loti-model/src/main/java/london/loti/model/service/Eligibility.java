package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.finding.Require;
import london.loti.model.need.ConceptRef;

/**
 * Whom a service is for, beside the ages: what HSDS took out in 3.0 and left to prose. It is stated by the provider; a
 * service without it says nothing, which is not the same as being for everybody.
 *
 * @param areas codes of areas of which a resident must live in one; empty where it does not matter
 * @param postcodes beginnings of postcodes, for example {@code ZZ9} or {@code ZZ99 1}, of which a resident's must have
 *     one; empty where it does not matter
 * @param groups groups of which a resident must belong to one; empty where it does not matter
 * @param notFor groups that are served elsewhere; empty where there is none
 * @param other a further condition in words, which no software can decide; null where there is none
 */
public record Eligibility(
        List<AreaCode> areas,
        List<String> postcodes,
        List<ConceptRef> groups,
        List<ConceptRef> notFor,
        @Nullable String other) {
    /** For everybody: no condition beside the ages. */
    public static final Eligibility EVERYBODY = new Eligibility(List.of(), List.of(), List.of(), List.of(), null);

    /**
     * Copies the lists.
     *
     * @param areas codes of areas; a document may leave them out
     * @param postcodes beginnings of postcodes; a document may leave them out
     * @param groups groups; a document may leave them out
     * @param notFor groups that are served elsewhere; a document may leave them out
     * @param other a further condition in words; null where there is none
     * @throws IllegalArgumentException if a text is blank
     */
    public Eligibility {
        areas = List.copyOf(Objects.requireNonNullElse(areas, List.of()));
        postcodes = List.copyOf(Objects.requireNonNullElse(postcodes, List.of()));
        groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
        notFor = List.copyOf(Objects.requireNonNullElse(notFor, List.of()));
        postcodes.forEach(postcode -> Require.text(postcode, "a beginning of a postcode must not be blank"));
        Require.optionalText(other, "a further condition must not be blank");
    }
}
