package london.loti.model.need;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Require;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * What one resident said in one conversation about needs and strengths. It is a moment, not a judgement: answers change
 * with who asks and with what is on offer, so both are recorded.
 *
 * <p>It holds no persona, and no area's score: neither says anything about this resident.
 *
 * @param resident whose answers they are
 * @param grid the id of the grid of questions
 * @param gridVersion its version
 * @param takenOn the day of the conversation
 * @param askedBy who asked, a concept of the codelist {@code asked-by}
 * @param onOffer what help was on offer when the questions were asked; null where nothing was
 * @param answers one answer a code of the grid; what a document leaves out is {@link Answer#NOT_ASKED}
 * @param details what is known beside an answer, by the same code; none where nothing is
 */
public record NeedsSnapshot(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.OPERATIONAL) String grid,
        @Classified(DataClass.OPERATIONAL) String gridVersion,
        @Classified(DataClass.OPERATIONAL) LocalDate takenOn,
        @Classified(DataClass.OPERATIONAL) ConceptRef askedBy,
        @Classified(DataClass.OPERATIONAL) @Nullable ConceptRef onOffer,
        @Classified(DataClass.SPECIAL_CATEGORY) Map<String, Answer> answers,
        @Classified(DataClass.SPECIAL_CATEGORY) Map<String, AnswerDetail> details) {

    /** The rules between a snapshot, its grid and the codelists. */
    public enum Code implements Finding.Code {
        /** The snapshot belongs to another grid, or to another version. */
        OTHER_GRID,
        /** An answer is to no question of the grid. */
        UNKNOWN_QUESTION,
        /** A concept is in no codelist. */
        UNKNOWN_CONCEPT,
        /** A strength has a severity. */
        SEVERITY_OF_A_STRENGTH
    }

    /**
     * Checks the form of the codes, so that no free text comes in as one, that the details fit the answers, and copies
     * both.
     *
     * @param resident whose answers they are
     * @param grid the id of the grid of questions
     * @param gridVersion its version
     * @param takenOn the day of the conversation
     * @param askedBy who asked
     * @param onOffer what help was on offer; null where nothing was
     * @param answers one answer a code of the grid
     * @param details what is known beside an answer; a document may leave it out
     * @throws IllegalArgumentException if a detail is beside no answer, if it has a severity or a beginning and the
     *     answer is not yes, or if it tells of a day after the conversation
     */
    public NeedsSnapshot {
        Objects.requireNonNull(resident, "a snapshot needs a 'resident'");
        Require.code("a snapshot", "grid", grid);
        Require.text(gridVersion, "a snapshot needs a 'gridVersion'");
        Objects.requireNonNull(takenOn, "a snapshot needs the day 'takenOn'");
        Objects.requireNonNull(askedBy, "a snapshot needs who it was 'askedBy'");
        Objects.requireNonNull(answers, "a snapshot needs 'answers'").forEach((code, answer) -> {
            Require.code("a question", code);
            Objects.requireNonNull(answer, "a question needs an answer");
        });
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        Map<String, AnswerDetail> some = new LinkedHashMap<>(Objects.requireNonNullElse(details, Map.of()));
        some.values().removeIf(AnswerDetail.NONE::equals);
        for (Map.Entry<String, AnswerDetail> entry : some.entrySet()) {
            Require.code("a question", entry.getKey());
            Objects.requireNonNull(entry.getValue(), "a detail must say something");
            checkDetail(answers.getOrDefault(entry.getKey(), Answer.NOT_ASKED), entry.getValue(), takenOn);
        }
        details = Collections.unmodifiableMap(some);
    }

    /**
     * Answers with nothing beside them.
     *
     * @param resident whose answers they are
     * @param grid the id of the grid of questions
     * @param gridVersion its version
     * @param takenOn the day of the conversation
     * @param askedBy who asked
     * @param onOffer what help was on offer; null where nothing was
     * @param answers one answer a code of the grid
     */
    public NeedsSnapshot(
            ResidentRef resident,
            String grid,
            String gridVersion,
            LocalDate takenOn,
            ConceptRef askedBy,
            @Nullable ConceptRef onOffer,
            Map<String, Answer> answers) {
        this(resident, grid, gridVersion, takenOn, askedBy, onOffer, answers, Map.of());
    }

    private static void checkDetail(Answer answer, AnswerDetail detail, LocalDate takenOn) {
        if (answer == Answer.NOT_ASKED) {
            throw new IllegalArgumentException("a detail must be beside an answer, but nobody asked");
        }
        if (answer != Answer.YES && (detail.severity() != null || detail.since() != null)) {
            throw new IllegalArgumentException("a 'severity' and a 'since' must be beside a YES, but one is not");
        }
        LocalDate asked = Objects.requireNonNullElse(detail.askedOn(), takenOn);
        if (asked.isAfter(takenOn)) {
            throw new IllegalArgumentException("an 'askedOn' must not be after the day 'takenOn', but is");
        }
        if (detail.since() != null && detail.since().earliest().isAfter(asked)) {
            throw new IllegalArgumentException("a 'since' must not be after the day of asking, but is");
        }
    }

    /**
     * Starts a conversation of which nothing is answered yet.
     *
     * @param resident whose answers they are
     * @param grid the questions
     * @param takenOn the day of the conversation
     * @param askedBy who asks, a concept of the codelist {@code asked-by}
     * @return a snapshot without an answer
     */
    public static NeedsSnapshot begin(ResidentRef resident, NeedsGrid grid, LocalDate takenOn, ConceptRef askedBy) {
        return new NeedsSnapshot(resident, grid.id(), grid.version(), takenOn, askedBy, null, Map.of(), Map.of());
    }

    /**
     * {@return the same with one more answer; what was known beside an earlier answer to the question goes with it}
     *
     * @param questions the grid that this snapshot belongs to
     * @param code a code of it
     * @param answer what the resident said
     * @throws IllegalArgumentException if the grid is another one, or has no such code
     */
    public NeedsSnapshot with(NeedsGrid questions, String code, Answer answer) {
        return with(questions, code, answer, AnswerDetail.NONE);
    }

    /**
     * {@return the same with one more answer, and what is known beside it}
     *
     * @param questions the grid that this snapshot belongs to
     * @param code a code of it
     * @param answer what the resident said
     * @param detail what is known beside it
     * @throws IllegalArgumentException if the grid is another one, or has no such code, if a strength is to have a
     *     severity, or if the detail does not fit the answer
     */
    public NeedsSnapshot with(NeedsGrid questions, String code, Answer answer, AnswerDetail detail) {
        requireGrid(questions);
        if (questions.find(code).isEmpty()) {
            throw new IllegalArgumentException("an answer must be to a question of grid " + grid + ", but is to none");
        }
        if (detail.severity() != null && !questions.needCodes().contains(code)) {
            throw new IllegalArgumentException("a 'severity' must be that of a need, but is that of a strength");
        }
        Map<String, Answer> more = new LinkedHashMap<>(answers);
        more.put(code, answer);
        Map<String, AnswerDetail> moreDetails = new LinkedHashMap<>(details);
        moreDetails.put(code, detail);
        return new NeedsSnapshot(resident, grid, gridVersion, takenOn, askedBy, onOffer, more, moreDetails);
    }

    /**
     * {@return what is known of one question}
     *
     * @param code a code of the grid; {@link Answer#NOT_ASKED} where nothing is recorded
     */
    public Answer answer(String code) {
        return answers.getOrDefault(code, Answer.NOT_ASKED);
    }

    /**
     * {@return what is known beside one answer; {@link AnswerDetail#NONE} where nothing is}
     *
     * @param code a code of the grid
     */
    public AnswerDetail detail(String code) {
        return details.getOrDefault(code, AnswerDetail.NONE);
    }

    /**
     * {@return who asked one question: as its detail says, or whoever asked the rest}
     *
     * @param code a code of the grid
     */
    public ConceptRef askedBy(String code) {
        return Objects.requireNonNullElse(detail(code).askedBy(), askedBy);
    }

    /**
     * {@return when one question was asked: as its detail says, or on the day of the conversation}
     *
     * @param code a code of the grid
     */
    public LocalDate askedOn(String code) {
        return Objects.requireNonNullElse(detail(code).askedOn(), takenOn);
    }

    /**
     * {@return what does not fit between this snapshot, its grid and the codelists; empty where all fits} What came as
     * JSON is checked for its form only. A finding tells the place of an answer by its number, never what it is about.
     *
     * @param questions the grid
     * @param known whether a concept is in a codelist that is in use, for example {@code Vocabulary.contains}
     */
    public List<Finding> check(NeedsGrid questions, Predicate<ConceptRef> known) {
        return SnapshotCheck.of(this, questions, known);
    }

    /**
     * {@return the codes of the needs that the resident named, in the order of the conversation}
     *
     * @param questions the grid that this snapshot belongs to
     * @throws IllegalArgumentException if the grid is another one
     */
    public List<String> needs(NeedsGrid questions) {
        return answeredYes(requireGrid(questions).needCodes());
    }

    /**
     * {@return the codes of the strengths that the resident named, in the order of the conversation}
     *
     * @param questions the grid that this snapshot belongs to
     * @throws IllegalArgumentException if the grid is another one
     */
    public List<String> strengths(NeedsGrid questions) {
        return answeredYes(requireGrid(questions).strengthCodes());
    }

    private List<String> answeredYes(List<String> codes) {
        return codes.stream().filter(code -> answer(code) == Answer.YES).toList();
    }

    NeedsGrid requireGrid(NeedsGrid questions) {
        if (!questions.id().equals(grid) || !questions.version().equals(gridVersion)) {
            throw new IllegalArgumentException("a snapshot must be read with its own grid, " + grid + " " + gridVersion
                    + ", but was given " + questions.id() + " " + questions.version());
        }
        return questions;
    }

    /** Says how much was answered, and nothing about whom or what. */
    @Override
    public String toString() {
        return "NeedsSnapshot[redacted, " + answers.size() + " answers]";
    }
}
