package london.loti.model.outcome;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * One value of one measure, of one person at one time. Nothing of it shows in {@link #toString()} but the measure and the
 * wave.
 *
 * @param measure the id of the {@link OutcomeMeasure}
 * @param person whose value it is, by a token
 * @param wave the round of asking, for example {@code before}, {@code after} or {@code 3 months}; in the order that the
 *     study says
 * @param date the day it was asked or seen
 * @param value the value, finite; what was not answered is no observation
 * @param group the group that the person was in, for example {@code taught}; or null where there are none
 */
public record Observation(
        @Classified(DataClass.OPERATIONAL) String measure,
        @Classified(DataClass.PSEUDONYM) ResidentRef person,
        @Classified(DataClass.OPERATIONAL) String wave,
        @Classified(DataClass.PERSONAL) LocalDate date,
        @Classified(DataClass.SPECIAL_CATEGORY) double value,
        @Classified(DataClass.OPERATIONAL) @Nullable String group) {

    /**
     * Checks that nothing needed is absent.
     *
     * @param measure the id of the measure
     * @param person whose value it is, by a token
     * @param wave the round of asking
     * @param date the day it was asked or seen
     * @param value the value, finite
     * @param group the group that the person was in, or null
     * @throws IllegalArgumentException if a text is blank or the value not finite
     */
    public Observation {
        Require.id("an observation's measure", measure);
        Objects.requireNonNull(person, "an observation needs a 'person'");
        Require.text(wave, "an observation needs a 'wave'");
        Objects.requireNonNull(date, "an observation needs a 'date'");
        Require.optionalText(group, "an observation's 'group' must not be blank");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an observation's 'value' must be finite, but is not");
        }
    }

    /** Never shows whose value it is, nor the value. */
    @Override
    public String toString() {
        return "Observation[" + measure + ", " + wave + "]";
    }
}
