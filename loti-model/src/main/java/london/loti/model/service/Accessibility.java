package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What makes a location accessible, or not: HSDS {@code accessibility}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param description what there is, in the publisher's words; null where not published
 * @param details how to use it; null where not published
 * @param url where more is told; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Accessibility(
        String id,
        @Nullable String description,
        @Nullable String details,
        @Nullable String url,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param description what there is, in the publisher's words; null where not published
     * @param details how to use it; null where not published
     * @param url where more is told; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Accessibility {
        Require.text(id, "an accessibility needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
