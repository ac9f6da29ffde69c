package london.loti.evaluation.instrument;

import java.time.LocalDate;
import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * Somebody's word that they may use an instrument. loti checks that it was given, not that it is true; keep it with the
 * results.
 *
 * @param instrument the instrument's id
 * @param holder the organisation, or the role in it, that holds the licence or the registration
 * @param date the day on which this was said
 * @param licence the number or the name of the licence or the registration, as its owner writes it
 */
public record LicenceAcknowledgement(String instrument, String holder, LocalDate date, String licence) {
    /**
     * Checks that everything is said.
     *
     * @param instrument the instrument's id
     * @param holder who holds the licence
     * @param date the day on which this was said
     * @param licence the number or the name of the licence
     * @throws IllegalArgumentException if a text is blank
     */
    public LicenceAcknowledgement {
        Require.id("an instrument", instrument);
        Require.text(holder, "an acknowledgement needs a 'holder'");
        Objects.requireNonNull(date, "an acknowledgement needs a 'date'");
        Require.text(licence, "an acknowledgement needs a 'licence'");
    }
}
