package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.persona.attribute.Level;
import london.loti.persona.attribute.Sample;

/**
 * Whether the groups of an attribute fare alike under a selection: who is offered something, who is within reach of a
 * persona, of whom nothing is suggested.
 *
 * <pre>{@code
 * FairnessReport report = FairnessAudit.by(sample, "ethnic_group").audit(row -> offered[row], row -> needed[row]);
 * }</pre>
 *
 * <p>The attribute is typically one that is {@link london.loti.persona.attribute.AttributeUse#AUDIT_ONLY}. Differences
 * are the highest rate less the lowest, ratios the lowest over the highest, over all groups (as in Fairlearn).
 * <b>Small groups:</b> a rate that rests on fewer people than {@link #withSmallest} takes no part in them, and is
 * named; where fewer than two groups are left, nothing is concluded. <b>Missing:</b> people whose group is not
 * recorded are a line of their own, counted and shown, but not compared: they are not one group. <b>Limits:</b> an
 * audit shows differences, not their cause. Rates that are alike in one sense can't be in every other, where groups
 * need a thing unequally often. Immutable and thread-safe.
 */
public final class FairnessAudit {
    /** The smallest number of people that a compared rate rests on, where nobody declares another. */
    public static final int SMALLEST = 30;

    private final Sample sample;
    private final int column;
    private final int smallest;
    private final double confidence;

    private FairnessAudit(Sample sample, int column, int smallest, double confidence) {
        this.sample = sample;
        this.column = column;
        this.smallest = smallest;
        this.confidence = confidence;
    }

    /**
     * With groups of 30 people or more and a confidence of 0.95.
     *
     * @param sample the people
     * @param attribute the attribute whose levels are the groups
     * @return an audit
     * @throws IllegalArgumentException if the attribute is not in the sample or is an interval
     */
    public static FairnessAudit by(Sample sample, String attribute) {
        return new FairnessAudit(sample, Columns.categorical(sample, attribute), SMALLEST, Proportion.CONFIDENCE);
    }

    /**
     * {@return the same with another smallest number of people that a compared rate rests on}
     *
     * @param people at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public FairnessAudit withSmallest(int people) {
        if (people < 1) {
            throw new IllegalArgumentException("the smallest group must be of at least 1, but was " + people);
        }
        return new FairnessAudit(sample, column, people, confidence);
    }

    /**
     * {@return the same with another level of the intervals}
     *
     * @param newConfidence above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public FairnessAudit withConfidence(double newConfidence) {
        Proportion.requireConfidence(newConfidence);
        return new FairnessAudit(sample, column, smallest, newConfidence);
    }

    /**
     * {@return how often each group is selected}
     *
     * @param selected whether the person of a row, from 0, was selected
     */
    public FairnessReport audit(IntPredicate selected) {
        return report(selected, null);
    }

    /**
     * {@return how often each group is selected, and how often rightly}
     *
     * @param selected whether the person of a row, from 0, was selected
     * @param outcome whether the selection would have been right for them: yes where they did need what it offers;
     *     rows where it is not known count for the rate of selection only
     */
    public FairnessReport audit(IntPredicate selected, IntFunction<Answer> outcome) {
        return report(selected, outcome);
    }

    private FairnessReport report(IntPredicate selected, @Nullable IntFunction<Answer> outcome) {
        List<Level> levels = sample.attributes().get(column).levels();
        Tally[] tallies = new Tally[levels.size() + 1]; // the last one: not recorded
        for (int group = 0; group < tallies.length; group++) {
            tallies[group] = new Tally();
        }
        for (int row = 0; row < sample.size(); row++) {
            double level = sample.value(row, column);
            Tally tally = tallies[Double.isNaN(level) ? levels.size() : (int) level];
            tally.add(selected.test(row), outcome == null ? Answer.NOT_ASKED : outcome.apply(row));
        }
        List<FairnessReport.Group> groups = new ArrayList<>();
        for (int group = 0; group < tallies.length; group++) {
            String label = group < levels.size() ? levels.get(group).label() : FairnessReport.NOT_RECORDED;
            groups.add(tallies[group].group(label, outcome != null, confidence));
        }
        return new FairnessReport(
                sample.attributes().get(column).label(),
                groups.subList(0, levels.size()),
                groups.get(levels.size()),
                smallest);
    }

    /** The counts of one group. */
    private static final class Tally {
        private int people;
        private int selected;
        private int truePositives;
        private int falseNegatives;
        private int falsePositives;
        private int trueNegatives;

        void add(boolean chosen, Answer right) {
            people++;
            if (chosen) {
                selected++;
            }
            if (right == Answer.YES) {
                if (chosen) {
                    truePositives++;
                } else {
                    falseNegatives++;
                }
            } else if (right == Answer.NO) {
                if (chosen) {
                    falsePositives++;
                } else {
                    trueNegatives++;
                }
            }
        }

        FairnessReport.Group group(String label, boolean hasOutcome, double confidence) {
            int positives = truePositives + falseNegatives;
            int negatives = falsePositives + trueNegatives;
            int known = positives + negatives;
            FairnessReport.Outcomes outcomes = hasOutcome
                    ? new FairnessReport.Outcomes(
                            people - known,
                            Proportion.of(truePositives, positives, confidence),
                            Proportion.of(falsePositives, negatives, confidence),
                            Proportion.of(truePositives, truePositives + falsePositives, confidence),
                            Proportion.of(falseNegatives, positives, confidence),
                            Proportion.of(truePositives + trueNegatives, known, confidence))
                    : null;
            return new FairnessReport.Group(label, Proportion.of(selected, people, confidence), outcomes);
        }
    }
}
