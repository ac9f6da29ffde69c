package london.loti.model.need;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

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
 */
public record NeedsSnapshot(
        ResidentRef resident,
        String grid,
        String gridVersion,
        LocalDate takenOn,
        ConceptRef askedBy,
        @Nullable ConceptRef onOffer,
        Map<String, Answer> answers) {

    /**
     * Checks the form of the codes, so that no free text comes in as one, and copies the answers.
     *
     * @param resident whose answers they are
     * @param grid the id of the grid of questions
     * @param gridVersion its version
     * @param takenOn the day of the conversation
     * @param askedBy who asked
     * @param onOffer what help was on offer; null where nothing was
     * @param answers one answer a code of the grid
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
        return new NeedsSnapshot(resident, grid.id(), grid.version(), takenOn, askedBy, null, Map.of());
    }

    /**
     * {@return the same with one more answer}
     *
     * @param questions the grid that this snapshot belongs to
     * @param code a code of it
     * @param answer what the resident said
     * @throws IllegalArgumentException if the grid is another one, or has no such code
     */
    public NeedsSnapshot with(NeedsGrid questions, String code, Answer answer) {
        requireGrid(questions);
        if (questions.find(code).isEmpty()) {
            throw new IllegalArgumentException("an answer must be to a question of grid " + grid + ", but is to none");
        }
        Map<String, Answer> more = new LinkedHashMap<>(answers);
        more.put(code, answer);
        return new NeedsSnapshot(resident, grid, gridVersion, takenOn, askedBy, onOffer, more);
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

    private NeedsGrid requireGrid(NeedsGrid questions) {
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
