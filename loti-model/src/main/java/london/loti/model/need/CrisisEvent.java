package london.loti.model.need;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * Something that turns a life over: it threatens a resident, was averted, or has happened. It is recorded so that what
 * was prevented can be counted. That a crisis was averted is what somebody judged on a day; whether help averted it is a
 * question for an evaluation, and not answered here.
 *
 * @param resident whom it concerns
 * @param event what it is, a concept of the codelist {@code crisis-events}
 * @param state how things stand with it
 * @param day the day on which they stood so
 * @param recordedBy the role of whoever recorded it, for example {@code roles:link-worker}; never a name
 */
public record CrisisEvent(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef event,
        @Classified(DataClass.SPECIAL_CATEGORY) State state,
        @Classified(DataClass.PERSONAL) LocalDate day,
        @Classified(DataClass.OPERATIONAL) ConceptRef recordedBy) {

    /** How things stand with a crisis. */
    public enum State {
        /** It may come. */
        AT_RISK,
        /** It threatened, and no longer does. */
        AVERTED,
        /** It came. */
        HAPPENED
    }

    /**
     * Checks that nothing is absent.
     *
     * @param resident whom it concerns
     * @param event what it is
     * @param state how things stand with it
     * @param day the day on which they stood so
     * @param recordedBy the role of whoever recorded it
     */
    public CrisisEvent {
        Objects.requireNonNull(resident, "a crisis needs a 'resident'");
        Objects.requireNonNull(event, "a crisis needs an 'event'");
        Objects.requireNonNull(state, "a crisis needs a 'state'");
        Objects.requireNonNull(day, "a crisis needs a 'day'");
        Objects.requireNonNull(recordedBy, "a crisis needs the role that it was 'recordedBy'");
    }

    /**
     * Leaves one record a resident and kind of crisis: that of the latest day, so that a crisis that was averted and
     * came after all does not count as averted. Of one day, having happened outweighs being averted, and that being at
     * risk. Count these, and let a disclosure rule see the counts before anybody else does.
     *
     * @param events records of any number of residents, in any order
     * @return the records that stand, each crisis where it was first met
     */
    public static List<CrisisEvent> standing(Collection<CrisisEvent> events) {
        Comparator<CrisisEvent> later = Comparator.comparing(CrisisEvent::day)
                .thenComparing(CrisisEvent::state)
                .thenComparing(CrisisEvent::recordedBy);
        Map<List<Object>, CrisisEvent> standing = new LinkedHashMap<>();
        for (CrisisEvent event : events) {
            standing.merge(List.of(event.resident, event.event), event, (a, b) -> later.compare(a, b) >= 0 ? a : b);
        }
        return List.copyOf(standing.values());
    }

    /** Says neither whom nor what. */
    @Override
    public String toString() {
        return "CrisisEvent[redacted]";
    }
}
