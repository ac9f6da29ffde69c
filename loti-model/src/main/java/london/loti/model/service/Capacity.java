package london.loti.model.service;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * How many places a service has left, and when that was true: HSDS 3.1 {@code service_capacity}. Without its
 * date a number of places says nothing.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param unit what is counted; null where not published
 * @param available how many are left; null where not published
 * @param maximum how many there are in all; null where not published
 * @param description conditions, in words; null where not published
 * @param updated when it was counted, a day or a time as published; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Capacity(
        String id,
        @Nullable CapacityUnit unit,
        @Nullable BigDecimal available,
        @Nullable BigDecimal maximum,
        @Nullable String description,
        @Nullable String updated,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param unit what is counted; null where not published
     * @param available how many are left; null where not published
     * @param maximum how many there are in all; null where not published
     * @param description conditions, in words; null where not published
     * @param updated when it was counted, a day or a time as published; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Capacity {
        Require.text(id, "a capacity needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
