package london.loti.evaluation.instrument;

import java.util.Arrays;

import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Interval;

/**
 * The share of people who gave one of the best answers, as customer satisfaction (CSAT) is usually told: of five
 * answers the two best, with Wilson's interval.
 */
public final class TopBoxShare {
    private final Item item;
    private final int boxes;
    private final double least;
    private final double level;

    private TopBoxShare(Item item, int boxes, double least, double level) {
        this.item = item;
        this.boxes = boxes;
        this.least = least;
        this.level = level;
    }

    /** {@return the share of 4 and 5 among answers from 1 to 5, with an interval of 95 per cent} */
    public static TopBoxShare withDefaults() {
        return of(Item.of("satisfied", null, 1, 5), 2);
    }

    /**
     * {@return the share of the best answers to an item}
     *
     * @param item the item; where it is reversed its lowest answers are the best
     * @param boxes how many of its best answers count, one or more, but not all; answers that are scored alike are one
     * @throws IllegalArgumentException if none or all would count, or answers between whole numbers are allowed
     */
    public static TopBoxShare of(Item item, int boxes) {
        if (Boolean.TRUE.equals(item.decimals())) {
            throw new IllegalArgumentException("an item of top boxes must have answers to count, but has decimals");
        }
        double[] points = item.options().stream()
                .mapToDouble(option -> item.coded(option.code()))
                .distinct()
                .sorted()
                .toArray();
        boolean range = points.length == 0;
        if (boxes < 1 || boxes >= (range ? item.high() - item.low() + 1 : points.length)) {
            throw new IllegalArgumentException("top boxes must be one or more and leave an answer, but were " + boxes);
        }
        double least = range ? item.high() - boxes + 1 : points[points.length - boxes];
        return new TopBoxShare(item, boxes, least, Interval.USUAL_LEVEL);
    }

    /**
     * {@return the share with an interval of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public TopBoxShare withLevel(double newLevel) {
        return new TopBoxShare(item, boxes, least, Interval.requireLevel(newLevel));
    }

    /**
     * {@return the share, from 0 to 1}
     *
     * @param answers the answers' codes; {@code NaN} is left out
     * @throws IllegalArgumentException if there is no answer
     * @throws london.loti.model.finding.FindingsException with every number that is none of the item's answers
     */
    public Effect estimate(double... answers) {
        double[] given = item.given(answers);
        if (given.length == 0) {
            throw new IllegalArgumentException("a top box share must be of one person or more, but is of none");
        }
        long top = Arrays.stream(given)
                .filter(answer -> item.coded(answer) >= least)
                .count();
        return Effect.builder("top-box-share", given.length)
                .convention("alternative", "two-sided")
                .convention("interval", "wilson")
                .convention("boxes", String.valueOf(boxes))
                .dataHash(DataHash.of(given))
                .estimate(OneProportion.of((int) top, given.length)
                        .withLevel(level)
                        .share()
                        .headline()
                        .as("top box share"))
                .assumes("People are independent of each other.")
                .assumes("Those who answered are like those who did not.")
                .build();
    }
}
