package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Where people must live to get a service: HSDS {@code service_area}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its name; null where not published
 * @param description what it is, in words; null where not published
 * @param extent the area itself, in the form that {@code extentType} says; null where not published
 * @param extentType the form of the extent, for example {@code geojson} or a kind of area code; null where not published
 * @param uri an address that names the area; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record ServiceArea(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String extent,
        @Nullable String extentType,
        @Nullable String uri,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name; null where not published
     * @param description what it is, in words; null where not published
     * @param extent the area itself, in the form that {@code extentType} says; null where not published
     * @param extentType the form of the extent, for example {@code geojson} or a kind of area code; null where not published
     * @param uri an address that names the area; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public ServiceArea {
        Require.text(id, "a service area needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
