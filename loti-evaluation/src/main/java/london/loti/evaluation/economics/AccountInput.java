package london.loti.evaluation.economics;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * An uncertain input of a cost-benefit model, and where it is from.
 *
 * @param quantity its distribution
 * @param source where it is from
 * @param date the day of that source, for example {@code 2026-03-31}
 */
public record AccountInput(Uncertain quantity, String source, String date) {
    /**
     * Checks that all three are there.
     *
     * @param quantity its distribution
     * @param source where it is from
     * @param date the day of that source
     * @throws IllegalArgumentException if the source is blank or the date is no day
     */
    public AccountInput {
        Objects.requireNonNull(quantity, "an input needs its 'quantity'");
        Require.text(source, "an input needs a 'source'");
        Require.date(date, "an input needs the 'date' of its source, for example 2026-03-31");
    }
}
