package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Who pays for a service or organisation: HSDS {@code funding}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param source the funder; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Funding(String id, @Nullable String source, Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param source the funder; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Funding {
        Require.text(id, "a funding needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
