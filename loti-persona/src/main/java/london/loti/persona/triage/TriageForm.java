package london.loti.persona.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * The questions of a triage. It is a versioned JSON document with few questions: LOTI found in 2023 that nobody at the
 * front line has time for many.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param description what it is for and what it is not
 * @param date when this version was written, {@code 2026-11-23}
 * @param source where the questions come from
 * @param mostQuestions how many questions it may have
 * @param questions the questions, in the order in which they are asked
 */
public record TriageForm(
        String id,
        String version,
        String title,
        String description,
        String date,
        Source source,
        int mostQuestions,
        List<Question> questions) {

    private static final String BUNDLED = "minimum-access-package.json";

    /** The rules between the questions. */
    public enum Code implements Finding.Code {
        /** A question comes twice. */
        DUPLICATE_ID,
        /** A skip names a question that is not there. */
        UNKNOWN_REFERENCE,
        /** Nothing follows from a question, so there is no reason to ask it. */
        NO_EFFECT,
        /** A question is skipped, by way of others, because of itself. */
        SKIP_CYCLE,
        /** There are more questions than the form allows itself. */
        TOO_MANY_QUESTIONS,
        /** There is no question. */
        NO_QUESTION
    }

    /**
     * Checks the rules between the questions.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param description what it is for and what it is not
     * @param date when this version was written
     * @param source where the questions come from
     * @param mostQuestions how many questions it may have
     * @param questions the questions, each id once
     * @throws london.loti.model.finding.FindingsException with every broken rule
     */
    public TriageForm {
        Require.code("a form", id);
        Require.text(version, "a form needs a 'version'");
        Require.text(title, "a form needs a 'title'");
        Require.text(description, "a form needs a 'description'");
        Objects.requireNonNull(date, "a form needs a 'date'");
        Require.date(date, "a form's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a form needs a 'source'");
        questions = List.copyOf(Objects.requireNonNull(questions, "a form needs 'questions'"));
        FormRules.check(id, mostQuestions, questions);
    }

    /** {@return the form that comes with loti: nine questions towards a minimum access package} */
    public static TriageForm bundled() {
        return LotiJson.bundled(BUNDLED, TriageForm.class.getResourceAsStream(BUNDLED), TriageForm.class);
    }

    /**
     * Reads a form of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the form, or every problem that was found
     */
    public static Checked<TriageForm> read(Path file) {
        return LotiJson.read(file, TriageForm.class);
    }

    /**
     * {@return the question with this id; empty where there is none}
     *
     * @param questionId an id
     */
    public Optional<Question> question(String questionId) {
        return questions.stream()
                .filter(question -> question.id().equals(questionId))
                .findFirst();
    }
}
