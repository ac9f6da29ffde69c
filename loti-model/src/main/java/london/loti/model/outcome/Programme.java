package london.loti.model.outcome;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What was done, told so that others could do the same: the questions of the TIDieR checklist (Hoffmann and others 2014,
 * doi:10.1136/bmj.g1687). A question without an answer is null, and {@link #unanswered()} names it.
 *
 * @param id the short name by which studies refer to it
 * @param name its name for people
 * @param why the reason or theory behind it
 * @param materials what is handed out or used
 * @param procedures what is done, step by step
 * @param provider who does it, and what they were taught
 * @param how in which ways: face to face, by telephone, in groups
 * @param where the kinds of places
 * @param amount how often, how long, over what time
 * @param tailoring what is fitted to each person, and by what rule
 * @param modifications what changed on the way
 * @param fidelityPlanned how it is seen to that it is done as meant
 * @param fidelityActual how far it was done as meant
 * @param start the first day, or null
 * @param end the last day, or null
 * @param theoryOfChange the id of its theory of change, or null
 */
public record Programme(
        String id,
        String name,
        @Nullable String why,
        @Nullable String materials,
        @Nullable String procedures,
        @Nullable String provider,
        @Nullable String how,
        @Nullable String where,
        @Nullable String amount,
        @Nullable String tailoring,
        @Nullable String modifications,
        @Nullable String fidelityPlanned,
        @Nullable String fidelityActual,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable String theoryOfChange) {

    /** One item of the checklist. */
    public enum Item {
        /** The name. */
        BRIEF_NAME,
        /** Why. */
        WHY,
        /** What: materials. */
        WHAT_MATERIALS,
        /** What: procedures. */
        WHAT_PROCEDURES,
        /** Who provides it. */
        WHO_PROVIDED,
        /** How. */
        HOW,
        /** Where. */
        WHERE,
        /** When and how much. */
        WHEN_AND_HOW_MUCH,
        /** Tailoring. */
        TAILORING,
        /** Modifications. */
        MODIFICATIONS,
        /** How well, as planned. */
        HOW_WELL_PLANNED,
        /** How well, in fact. */
        HOW_WELL_ACTUAL
    }

    /**
     * Checks the id, the name, and that the last day is not before the first.
     *
     * @param id the short name
     * @param name its name for people
     * @param why the reason or theory behind it, or null
     * @param materials what is handed out or used, or null
     * @param procedures what is done, or null
     * @param provider who does it, or null
     * @param how in which ways, or null
     * @param where the kinds of places, or null
     * @param amount how often, how long, over what time, or null
     * @param tailoring what is fitted to each person, or null
     * @param modifications what changed on the way, or null
     * @param fidelityPlanned how it is seen to that it is done as meant, or null
     * @param fidelityActual how far it was done as meant, or null
     * @param start the first day, or null
     * @param end the last day, or null
     * @param theoryOfChange the id of its theory of change, or null
     * @throws IllegalArgumentException if a text is blank or the last day is before the first
     */
    public Programme {
        Require.id("a programme", id);
        Require.text(name, "a programme needs a 'name'");
        for (String text : new @Nullable String[] {
            why,
            materials,
            procedures,
            provider,
            how,
            where,
            amount,
            tailoring,
            modifications,
            fidelityPlanned,
            fidelityActual,
            theoryOfChange
        }) {
            Require.optionalText(text, "a programme's text must be absent or say something, but is blank");
        }
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a programme's 'end' must not be before its 'start', but is");
        }
    }

    /** {@return the items of the checklist that have no answer, in its order} */
    public List<Item> unanswered() {
        @Nullable
        String[] answers = {
            name,
            why,
            materials,
            procedures,
            provider,
            how,
            where,
            amount,
            tailoring,
            modifications,
            fidelityPlanned,
            fidelityActual
        };
        List<Item> items = List.of(Item.values());
        return items.stream()
                .filter(item -> answers[items.indexOf(item)] == null)
                .toList();
    }
}
