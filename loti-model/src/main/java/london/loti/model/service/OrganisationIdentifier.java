package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * An id that somebody else gives an organisation: HSDS {@code organization_identifier}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param scheme the list it is from, for example {@code GB-CHC}, {@code identifier_scheme}; null where not published
 * @param type what it is in words, {@code identifier_type}; null where not published
 * @param identifier the id itself; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record OrganisationIdentifier(
        String id,
        @Nullable String scheme,
        @Nullable String type,
        @Nullable String identifier,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param scheme the list it is from, for example {@code GB-CHC}, {@code identifier_scheme}; null where not published
     * @param type what it is in words, {@code identifier_type}; null where not published
     * @param identifier the id itself; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public OrganisationIdentifier {
        Require.text(id, "an organisation identifier needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
