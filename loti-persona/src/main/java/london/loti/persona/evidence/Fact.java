package london.loti.persona.evidence;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What somebody found, without what it may mean.
 *
 * @param id a short name, once in its bank
 * @param text what was found, in a sentence, with its number where it has one
 * @param source the id of one of the bank's sources
 * @param date the day that the fact describes, {@code 2026-11-23}; where only a year or month is known, its last day
 * @param place where it holds, for example {@code England}
 * @param sample of whom, and how many; null where nobody says
 * @param experiment the id of the experiment that found it; null where it comes from elsewhere
 */
public record Fact(
        String id,
        String text,
        String source,
        String date,
        String place,
        @Nullable String sample,
        @Nullable String experiment) {
    /**
     * Checks that what is needed is said.
     *
     * @param id a short name, once in its bank
     * @param text what was found
     * @param source the id of one of the bank's sources
     * @param date the day that the fact describes
     * @param place where it holds
     * @param sample of whom, and how many; null where nobody says
     * @param experiment the id of an experiment; null where it comes from elsewhere
     * @throws IllegalArgumentException if the date is no day
     */
    public Fact {
        Require.code("a fact", id);
        Require.text(text, "a fact needs a 'text'");
        Objects.requireNonNull(source, "a fact needs a 'source'");
        Objects.requireNonNull(date, "a fact needs a 'date'");
        Require.date(date, "a fact's 'date' must be a day, for example 2026-11-23");
        Require.text(place, "a fact needs a 'place'");
    }
}
