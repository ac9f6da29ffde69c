package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * A language in which a service is given: HSDS {@code language}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its English name; null where not published
 * @param code its code in ISO 639, for example {@code ur}; null where not published
 * @param note for example when interpreters are there; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Language(
        String id,
        @Nullable String name,
        @Nullable String code,
        @Nullable String note,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its English name; null where not published
     * @param code its code in ISO 639, for example {@code ur}; null where not published
     * @param note for example when interpreters are there; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Language {
        Require.text(id, "a language needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
