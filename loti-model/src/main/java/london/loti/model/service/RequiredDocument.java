package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What somebody must bring: HSDS {@code required_document}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param document the document, in words; null where not published
 * @param uri where it can be had; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record RequiredDocument(
        String id, @Nullable String document, @Nullable String uri, Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param document the document, in words; null where not published
     * @param uri where it can be had; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public RequiredDocument {
        Require.text(id, "a required document needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
