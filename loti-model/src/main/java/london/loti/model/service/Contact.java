package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Somebody to ask at a service or organisation: HSDS {@code contact}. Staff, never a resident.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name a name or a role; null where not published
 * @param title the job title; null where not published
 * @param department the department; null where not published
 * @param email an e-mail address; null where not published
 * @param phones telephone numbers; none where absent
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Contact(
        String id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String department,
        @Nullable String email,
        List<Phone> phones,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name a name or a role; null where not published
     * @param title the job title; null where not published
     * @param department the department; null where not published
     * @param email an e-mail address; null where not published
     * @param phones telephone numbers; none where absent
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Contact {
        Require.text(id, "a contact needs an 'id'");
        phones = List.copyOf(Objects.requireNonNullElse(phones, List.of()));
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
