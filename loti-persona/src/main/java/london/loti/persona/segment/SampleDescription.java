package london.loti.persona.segment;

import java.util.Objects;

import london.loti.model.finding.Require;
import london.loti.model.provenance.Source;

/**
 * Where a sample comes from, for the facts that are found in it.
 *
 * @param source the survey or extract
 * @param date the day that it describes, {@code 2026-11-23}; where only a year or month is known, its last day
 * @param place where it holds, for example {@code London}
 * @param people of whom, and how many, for example {@code 5,000 adults who were asked by telephone}
 */
public record SampleDescription(Source source, String date, String place, String people) {
    /**
     * Checks that everything is said.
     *
     * @param source the survey or extract
     * @param date the day that it describes
     * @param place where it holds
     * @param people of whom, and how many
     * @throws IllegalArgumentException if the date is no day, or a text says nothing
     */
    public SampleDescription {
        Objects.requireNonNull(source, "a sample's description needs a 'source'");
        Require.date(date, "a sample's 'date' must be a day, for example 2026-11-23");
        Require.text(place, "a sample's description needs a 'place'");
        Require.text(people, "a sample's description needs its 'people'");
    }
}
