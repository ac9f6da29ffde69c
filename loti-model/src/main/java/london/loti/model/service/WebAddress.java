package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One more address on the web: HSDS 3.1 {@code url}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param label what is there; null where not published
 * @param url the address; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record WebAddress(
        String id, @Nullable String label, @Nullable String url, Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param label what is there; null where not published
     * @param url the address; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public WebAddress {
        Require.text(id, "a web address needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
