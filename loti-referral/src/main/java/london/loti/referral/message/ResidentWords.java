package london.loti.referral.message;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;
import london.loti.referral.journey.ReferralState;

/**
 * The words in which a resident reads how things stand, in one language. A council reads its own.
 *
 * @param id a short name
 * @param version the version of these words
 * @param date when they were written, {@code 2026-11-25}
 * @param source where they are from
 * @param language the language, a code such as {@code en}
 * @param unnamed what a service is called that must not be named
 * @param states for each state how things stand, and what comes next
 * @param events for some events what happened; those without words do not show
 */
public record ResidentWords(
        String id,
        String version,
        String date,
        Source source,
        String language,
        String unnamed,
        Map<ReferralState, List<String>> states,
        Map<String, String> events) {
    private static final String ENGLISH = "resident-words-en.json";

    /**
     * Checks that every state has its words, and that no event has that a resident's page must not show.
     *
     * @param id a short name
     * @param version the version of these words
     * @param date when they were written
     * @param source where they are from
     * @param language the language, a code
     * @param unnamed what a service is called that must not be named
     * @param states for each state how things stand, and what comes next
     * @param events for some events what happened
     * @throws IllegalArgumentException if a state has no words, or an event must not show
     */
    public ResidentWords {
        Require.code("a resident's words", "id", id);
        Require.text(version, "a resident's words need a 'version'");
        Require.date(date, "the 'date' of a resident's words must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a resident's words need a 'source'");
        Require.code("a resident's words", "language", language);
        Require.text(unnamed, "a resident's words need what an 'unnamed' service is called");
        Map<ReferralState, List<String>> copy = new EnumMap<>(ReferralState.class);
        Objects.requireNonNull(states, "a resident's words need 'states'")
                .forEach((state, words) -> copy.put(state, List.copyOf(words)));
        for (ReferralState state : ReferralState.values()) {
            List<String> words = copy.getOrDefault(state, List.of());
            if (words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("every state must have words for a resident");
            }
        }
        states = Collections.unmodifiableMap(copy);
        events = Collections.unmodifiableMap(
                new TreeMap<>(Objects.requireNonNull(events, "a resident's words need 'events'")));
        if (!ResidentView.SHOWN.containsAll(events.keySet())) {
            throw new IllegalArgumentException("only these events show to a resident: " + ResidentView.SHOWN);
        }
    }

    /** {@return the bundled words, in English} */
    public static ResidentWords withDefaults() {
        return LotiJson.bundled(ENGLISH, ResidentWords.class.getResourceAsStream(ENGLISH), ResidentWords.class);
    }

    /**
     * Reads words of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the words, or every problem that was found
     */
    public static Checked<ResidentWords> read(Path file) {
        return LotiJson.read(file, ResidentWords.class);
    }
}
