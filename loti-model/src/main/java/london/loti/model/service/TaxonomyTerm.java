package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One term of a taxonomy: HSDS {@code taxonomy_term}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param code its code in the taxonomy; null where not published
 * @param name its name; null where not published
 * @param description what it means; null where not published
 * @param parentId the id of the wider term; null where not published
 * @param taxonomy the name of its taxonomy, for example {@code esdServiceType}; null where not published
 * @param taxonomyDetail the taxonomy; null where not published
 * @param language the language of the name; null where not published
 * @param termUri an address that names it; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record TaxonomyTerm(
        String id,
        @Nullable String code,
        @Nullable String name,
        @Nullable String description,
        @Nullable String parentId,
        @Nullable String taxonomy,
        @Nullable Taxonomy taxonomyDetail,
        @Nullable String language,
        @Nullable String termUri,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param code its code in the taxonomy; null where not published
     * @param name its name; null where not published
     * @param description what it means; null where not published
     * @param parentId the id of the wider term; null where not published
     * @param taxonomy the name of its taxonomy, for example {@code esdServiceType}; null where not published
     * @param taxonomyDetail the taxonomy; null where not published
     * @param language the language of the name; null where not published
     * @param termUri an address that names it; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public TaxonomyTerm {
        Require.text(id, "a taxonomy term needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
