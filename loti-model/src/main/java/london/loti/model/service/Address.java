package london.loti.model.service;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Where something is, or where post for it goes: as HSDS has it. That of a confidential location never leaves.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param attention the person or part of an organisation to address; null where not published
 * @param address1 the first line, {@code address_1}; null where not published
 * @param address2 the second line; null where not published
 * @param city the town; null where not published
 * @param region the region, for example a borough; null where not published
 * @param stateProvince the county or state; null where not published
 * @param postalCode the postcode, as its publisher writes it; null where not published
 * @param country two letters of ISO 3166-1; null where not published
 * @param type what it is for, {@code address_type}; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Address(
        String id,
        @Nullable String attention,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String stateProvince,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable LocationType type,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param attention the person or part of an organisation to address; null where not published
     * @param address1 the first line, {@code address_1}; null where not published
     * @param address2 the second line; null where not published
     * @param city the town; null where not published
     * @param region the region, for example a borough; null where not published
     * @param stateProvince the county or state; null where not published
     * @param postalCode the postcode, as its publisher writes it; null where not published
     * @param country two letters of ISO 3166-1; null where not published
     * @param type what it is for, {@code address_type}; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Address {
        Require.text(id, "an address needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
