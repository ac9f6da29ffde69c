package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What is counted in a capacity: HSDS 3.1 {@code unit}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name for example {@code places}; null where not published
 * @param scheme the list of units it is from; null where not published
 * @param identifier its id in that list; null where not published
 * @param uri an address that names it; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record CapacityUnit(
        String id,
        @Nullable String name,
        @Nullable String scheme,
        @Nullable String identifier,
        @Nullable String uri,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name for example {@code places}; null where not published
     * @param scheme the list of units it is from; null where not published
     * @param identifier its id in that list; null where not published
     * @param uri an address that names it; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public CapacityUnit {
        Require.text(id, "a capacity unit needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
