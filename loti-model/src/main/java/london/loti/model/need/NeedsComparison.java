package london.loti.model.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What changed between two conversations with the same resident over the same grid: one {@link Change} for every
 * question, in the order of the conversation, also where nothing is known. It compares what was said, not how somebody
 * is: an answer may differ because somebody else asked.
 *
 * @param resident whose answers they are
 * @param grid the id of the grid of questions
 * @param gridVersion its version
 * @param from the day of the earlier conversation
 * @param to the day of the later one
 * @param changes one for every need and strength of the grid, group by group, strengths before needs
 */
public record NeedsComparison(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.OPERATIONAL) String grid,
        @Classified(DataClass.OPERATIONAL) String gridVersion,
        @Classified(DataClass.OPERATIONAL) LocalDate from,
        @Classified(DataClass.OPERATIONAL) LocalDate to,
        @Classified(DataClass.SPECIAL_CATEGORY) List<Change> changes) {

    /**
     * What became of one need or strength.
     *
     * @param code its code in the grid
     * @param label its name for readers
     * @param need whether it is a need; a strength otherwise
     * @param change what became of it
     * @param severityBefore how bad it was; null where it was not there or nobody said
     * @param severityNow how bad it is; null where it is not there or nobody said
     */
    public record Change(
            @Classified(DataClass.SPECIAL_CATEGORY) String code,
            @Classified(DataClass.SPECIAL_CATEGORY) String label,
            @Classified(DataClass.SPECIAL_CATEGORY) boolean need,
            @Classified(DataClass.SPECIAL_CATEGORY) NeedChange change,

            @Classified(DataClass.SPECIAL_CATEGORY) @Nullable
            Concept severityBefore,

            @Classified(DataClass.SPECIAL_CATEGORY) @Nullable
            Concept severityNow) {
        /**
         * Checks that nothing needed is absent.
         *
         * @param code its code in the grid
         * @param label its name for readers
         * @param need whether it is a need
         * @param change what became of it
         * @param severityBefore how bad it was, or null
         * @param severityNow how bad it is, or null
         */
        public Change {
            Require.code("a change", code);
            Require.text(label, "a change needs a 'label'");
            Objects.requireNonNull(change, "a change needs what became of it");
        }

        /** {@return a sentence for a screen: it says what the resident said, so that it belongs in no log} */
        public String words() {
            String severity = "";
            if (severityBefore != null && severityNow != null && !severityBefore.equals(severityNow)) {
                severity = " (from " + severityBefore.label() + " to " + severityNow.label() + ")";
            } else if (severityNow != null) {
                severity = " (" + severityNow.label() + ")";
            } else if (severityBefore != null) {
                severity = " (was " + severityBefore.label() + ")";
            }
            return label + " " + change.words() + severity + ".";
        }

        /** Says nothing of the resident. */
        @Override
        public String toString() {
            return "Change[redacted]";
        }
    }

    /**
     * Copies the list.
     *
     * @param resident whose answers they are
     * @param grid the id of the grid of questions
     * @param gridVersion its version
     * @param from the day of the earlier conversation
     * @param to the day of the later one
     * @param changes one for every need and strength of the grid
     */
    public NeedsComparison {
        Objects.requireNonNull(resident, "a comparison needs a 'resident'");
        Require.code("a comparison", "grid", grid);
        Require.text(gridVersion, "a comparison needs a 'gridVersion'");
        Objects.requireNonNull(from, "a comparison needs the day 'from'");
        Objects.requireNonNull(to, "a comparison needs the day 'to'");
        changes = List.copyOf(Objects.requireNonNull(changes, "a comparison needs 'changes'"));
    }

    /**
     * Compares two conversations.
     *
     * @param earlier what the resident said first
     * @param later what they said on the same day or after it
     * @param questions the grid of both
     * @param severities the levels of severity, an ordered codelist
     * @return one change for every question of the grid
     * @throws IllegalArgumentException if the two are of different residents or grids, or in the wrong order, or if a
     *     severity is not in the codelist; the message names no answer
     */
    public static NeedsComparison of(
            NeedsSnapshot earlier, NeedsSnapshot later, NeedsGrid questions, Codelist severities) {
        if (!earlier.resident().equals(later.resident())) {
            throw new IllegalArgumentException(
                    "a comparison must be of one resident's answers, but is of two residents'");
        }
        if (later.takenOn().isBefore(earlier.takenOn())) {
            throw new IllegalArgumentException(
                    "a comparison must go from the earlier conversation to the later, but goes" + " back");
        }
        if (!severities.ordered()) {
            throw new IllegalArgumentException(
                    "levels of severity must be an ordered codelist, but " + severities.id() + " is not");
        }
        earlier.requireGrid(questions);
        later.requireGrid(questions);
        List<Change> changes = new ArrayList<>();
        for (NeedsGrid.Group group : questions.groups()) {
            group.strengths().forEach(item -> changes.add(change(item, false, earlier, later, severities)));
            group.needs().forEach(item -> changes.add(change(item, true, earlier, later, severities)));
        }
        return new NeedsComparison(
                earlier.resident(), questions.id(), questions.version(), earlier.takenOn(), later.takenOn(), changes);
    }

    private static Change change(
            Concept item, boolean need, NeedsSnapshot earlier, NeedsSnapshot later, Codelist severities) {
        String code = item.code();
        Concept before = severity(earlier, code, severities);
        Concept now = severity(later, code, severities);
        NeedChange change = NeedChange.of(need, earlier.answer(code), later.answer(code));
        if (change == NeedChange.PERSISTING && before != null && now != null) {
            int steps =
                    severities.concepts().indexOf(now) - severities.concepts().indexOf(before);
            change = steps > 0 ? NeedChange.WORSE : steps < 0 ? NeedChange.BETTER : change;
        }
        return new Change(code, item.label(), need, change, before, now);
    }

    private static @Nullable Concept severity(NeedsSnapshot snapshot, String code, Codelist severities) {
        ConceptRef level = snapshot.detail(code).severity();
        if (level == null) {
            return null;
        }
        if (!level.codelist().equals(severities.id())) {
            throw notOfTheList(severities);
        }
        return severities.find(level.code()).orElseThrow(() -> notOfTheList(severities));
    }

    private static IllegalArgumentException notOfTheList(Codelist severities) {
        return new IllegalArgumentException(
                "a severity must be a level of codelist " + severities.id() + ", but one is not");
    }

    /**
     * {@return the changes of one kind, in the order of the conversation}
     *
     * @param kind a kind of change
     */
    public List<Change> in(NeedChange kind) {
        return changes.stream().filter(change -> change.change() == kind).toList();
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "NeedsComparison[redacted, " + changes.size() + " questions]";
    }
}
