package london.loti.evaluation.instrument;

import java.util.List;

/**
 * What the answers of one person come to.
 *
 * @param scores all scores of the instrument, in its order
 * @param flags the safeguarding rules that an answer broke: somebody must act on each, also where scores are missing
 */
public record Scores(List<Score> scores, List<SafeguardingRule> flags) {
    /**
     * Copies the lists.
     *
     * @param scores all scores of the instrument
     * @param flags the safeguarding rules that an answer broke
     */
    public Scores {
        scores = List.copyOf(scores);
        flags = List.copyOf(flags);
    }

    /**
     * {@return the score with this id}
     *
     * @param id a score's id
     * @throws IllegalArgumentException if the instrument has none
     */
    public Score score(String id) {
        return scores.stream()
                .filter(score -> score.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a score must be one of "
                        + scores.stream().map(Score::id).toList() + ", but was '" + id + "'"));
    }
}
