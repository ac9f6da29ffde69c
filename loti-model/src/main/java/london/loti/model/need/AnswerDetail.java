package london.loti.model.need;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What is known beside one answer of a {@link NeedsSnapshot}: how bad it is, since when, in whose words, who asked, and
 * when. Every part may be absent. Codes only: what somebody typed stays in the council's own system, and a
 * {@link NoteRef} leads there.
 *
 * @param severity how bad it is, a concept of an ordered codelist such as {@code severity}; only beside a yes
 * @param since since when it is so; only beside a yes
 * @param inWhoseWords whose words they are, a concept of the codelist {@code in-whose-words}
 * @param askedBy who asked this question, a concept of the codelist {@code asked-by}; null where whoever asked the rest
 * @param askedOn when this question was asked; null where on the day of the conversation
 * @param note where the council keeps a note on it
 */
public record AnswerDetail(
        @Classified(DataClass.SPECIAL_CATEGORY) @Nullable ConceptRef severity,
        @Classified(DataClass.PERSONAL) @Nullable Since since,
        @Classified(DataClass.PERSONAL) @Nullable ConceptRef inWhoseWords,
        @Classified(DataClass.OPERATIONAL) @Nullable ConceptRef askedBy,
        @Classified(DataClass.OPERATIONAL) @Nullable LocalDate askedOn,
        @Classified(DataClass.PSEUDONYM) @Nullable NoteRef note) {
    /** Nothing beside the answer. */
    public static final AnswerDetail NONE = new AnswerDetail(null, null, null, null, null, null);

    /**
     * {@return the same with another severity}
     *
     * @param level how bad it is, for example {@code severity:moderate}
     */
    public AnswerDetail withSeverity(ConceptRef level) {
        return new AnswerDetail(level, since, inWhoseWords, askedBy, askedOn, note);
    }

    /**
     * {@return the same with another beginning}
     *
     * @param begun since when it is so
     */
    public AnswerDetail withSince(Since begun) {
        return new AnswerDetail(severity, begun, inWhoseWords, askedBy, askedOn, note);
    }

    /**
     * {@return the same in somebody else's words}
     *
     * @param whose for example {@code in-whose-words:carer}
     */
    public AnswerDetail inWordsOf(ConceptRef whose) {
        return new AnswerDetail(severity, since, whose, askedBy, askedOn, note);
    }

    /**
     * {@return the same as an answer to somebody else, or of another day}
     *
     * @param who for example {@code asked-by:council-staff}
     * @param when the day
     */
    public AnswerDetail asked(ConceptRef who, LocalDate when) {
        return new AnswerDetail(severity, since, inWhoseWords, who, when, note);
    }

    /**
     * {@return the same with a note}
     *
     * @param where where the council keeps it
     */
    public AnswerDetail withNote(NoteRef where) {
        return new AnswerDetail(severity, since, inWhoseWords, askedBy, askedOn, where);
    }

    /** Says nothing of what is known. */
    @Override
    public String toString() {
        return "AnswerDetail[redacted]";
    }
}
