package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A telephone number: HSDS {@code phone}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param number the number as its publisher writes it; null where not published
 * @param extension the extension; null where not published
 * @param type for example {@code voice} or {@code text}; null where not published
 * @param description what it is for, and when it is answered; null where not published
 * @param languages languages in which it is answered; none where absent
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Phone(
        String id,
        @Nullable String number,
        @Nullable Integer extension,
        @Nullable String type,
        @Nullable String description,
        List<Language> languages,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param number the number as its publisher writes it; null where not published
     * @param extension the extension; null where not published
     * @param type for example {@code voice} or {@code text}; null where not published
     * @param description what it is for, and when it is answered; null where not published
     * @param languages languages in which it is answered; none where absent
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Phone {
        Require.text(id, "a phone needs an 'id'");
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
