package london.loti.referral.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Role;

/**
 * What a member of staff who raises a safeguarding concern does now. It is data, and says of every number whether somebody
 * checked it. It is for staff: a page that a resident opens may be read by others at home, so that a resident is told by a
 * person and never by a page.
 *
 * @param id a short name
 * @param version the version of this advice
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param steps what to do, the most urgent first
 */
public record EmergencyAdvice(String id, String version, String date, Source source, List<Step> steps) {
    private static final String DEFAULT = "emergency-england.json";

    /**
     * Checks the texts.
     *
     * @param id a short name
     * @param version the version of this advice
     * @param date when it was written
     * @param source what it rests on
     * @param steps what to do, at least one step for every concern
     * @throws IllegalArgumentException if no step is for every concern
     */
    public EmergencyAdvice {
        Require.code("emergency advice", "id", id);
        Require.text(version, "emergency advice needs a 'version'");
        Require.date(date, "the 'date' of emergency advice must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "emergency advice needs a 'source'");
        steps = List.copyOf(Objects.requireNonNull(steps, "emergency advice needs 'steps'"));
        if (steps.stream().noneMatch(step -> step.concerns().isEmpty())) {
            throw new IllegalArgumentException("emergency advice needs a step that is for every concern");
        }
    }

    /**
     * One thing to do.
     *
     * @param concerns for which concepts of {@code safeguarding-concerns}; empty for all
     * @param words what to do, in plain words
     * @param number the number to call; null where none is
     * @param verified whether somebody compared the number with the source
     * @param checkedAt where it was compared; null where it was not
     */
    public record Step(
            List<ConceptRef> concerns,
            String words,
            @Nullable String number,
            boolean verified,
            @Nullable String checkedAt) {
        /**
         * Checks the texts.
         *
         * @param concerns for which concerns; empty for all
         * @param words what to do
         * @param number the number to call; null where none is
         * @param verified whether somebody compared the number with the source
         * @param checkedAt where it was compared; null where it was not
         * @throws IllegalArgumentException if it is verified and does not say where
         */
        public Step {
            concerns = List.copyOf(Objects.requireNonNullElse(concerns, List.of()));
            Require.text(words, "a step needs 'words'");
            if (number != null && verified && checkedAt == null) {
                throw new IllegalArgumentException("a verified number must say where it was checked: 'checkedAt'");
            }
        }
    }

    /** {@return the bundled advice for England} */
    public static EmergencyAdvice withDefaults() {
        return LotiJson.bundled(DEFAULT, EmergencyAdvice.class.getResourceAsStream(DEFAULT), EmergencyAdvice.class);
    }

    /**
     * Reads advice of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the advice, or every problem that was found
     */
    public static Checked<EmergencyAdvice> read(Path file) {
        return LotiJson.read(file, EmergencyAdvice.class);
    }

    /**
     * {@return what to do now, the most urgent first; nothing for a resident, whose page others may read}
     *
     * @param actor who raises the concern
     * @param concern a concept of {@code safeguarding-concerns}; null where it is not known which
     */
    public List<Step> forStaff(Actor actor, @Nullable ConceptRef concern) {
        if (actor.role() == Role.RESIDENT || actor.role() == Role.SYSTEM) {
            return List.of();
        }
        return steps.stream()
                .filter(step -> step.concerns().isEmpty()
                        || (concern != null && step.concerns().contains(concern)))
                .toList();
    }
}
