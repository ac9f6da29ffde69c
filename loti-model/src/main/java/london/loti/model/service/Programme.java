package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A programme of an organisation to which services belong: HSDS {@code program}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its name; null where not published
 * @param alternateName another name; null where not published
 * @param description what it is; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Programme(
        String id,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name; null where not published
     * @param alternateName another name; null where not published
     * @param description what it is; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Programme {
        Require.text(id, "a programme needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
