package london.loti.model.service;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What a service costs under one condition: HSDS {@code cost_option}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param validFrom the first day, {@code 2026-01-31}; null where not published
 * @param validTo the last day; null where not published
 * @param option whom or what the price is for, for example {@code concession}; null where not published
 * @param currency three letters of ISO 4217; null where not published
 * @param amount the price in that currency; nought is free, null is not known
 * @param amountDescription what the amount buys, for example {@code per session}; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record CostOption(
        String id,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String option,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable String amountDescription,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param validFrom the first day, {@code 2026-01-31}; null where not published
     * @param validTo the last day; null where not published
     * @param option whom or what the price is for, for example {@code concession}; null where not published
     * @param currency three letters of ISO 4217; null where not published
     * @param amount the price in that currency; nought is free, null is not known
     * @param amountDescription what the amount buys, for example {@code per session}; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public CostOption {
        Require.text(id, "a cost option needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }
}
