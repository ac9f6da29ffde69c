package london.loti.evaluation.instrument;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * A survey instrument as a versioned JSON document: its items, how they are scored, and what its owner wants.
 *
 * <pre>{@code
 * {"id": "garden_mood", "title": "Mood in the garden", "version": "1", "status": "VERIFIED",
 *  "sources": [{"id": "us", "title": "Our own questions", "publisher": "Exampleton", "date": "2026",
 *               "licence": "OGL-UK-3.0"}],
 *  "gate": "FREE",
 *  "items": [{"id": "calm", "wording": "How calm are you?", "lowest": 0, "highest": 10},
 *            {"id": "tense", "wording": "How tense are you?", "lowest": 0, "highest": 10, "reversed": true}],
 *  "scores": [{"id": "mood", "method": "MEAN", "items": ["calm", "tense"], "direction": "HIGHER_IS_BETTER"}]}
 * }</pre>
 *
 * @param id a short name: lower case letters, digits and underscores
 * @param title its title
 * @param version the version of this document
 * @param status whether the rule of scoring was read at its source
 * @param sources where it comes from
 * @param gate what somebody must do before they use it
 * @param acknowledgement what its owner wants of users, in words; null only where it is free
 * @param items its questions, in the order in which they are asked
 * @param scores its scores, in the order in which they are reported
 * @param safeguarding answers that somebody must act on
 * @param interval how far apart one person should be asked, or null where nothing is known
 */
public record Instrument(
        String id,
        String title,
        String version,
        Verification status,
        List<Source> sources,
        LicenceGate gate,
        @Nullable String acknowledgement,
        List<Item> items,
        List<ScoringRule> scores,
        List<SafeguardingRule> safeguarding,
        @Nullable WaveInterval interval) {

    /**
     * Checks that the parts fit together.
     *
     * @param id a short name
     * @param title its title
     * @param version the version of this document
     * @param status whether the rule of scoring was read at its source
     * @param sources where it comes from, one or more
     * @param gate what somebody must do before they use it
     * @param acknowledgement what its owner wants of users, or null
     * @param items its questions, each in a score
     * @param scores its scores
     * @param safeguarding answers that somebody must act on, or none
     * @param interval how far apart one person should be asked, or null
     * @throws london.loti.model.finding.FindingsException with every broken rule, see {@link InstrumentProblem}
     */
    public Instrument {
        Require.id("an instrument", id);
        Require.text(title, "an instrument needs a 'title'");
        Require.text(version, "an instrument needs a 'version'");
        Objects.requireNonNull(status, "an instrument needs a 'status'");
        Objects.requireNonNull(gate, "an instrument needs a 'gate'");
        Require.optionalText(acknowledgement, "an instrument's 'acknowledgement' must not be blank");
        sources = List.copyOf(Objects.requireNonNull(sources, "an instrument needs 'sources'"));
        items = List.copyOf(Objects.requireNonNull(items, "an instrument needs 'items'"));
        scores = List.copyOf(Objects.requireNonNull(scores, "an instrument needs 'scores'"));
        safeguarding = safeguarding == null ? List.of() : List.copyOf(safeguarding);
        InstrumentRules.of(id, items)
                .sources(sources)
                .licence(gate, acknowledgement)
                .scores(scores)
                .flags(safeguarding)
                .orElseThrow();
    }

    /**
     * Reads an instrument of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the instrument, or every problem that was found
     */
    public static Checked<Instrument> read(Path file) {
        return LotiJson.read(file, Instrument.class);
    }

    /**
     * {@return the item with this id}
     *
     * @param itemId an item's id
     * @throws IllegalArgumentException if there is none
     */
    public Item item(String itemId) {
        return items.get(position(itemId));
    }

    /**
     * {@return the rule of the score with this id}
     *
     * @param scoreId a score's id
     * @throws IllegalArgumentException if there is none
     */
    public ScoringRule scoringRule(String scoreId) {
        return scores.stream()
                .filter(rule -> rule.id().equals(scoreId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a score must be one of "
                        + scores.stream().map(ScoringRule::id).toList() + ", but was '" + scoreId + "'"));
    }

    /**
     * {@return an item's wording, or where loti may not have it a neutral name: {@code item 3}}
     *
     * @param itemId an item's id
     * @throws IllegalArgumentException if there is none
     */
    public String label(String itemId) {
        int position = position(itemId);
        String wording = items.get(position).wording();
        return wording == null ? "item " + (position + 1) : wording;
    }

    /**
     * {@return the scores of one person}
     *
     * @param answers the code of the answer by the item's id; absent or {@code NaN} where there is no answer
     * @throws london.loti.model.finding.FindingsException with every answer that is none of the item's and every item
     *     that the instrument does not have; nothing is moved into its range
     */
    public Scores score(Map<String, Double> answers) {
        return Scorer.score(this, answers);
    }

    /**
     * {@return the scores of one person}
     *
     * @param answers the code of the answer for each item, in the order of the items; {@code NaN} where there is none
     * @throws IllegalArgumentException if there are more or fewer than items
     * @throws london.loti.model.finding.FindingsException with every answer that is none of the item's; nothing is
     *     moved into its range
     */
    public Scores score(double... answers) {
        return Scorer.score(this, answers);
    }

    /** The item's place, from 0. */
    int position(String itemId) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(itemId)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "an item must be one of " + items.stream().map(Item::id).toList() + ", but was '" + itemId + "'");
    }
}
