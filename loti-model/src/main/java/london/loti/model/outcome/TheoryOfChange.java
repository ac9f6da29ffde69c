package london.loti.model.outcome;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;

/**
 * By which steps a programme leads from what is put in to what it is for. Links go from an earlier stage to the same or a
 * later one, and never round in a circle.
 *
 * @param id the short name by which programmes refer to it
 * @param version its version
 * @param title its name for people
 * @param source who made it, with whom, and when
 * @param steps the steps, in the order in which they are to be read
 * @param links which step leads to which, and what that takes for granted
 */
public record TheoryOfChange(
        String id, String version, String title, String source, List<Step> steps, List<Link> links) {

    /** The kind of a step. */
    public enum Stage {
        /** What is put in: money, people, time. */
        INPUT,
        /** What is done. */
        ACTIVITY,
        /** What comes out at once, and can be counted. */
        OUTPUT,
        /** What changes for people. */
        OUTCOME,
        /** What it is all for, to which others contribute too. */
        IMPACT
    }

    /** How well a link is founded. */
    public enum Evidence {
        /** Studies with a comparison group, told in the note. */
        STRONG,
        /** Some studies or records, told in the note. */
        SOME,
        /** A judgement. */
        ASSUMED
    }

    /**
     * One step.
     *
     * @param id the short name by which links refer to it
     * @param stage its kind
     * @param text what it is, in one sentence
     * @param shownBy the ids of the measures that would show it; empty where nobody has said yet
     */
    public record Step(String id, Stage stage, String text, List<String> shownBy) {
        /**
         * Checks that nothing needed is absent.
         *
         * @param id the short name
         * @param stage its kind
         * @param text what it is
         * @param shownBy the ids of the measures that would show it; none where absent
         * @throws IllegalArgumentException if the id or the text is none
         */
        public Step {
            Require.id("a step", id);
            Objects.requireNonNull(stage, "a step needs a 'stage'");
            Require.text(text, "a step needs a 'text'");
            shownBy = shownBy == null ? List.of() : List.copyOf(shownBy);
            shownBy.forEach(measure -> Require.id("a step's measure", measure));
        }
    }

    /**
     * One step that leads to another.
     *
     * @param from the id of the earlier step
     * @param to the id of the later step
     * @param assumption what must be so for the one to lead to the other
     * @param evidence how well that is founded
     * @param note where the evidence is; needed unless it is assumed
     */
    public record Link(
            String from,
            String to,
            String assumption,
            Evidence evidence,
            @Nullable String note) {
        /**
         * Checks that nothing needed is absent.
         *
         * @param from the id of the earlier step
         * @param to the id of the later step
         * @param assumption what must be so
         * @param evidence how well that is founded
         * @param note where the evidence is, or null
         * @throws IllegalArgumentException if the assumption is blank, or evidence is claimed and not told
         */
        public Link {
            Require.id("a link's step", from);
            Require.id("a link's step", to);
            Require.text(assumption, "a link needs an 'assumption'");
            Objects.requireNonNull(evidence, "a link needs its 'evidence'");
            Require.optionalText(note, "a link's 'note' must not be blank");
            if (evidence != Evidence.ASSUMED && note == null) {
                throw new IllegalArgumentException("a link must say in its 'note' where its evidence is, but does not");
            }
        }
    }

    /**
     * Checks that steps are there once, links know their steps, and time does not go back.
     *
     * @param id the short name
     * @param version its version
     * @param title its name for people
     * @param source who made it, with whom, and when
     * @param steps the steps
     * @param links which step leads to which
     * @throws IllegalArgumentException if there is no step, a step comes twice, or a link names no step, goes back a stage,
     *     or goes round in a circle
     */
    public TheoryOfChange {
        Require.id("a theory of change", id);
        Require.text(version, "a theory of change needs a 'version'");
        Require.text(title, "a theory of change needs a 'title'");
        Require.text(source, "a theory of change needs a 'source'");
        steps = List.copyOf(Objects.requireNonNull(steps, "a theory of change needs 'steps'"));
        links = List.copyOf(Objects.requireNonNull(links, "a theory of change needs 'links'"));
        Map<String, Stage> stages = new HashMap<>();
        for (Step step : steps) {
            if (stages.put(step.id(), step.stage()) != null) {
                throw new IllegalArgumentException("a step's id must come once, but '" + step.id() + "' comes twice");
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a theory of change must have 'steps', but has none");
        }
        for (Link link : links) {
            Stage from = stages.get(link.from());
            Stage to = stages.get(link.to());
            if (from == null || to == null) {
                String unknown = from == null ? link.from() : link.to();
                throw new IllegalArgumentException("a link must name steps, but '" + unknown + "' is none"
                        + Nearest.hint(unknown, stages.keySet()));
            }
            if (to.compareTo(from) < 0) {
                throw new IllegalArgumentException("a link must not go back, but leads from '" + link.from() + "' ("
                        + from + ") to '" + link.to() + "' (" + to + ")");
            }
        }
        if (goesRound(steps, links)) {
            throw new IllegalArgumentException("links must not go round in a circle, but do");
        }
    }

    private static boolean goesRound(List<Step> steps, List<Link> links) {
        Map<String, Integer> before = new HashMap<>();
        links.forEach(link -> before.merge(link.to(), 1, Integer::sum));
        Deque<String> open = new ArrayDeque<>();
        steps.stream().map(Step::id).filter(step -> !before.containsKey(step)).forEach(open::add);
        int done = 0;
        while (!open.isEmpty()) {
            String step = open.remove();
            done++;
            for (Link link : links) {
                if (link.from().equals(step) && before.merge(link.to(), -1, Integer::sum) == 0) {
                    open.add(link.to());
                }
            }
        }
        return done < steps.size();
    }

    /** {@return the steps that no measure would show, in their order: what an evaluation could not tell about} */
    public List<Step> unmeasured() {
        return steps.stream().filter(step -> step.shownBy().isEmpty()).toList();
    }

    /** {@return the steps after the inputs to which no chain of links leads from an input, in their order} */
    public List<Step> unreached() {
        Set<String> reached = new HashSet<>();
        steps.stream().filter(step -> step.stage() == Stage.INPUT).map(Step::id).forEach(reached::add);
        boolean more = true;
        while (more) {
            more = links.stream()
                    .filter(link -> reached.contains(link.from()))
                    .anyMatch(link -> reached.add(link.to()));
        }
        return steps.stream().filter(step -> !reached.contains(step.id())).toList();
    }

    /** {@return the links that rest on a judgement alone, in their order} */
    public List<Link> assumed() {
        return links.stream()
                .filter(link -> link.evidence() == Evidence.ASSUMED)
                .toList();
    }
}
