package london.loti.model.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A term of a taxonomy that is said of a record: HSDS {@code attribute}, ORUK 1.0 {@code service_taxonomy} and
 * the like.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param linkType how the term is meant, for example {@code eligibility}; null where not published
 * @param linkEntity the kind of record that it is said of; null where not published
 * @param linkId the id of that record; null where not published
 * @param value a value beside the term; null where not published
 * @param label a label beside the term, new in HSDS 3.1; null where not published
 * @param term the term, {@code taxonomy_term}; null where not published
 * @param metadata the record of changes; none where absent
 * @param extensions fields that loti does not know, name to JSON text; none where absent
 */
public record Attribute(
        String id,
        @Nullable String linkType,
        @Nullable String linkEntity,
        @Nullable String linkId,
        @Nullable String value,
        @Nullable String label,
        @Nullable TaxonomyTerm term,
        List<Metadata> metadata,
        Map<String, String> extensions) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param linkType how the term is meant, for example {@code eligibility}; null where not published
     * @param linkEntity the kind of record that it is said of; null where not published
     * @param linkId the id of that record; null where not published
     * @param value a value beside the term; null where not published
     * @param label a label beside the term, new in HSDS 3.1; null where not published
     * @param term the term, {@code taxonomy_term}; null where not published
     * @param metadata the record of changes; none where absent
     * @param extensions fields that loti does not know, name to JSON text; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Attribute {
        Require.text(id, "an attribute needs an 'id'");
        metadata = List.copyOf(Objects.requireNonNullElse(metadata, List.of()));
        extensions = Extras.ordered(extensions);
    }
}
