package london.loti.persona.match;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import london.loti.model.governance.Safeguard;

/**
 * A suggestion, or that there is none. Both are answers: no persona is better than a wrong one.
 *
 * <p>Neither form knows a resident or can be written as JSON, and neither shows a persona in {@code toString()}.
 */
public sealed interface MatchOutcome {
    /** {@return how near the nearest persona is and why, also where it is not suggested} */
    MatchExplanation explanation();

    /** {@return the difference between the distances of the two nearest personas; {@code NaN} where there are not two} */
    double margin();

    /**
     * {@return what one of the two functions makes of this outcome}
     *
     * @param <R> what they make
     * @param suggested for a suggestion
     * @param abstained for none
     */
    default <R> R fold(
            Function<? super Suggested, ? extends R> suggested, Function<? super Abstained, ? extends R> abstained) {
        return this instanceof Suggested there ? suggested.apply(there) : abstained.apply((Abstained) this);
    }

    /** {@return one sentence in plain words, for the person who asked} */
    default String words() {
        return fold(
                suggested -> "Nearest: " + suggested.explanation().words()
                        + " A suggestion for questions to ask and help to look for; a person decides.",
                abstained -> "No suggestion: "
                        + abstained.reasons().stream().map(AbstainReason::words).collect(Collectors.joining("; "))
                        + ".");
    }

    /** The nearest persona is near enough, and clearly the nearest. */
    final class Suggested implements MatchOutcome {
        private final String persona;
        private final MatchExplanation explanation;
        private final double margin;
        private final List<String> specialCategory;

        Suggested(String persona, MatchExplanation explanation, double margin, List<String> specialCategory) {
            this.persona = persona;
            this.explanation = explanation;
            this.margin = margin;
            this.specialCategory = List.copyOf(specialCategory);
        }

        /** {@return the id of the persona} */
        public String persona() {
            return persona;
        }

        @Override
        public MatchExplanation explanation() {
            return explanation;
        }

        @Override
        public double margin() {
            return margin;
        }

        /** {@return the ids of the answered attributes that are special category data, in the order of the bank} */
        public List<String> specialCategory() {
            return specialCategory;
        }

        /**
         * {@return what must hold before this may have any effect on a resident} A
         * {@link london.loti.model.governance.DecisionRecord} takes them as {@code required}.
         */
        public Set<Safeguard> safeguards() {
            return Safeguard.required(!specialCategory.isEmpty());
        }

        /** Does not show the persona. */
        @Override
        public String toString() {
            return "Suggested[redacted]";
        }
    }

    /** No persona is suggested. */
    final class Abstained implements MatchOutcome {
        private final Set<AbstainReason> reasons;
        private final MatchExplanation explanation;
        private final double margin;

        Abstained(Set<AbstainReason> reasons, MatchExplanation explanation, double margin) {
            this.reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
            this.explanation = explanation;
            this.margin = margin;
        }

        /** {@return every test that failed, at least one} */
        public Set<AbstainReason> reasons() {
            return reasons;
        }

        @Override
        public MatchExplanation explanation() {
            return explanation;
        }

        @Override
        public double margin() {
            return margin;
        }

        /** Shows the reasons only. */
        @Override
        public String toString() {
            return "Abstained" + reasons;
        }
    }
}
