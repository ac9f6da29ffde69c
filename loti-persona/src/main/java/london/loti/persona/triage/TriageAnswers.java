package london.loti.persona.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;

/**
 * What one resident, or somebody close, answered in a triage. It is no record and has no JSON form, so that it is not
 * kept by accident; what is to be kept is a {@link london.loti.model.need.NeedsSnapshot}. Immutable.
 */
public final class TriageAnswers {
    private final ConceptRef answeredBy;
    private final Map<String, Answer> answers;

    private TriageAnswers(ConceptRef answeredBy, Map<String, Answer> answers) {
        this.answeredBy = answeredBy;
        this.answers = answers;
    }

    /**
     * Starts without an answer.
     *
     * @param answeredBy who answers, a concept of the codelist {@code asked-by}; {@code asked-by:self} for the person
     * @return no answers
     */
    public static TriageAnswers by(ConceptRef answeredBy) {
        return new TriageAnswers(Objects.requireNonNull(answeredBy, "answers need who gave them"), Map.of());
    }

    /**
     * {@return the same with one more answer; a second one to the same question takes the place of the first}
     *
     * @param question the id of a question
     * @param answer the answer
     */
    public TriageAnswers with(String question, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(answers);
        more.put(Objects.requireNonNull(question), Objects.requireNonNull(answer));
        return new TriageAnswers(answeredBy, more);
    }

    /** {@return who answers} */
    public ConceptRef answeredBy() {
        return answeredBy;
    }

    /**
     * {@return the answer to a question; {@link Answer#NOT_ASKED} where there is none}
     *
     * @param question the id of a question
     */
    public Answer answer(String question) {
        return answers.getOrDefault(question, Answer.NOT_ASKED);
    }

    Iterable<String> questions() {
        return answers.keySet();
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "TriageAnswers[redacted]";
    }
}
