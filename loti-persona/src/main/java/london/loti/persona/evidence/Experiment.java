package london.loti.persona.evidence;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What somebody did to find out: interviews, a survey, a pilot.
 *
 * @param id a short name, once in its bank
 * @param text what was done, in a sentence
 * @param method how, for example {@code interviews}
 * @param date the day or period, as its authors write it
 * @param place where
 * @param sample who took part and how many; null where nobody says
 * @param consent under which consent the words of people may be used; null where no words of people are used
 */
public record Experiment(
        String id,
        String text,
        String method,
        String date,
        String place,
        @Nullable String sample,
        @Nullable String consent) {
    /**
     * Checks that what is needed is said.
     *
     * @param id a short name, once in its bank
     * @param text what was done
     * @param method how
     * @param date the day or period
     * @param place where
     * @param sample who took part and how many; null where nobody says
     * @param consent the consent; null where no words of people are used
     */
    public Experiment {
        Require.code("an experiment", id);
        Require.text(text, "an experiment needs a 'text'");
        Require.text(method, "an experiment needs a 'method'");
        Require.text(date, "an experiment needs a 'date'");
        Require.text(place, "an experiment needs a 'place'");
    }
}
