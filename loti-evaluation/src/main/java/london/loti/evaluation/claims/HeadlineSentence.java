package london.loti.evaluation.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

/** Puts a result in words. */
final class HeadlineSentence {
    private final Claim claim;
    private final Effect effect;
    private final Estimate estimate;
    private final OutcomeMeasure measure;
    private final String programme;
    private final DisclosureRule rule;
    private final boolean ratio;

    HeadlineSentence(Claim claim, Effect effect, OutcomeMeasure measure, String programme, DisclosureRule rule) {
        this.claim = claim;
        this.effect = effect;
        this.estimate = effect.headline();
        this.measure = measure;
        this.programme = programme;
        this.rule = rule;
        this.ratio = HeadlineScale.isRatio(estimate);
    }

    String text() {
        String label = "“" + measure.label() + "”";
        if (!CountedUnit.mayBeShown(effect, rule)) {
            return "Too few people were measured on " + label + " to show a result.";
        }
        if (Double.isNaN(estimate.value())) {
            return "The data give no estimate for " + label + ".";
        }
        Interval interval = estimate.interval();
        if (interval == null) {
            return "For " + label + " the estimate is " + amount(null)
                    + ". It has no interval, so nobody can tell how far it is chance.";
        }
        String amount = amount(interval);
        if (isSmall()) {
            return "Among the few " + CountedUnit.of(effect).fewWords() + ", the estimate for " + label + " is "
                    + amount + ". They are too few to say more: read it as a description.";
        }
        if (isNarrow(interval)) {
            return "For " + label + " the estimate is " + amount
                    + ". An interval so narrow by choice is too weak to claim anything from: 95% on both sides is wanted.";
        }
        if (interval.contains(noChange())) {
            return "The study can't tell whether " + inside(programme) + " made a difference to " + label
                    + ": the estimate is " + amount + ", and the interval also holds “no change”.";
        }
        String change = (ratio ? factor(interval) : difference() + amount) + " in " + what(label) + ". ";
        return switch (claim.verb()) {
            case IS_ASSOCIATED_WITH ->
                programme + " is associated with a " + change + sense()
                        + "Whether the programme is the reason, this study can't tell.";
            case IS_CONSISTENT_WITH ->
                "The result is consistent with " + inside(programme) + " having led to a " + change + sense()
                        + "Other reasons are not all ruled out.";
            case CAUSED -> (programme + " caused a " + change + sense()).strip();
        };
    }

    /** An interval that is open on one side leaves out as much on the other as a closed one on both. */
    private static double twoSidedLevel(Interval interval) {
        boolean open = Double.isInfinite(interval.lower()) || Double.isInfinite(interval.upper());
        return open ? 2 * interval.level() - 1 : interval.level();
    }

    private static boolean isNarrow(Interval interval) {
        return twoSidedLevel(interval) < Interval.USUAL_LEVEL - 1e-9;
    }

    private boolean isSmall() {
        long n = Math.min(
                CountedUnit.people(effect).stream().findFirst().orElse(Long.MAX_VALUE),
                claim.quality().n());
        return n < claim.policy().fewPeople();
    }

    /** A name within a sentence: its article has no capital there. */
    private static String inside(String name) {
        return name.startsWith("The ") ? "the" + name.substring(3) : name;
    }

    private double noChange() {
        return ratio ? 1 : 0;
    }

    private String amount(@Nullable Interval interval) {
        double size = isDirected() && !ratio ? Math.abs(estimate.value()) : estimate.value();
        List<String> notes = new ArrayList<>();
        if (!ratio) {
            notes.add(HeadlineScale.unit(estimate, measure));
        }
        if (interval != null) {
            notes.add(confidence(interval));
        }
        return (ratio ? "a factor of " : "")
                + PlainNumber.text(size)
                + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")");
    }

    /** Where a sentence says rise or fall, the number has no sign. */
    private boolean isDirected() {
        Interval interval = estimate.interval();
        return interval != null && !isSmall() && !isNarrow(interval) && !interval.contains(noChange());
    }

    private String difference() {
        return (estimate.value() >= 0 ? "rise" : "fall") + " of ";
    }

    /** A ratio as people read it: by how many per cent, or where it is large, how many times. */
    private String factor(Interval interval) {
        double value = estimate.value();
        String change = value >= 2
                ? "rise to " + PlainNumber.text(value) + " times as much"
                : (value >= 1 ? "rise by " : "fall by ") + PlainNumber.text(100 * Math.abs(value - 1)) + "%";
        return change + " (a ratio of " + PlainNumber.text(value) + "; " + confidence(interval) + ")";
    }

    /** A change of odds or of a hazard is none of the outcome by as much. */
    private String what(String label) {
        String term = estimate.term().toLowerCase(Locale.ROOT);
        return (term.contains("odds") ? "the odds of " : term.contains("hazard") ? "the hazard of " : "") + label;
    }

    private static String confidence(Interval interval) {
        return PlainNumber.level(interval) + " confidence interval " + PlainNumber.ends(interval);
    }

    private String sense() {
        if (measure.direction() == Direction.NEITHER) {
            return "";
        }
        boolean higher = estimate.value() > noChange();
        boolean better = higher == (measure.direction() == Direction.HIGHER_IS_BETTER);
        return better ? "That is for the better. " : "That is for the worse. ";
    }
}
