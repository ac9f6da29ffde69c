package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A service as it is given at one location: HSDS {@code service_at_location}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param description what is special there; null where not published
 * @param contacts whom to ask there; none where absent
 * @param phones telephone numbers there; none where absent
 * @param schedules when it is given there; none where absent
 * @param location the location; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record ServiceAtLocation(
        String id,
        @Nullable String description,
        List<Contact> contacts,
        List<Phone> phones,
        List<Schedule> schedules,
        @Nullable Location location,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param description what is special there; null where not published
     * @param contacts whom to ask there; none where absent
     * @param phones telephone numbers there; none where absent
     * @param schedules when it is given there; none where absent
     * @param location the location; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public ServiceAtLocation {
        Require.text(id, "a service at location needs an 'id'");
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        phones = List.copyOf(Objects.requireNonNullElse(phones, List.of()));
        schedules = List.copyOf(Objects.requireNonNullElse(schedules, List.of()));
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
