package london.loti.model.need;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * The kinds of service that may help with some needs, how each was come by, and the needs for which there is none. Made
 * by {@link NeedsToServiceTypes}. It tells of a resident's needs, so that its text tells nothing.
 *
 * @param matches one for every need and kind of service, needs in the order in which they were given
 * @param withoutType the needs that no kind of service stands for: a gap to tell, not to drop
 */
public record ServiceTypes(
        @Classified(DataClass.SPECIAL_CATEGORY) List<Match> matches,
        @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> withoutType) {

    /**
     * One step of a way, along a link of a crosswalk.
     *
     * @param crosswalk the id of the crosswalk
     * @param from where the step begins
     * @param to where it ends
     * @param relation how the end compares with the beginning
     * @param loses what is lost by the link; null where it is exact
     * @param alwaysLoses what every use of the crosswalk loses
     */
    public record Step(
            @Classified(DataClass.OPERATIONAL) String crosswalk,
            @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef from,
            @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef to,
            @Classified(DataClass.SPECIAL_CATEGORY) Crosswalk.Relation relation,

            @Classified(DataClass.SPECIAL_CATEGORY) @Nullable
            String loses,

            @Classified(DataClass.OPERATIONAL) String alwaysLoses) {
        /**
         * Checks that nothing needed is absent.
         *
         * @param crosswalk the id of the crosswalk
         * @param from where the step begins
         * @param to where it ends
         * @param relation how the end compares with the beginning
         * @param loses what is lost by the link; null where it is exact
         * @param alwaysLoses what every use of the crosswalk loses
         */
        public Step {
            Objects.requireNonNull(crosswalk, "a step needs its 'crosswalk'");
            Objects.requireNonNull(from, "a step needs its 'from'");
            Objects.requireNonNull(to, "a step needs its 'to'");
            Objects.requireNonNull(relation, "a step needs its 'relation'");
            Objects.requireNonNull(alwaysLoses, "a step needs what it 'alwaysLoses'");
        }

        /** Says nothing of the need. */
        @Override
        public String toString() {
            return "Step[redacted, " + crosswalk + "]";
        }
    }

    /**
     * A kind of service that may help with a need.
     *
     * @param need the need
     * @param type the kind of service, or the term that directories use for it
     * @param path the steps from the one to the other, at least one
     */
    public record Match(
            @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef need,
            @Classified(DataClass.SPECIAL_CATEGORY) ConceptRef type,
            @Classified(DataClass.SPECIAL_CATEGORY) List<Step> path) {
        private static final String DETOUR = "The way leads over words that do not contain each other, so that nothing"
                + " is certain to be left in common.";

        /**
         * Checks that the steps lead from the one to the other.
         *
         * @param need the need
         * @param type the kind of service
         * @param path the steps, at least one
         * @throws IllegalArgumentException if they do not
         */
        public Match {
            Objects.requireNonNull(need, "a match needs its 'need'");
            Objects.requireNonNull(type, "a match needs its 'type'");
            path = List.copyOf(Objects.requireNonNull(path, "a match needs its 'path'"));
            ConceptRef at = need;
            for (Step step : path) {
                if (!step.from().equals(at)) {
                    throw new IllegalArgumentException("every step must begin where the one before it ends");
                }
                at = step.to();
            }
            if (path.isEmpty() || !at.equals(type)) {
                throw new IllegalArgumentException("a path must end at the match's type");
            }
        }

        /**
         * {@return how the type compares with the need, over all steps; where {@link #certain()} is false it says
         * OVERLAPS, which then is a guess}
         */
        public Crosswalk.Relation relation() {
            Crosswalk.Relation all = Crosswalk.Relation.EXACT;
            for (Step step : path) {
                if (all == Crosswalk.Relation.EXACT) {
                    all = step.relation();
                } else if (step.relation() != Crosswalk.Relation.EXACT && step.relation() != all) {
                    all = Crosswalk.Relation.OVERLAPS;
                }
            }
            return all;
        }

        /**
         * {@return whether need and type are certain to have something in common} A way that only widens, or only
         * narrows, keeps something. So does one that narrows and then widens, because what was narrowed to lies in
         * both, and one with a single overlap that narrows before it and widens after. Any other may end at something
         * that has nothing to do with the need.
         */
        public boolean certain() {
            boolean hasWidened = false;
            for (Step step : path) {
                switch (step.relation()) {
                    case EXACT -> {}
                    case BROADER -> hasWidened = true;
                    case NARROWER, OVERLAPS -> {
                        if (hasWidened) {
                            return false;
                        }
                        hasWidened = step.relation() == Crosswalk.Relation.OVERLAPS;
                    }
                }
            }
            return true;
        }

        /** {@return everything that is lost on the way, each thing once, in the order of the steps} */
        public List<String> losses() {
            Set<String> losses = new LinkedHashSet<>();
            for (Step step : path) {
                if (step.loses() != null) {
                    losses.add(step.loses());
                }
                losses.add(step.alwaysLoses());
            }
            if (!certain()) {
                losses.add(DETOUR);
            }
            return new ArrayList<>(losses);
        }

        /** Says nothing of the need. */
        @Override
        public String toString() {
            return "Match[redacted, " + path.size() + " steps]";
        }
    }

    /**
     * Copies the lists.
     *
     * @param matches one for every need and kind of service
     * @param withoutType the needs that no kind of service stands for
     */
    public ServiceTypes {
        matches = List.copyOf(Objects.requireNonNull(matches, "there must be 'matches'"));
        withoutType = List.copyOf(Objects.requireNonNull(withoutType, "there must be needs 'withoutType'"));
    }

    /** {@return the kinds of service, each once, in the order of the needs} */
    public Set<ConceptRef> types() {
        Set<ConceptRef> types = new LinkedHashSet<>();
        matches.forEach(match -> types.add(match.type()));
        return Collections.unmodifiableSet(types);
    }

    /**
     * {@return why a kind of service is there: a match for every need that it may help with}
     *
     * @param type a kind of service
     */
    public List<Match> matchesOf(ConceptRef type) {
        return matches.stream().filter(match -> match.type().equals(type)).toList();
    }

    /** Says nothing of the needs. */
    @Override
    public String toString() {
        return "ServiceTypes[redacted, " + matches.size() + " matches]";
    }
}
