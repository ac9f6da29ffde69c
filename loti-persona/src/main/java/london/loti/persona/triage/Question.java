package london.loti.persona.triage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.AccessItem;
import london.loti.model.need.AccessState;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;

/**
 * One question that is answered with yes or no, or not at all. Only a yes or a no has an outcome.
 *
 * @param id a short name
 * @param text the question, in words that a child of nine can read
 * @param why why it is asked, to be told to whoever is asked
 * @param mayAnswer who may answer it, concepts of the codelist {@code asked-by}, {@code asked-by:self} being the person
 * @param specialCategory whether the answer is special category data, on health or disability for example
 * @param yes what follows from a yes
 * @param no what follows from a no
 * @param skipWhen answers to other questions that make this one needless
 */
public record Question(
        String id,
        String text,
        String why,
        List<ConceptRef> mayAnswer,
        boolean specialCategory,
        Outcome yes,
        Outcome no,
        List<Skip> skipWhen) {

    /**
     * What follows from an answer.
     *
     * @param effects how things stand with parts of the access package
     * @param home what holds of the home
     */
    public record Outcome(List<Effect> effects, List<HomeEffect> home) {
        static final Outcome NONE = new Outcome(List.of(), List.of());

        /**
         * Copies the lists.
         *
         * @param effects how things stand with parts of the package; a document may leave them out
         * @param home what holds of the home; a document may leave it out
         */
        public Outcome {
            effects = List.copyOf(Objects.requireNonNullElse(effects, List.of()));
            home = List.copyOf(Objects.requireNonNullElse(home, List.of()));
        }

        boolean isNone() {
            return effects.isEmpty() && home.isEmpty();
        }
    }

    /**
     * How things stand with one part of the package after an answer.
     *
     * @param item the part
     * @param state {@link AccessState#NEEDED}, {@link AccessState#MET} or {@link AccessState#NOT_NEEDED}
     * @param because the reason, as a sentence to the person
     */
    public record Effect(AccessItem item, AccessState state, String because) {
        /**
         * Checks the state.
         *
         * @param item the part
         * @param state needed, met or not needed
         * @param because the reason
         * @throws IllegalArgumentException if an answer would leave the part unknown, or offer it
         */
        public Effect {
            Objects.requireNonNull(item, "an effect needs an 'item'");
            Objects.requireNonNull(state, "an effect needs a 'state'");
            Require.text(because, "an effect needs a 'because'");
            if (state == AccessState.UNKNOWN || state == AccessState.OFFERED) {
                throw new IllegalArgumentException("the state of an effect must be NEEDED, MET or NOT_NEEDED, but was "
                        + state + "\nMaybe leave the effect out: what no answer settles is unknown.");
            }
        }
    }

    /**
     * What holds of the home after an answer.
     *
     * @param condition the code of a condition of {@link london.loti.model.need.TemporaryAccommodationRule}
     * @param holds whether it holds
     */
    public record HomeEffect(String condition, boolean holds) {
        /**
         * Checks the code.
         *
         * @param condition the code of a condition
         * @param holds whether it holds
         */
        public HomeEffect {
            Require.code("a condition of a home", condition);
        }
    }

    /**
     * An answer to another question that makes this one needless.
     *
     * @param question the id of the other question
     * @param answer yes or no; what is not known makes nothing needless
     */
    public record Skip(String question, Answer answer) {
        /**
         * Checks that it says something.
         *
         * @param question the id of the other question
         * @param answer yes or no
         * @throws IllegalArgumentException if it is neither yes nor no
         */
        public Skip {
            Objects.requireNonNull(question, "a skip needs a 'question'");
            Objects.requireNonNull(answer, "a skip needs an 'answer'");
            if (!answer.isKnown()) {
                throw new IllegalArgumentException("a question must be skipped after a YES or a NO only, but here is "
                        + answer + ": unknown is not no");
            }
        }
    }

    /**
     * Checks that the question can be put.
     *
     * @param id a short name
     * @param text the question
     * @param why why it is asked
     * @param mayAnswer who may answer it, at least one
     * @param specialCategory whether the answer is special category data
     * @param yes what follows from a yes; a document may leave it out
     * @param no what follows from a no; a document may leave it out
     * @param skipWhen what makes it needless; a document may leave it out
     * @throws IllegalArgumentException if nobody may answer it
     */
    public Question {
        Require.code("a question", id);
        Require.text(text, "a question needs a 'text'");
        Require.text(why, "a question needs a 'why'");
        mayAnswer = List.copyOf(Objects.requireNonNull(mayAnswer, "a question needs who 'mayAnswer'"));
        yes = Objects.requireNonNullElse(yes, Outcome.NONE);
        no = Objects.requireNonNullElse(no, Outcome.NONE);
        skipWhen = List.copyOf(Objects.requireNonNullElse(skipWhen, List.of()));
        if (mayAnswer.isEmpty()) {
            throw new IllegalArgumentException("a question must have somebody who 'mayAnswer' it, but has nobody");
        }
    }

    /** What follows from an answer; null for one that is not known. */
    @Nullable
    Outcome outcome(Answer answer) {
        return switch (answer) {
            case YES -> yes;
            case NO -> no;
            case UNKNOWN, NOT_ASKED -> null;
        };
    }

    /** Whether an answer could show that an item is needed. */
    boolean couldNeed(AccessItem item) {
        return effects().anyMatch(effect -> effect.item() == item && effect.state() == AccessState.NEEDED);
    }

    Stream<Effect> effects() {
        return Stream.concat(yes.effects().stream(), no.effects().stream());
    }

    Stream<HomeEffect> home() {
        return Stream.concat(yes.home().stream(), no.home().stream());
    }
}
