package london.loti.evaluation.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

import london.loti.model.outcome.Direction;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;

/**
 * Confidence of staff before and after training, in questions of one's own, with a <em>retrospective pre-test</em>.
 *
 * <p>People who learn what a task takes rate their old selves lower than they did at the time: their yardstick has moved
 * (response shift), and the plain change looks too small. So after the training they are asked twice: how confident they
 * are now, and how confident they were <em>then</em>. The shift is then − before. Source: Howard 1980,
 * <a href="https://doi.org/10.1177/0193841X8000400105">doi:10.1177/0193841X8000400105</a>.
 */
public final class StaffConfidence {
    private static final String NOW = "now";
    private static final String THEN = "then";

    private StaffConfidence() {}

    /**
     * {@return an instrument with two items for each skill, {@code x} (now) and {@code x_then}, and the scores
     * {@code now} and {@code then}, the means over skills}
     *
     * @param id the instrument's id
     * @param title its title
     * @param skills what staff should be able to do, by the item's id: {@code help somebody to set up a device}
     * @param lowest the lowest answer
     * @param highest the highest answer
     * @throws london.loti.model.finding.FindingsException if there is no skill
     */
    public static Instrument instrument(
            String id, String title, SortedMap<String, String> skills, int lowest, int highest) {
        List<Item> now = new ArrayList<>();
        List<Item> then = new ArrayList<>();
        skills.forEach((item, skill) -> {
            now.add(Item.of(item, "How confident are you now to " + skill + "?", lowest, highest));
            then.add(Item.of(
                    item + "_" + THEN,
                    "Looking back, how confident were you before the training to " + skill + "?",
                    lowest,
                    highest));
        });
        List<Item> items = new ArrayList<>(now);
        items.addAll(then);
        List<ScoringRule> scores = skills.isEmpty() ? List.of() : List.of(mean(NOW, now), mean(THEN, then));
        Source source = new Source("own", title, "the user of this library", "own", null, Licence.NOT_OPEN, null);
        return new Instrument(
                id,
                title,
                "1",
                Verification.VERIFIED,
                List.of(source),
                LicenceGate.FREE,
                null,
                items,
                scores,
                List.of(),
                null);
    }

    /**
     * {@return the confidence of those who answered before and after, and the ratings of then}
     *
     * @param scored responses to such an instrument
     * @param before the wave before the training
     * @param after the wave after it, in which then was asked for too
     * @throws IllegalArgumentException if there is no such wave, or the instrument lacks a score {@code now} or
     *     {@code then}
     */
    public static ResponseShift responseShift(ScoredResponses scored, String before, String after) {
        double[][] three = scored.complete(List.of(
                new ScoredResponses.At(NOW, before),
                new ScoredResponses.At(THEN, after),
                new ScoredResponses.At(NOW, after)));
        return new ResponseShift(three[0], three[1], three[2]);
    }

    private static ScoringRule mean(String id, List<Item> items) {
        return new ScoringRule(
                id,
                ScoringMethod.MEAN,
                items.stream().map(Item::id).toList(),
                null,
                null,
                Collections.emptySortedMap(),
                null,
                Direction.HIGHER_IS_BETTER,
                null,
                null);
    }
}
