package london.loti.persona.bank;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * The persona that one was copied and adapted from.
 *
 * @param bank the id of the bank that it was taken from
 * @param bankVersion that bank's version
 * @param persona its id there
 * @param personaVersion its version there
 * @param date the day of the copy, {@code 2026-11-23}
 * @param changes what was changed and why, in a sentence
 */
public record Origin(
        String bank, String bankVersion, String persona, String personaVersion, String date, String changes) {
    /**
     * Checks that everything is said.
     *
     * @param bank the id of the bank that it was taken from
     * @param bankVersion that bank's version
     * @param persona its id there
     * @param personaVersion its version there
     * @param date the day of the copy
     * @param changes what was changed and why
     */
    public Origin {
        Require.text(bank, "an origin needs a 'bank'");
        Require.text(bankVersion, "an origin needs a 'bankVersion'");
        Require.text(persona, "an origin needs a 'persona'");
        Require.text(personaVersion, "an origin needs a 'personaVersion'");
        Objects.requireNonNull(date, "an origin needs a 'date'");
        Require.date(date, "an origin's 'date' must be a day, for example 2026-11-23");
        Require.text(changes, "an origin needs its 'changes'");
    }
}
