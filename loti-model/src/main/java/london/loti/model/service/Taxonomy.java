package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A list of terms: HSDS {@code taxonomy}. loti's own lists are {@link london.loti.model.need.Codelist
 * codelists}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its name; null where not published
 * @param description what it lists; null where not published
 * @param uri an address that names it; null where not published
 * @param version its version; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Taxonomy(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String uri,
        @Nullable String version,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name; null where not published
     * @param description what it lists; null where not published
     * @param uri an address that names it; null where not published
     * @param version its version; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Taxonomy {
        Require.text(id, "a taxonomy needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
