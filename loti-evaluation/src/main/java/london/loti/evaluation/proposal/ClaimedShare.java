package london.loti.evaluation.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;

/**
 * A share that a document claims, held against people who were counted: "60 % of people like this have no device".
 *
 * <pre>{@code
 * Proposals proposals = ClaimedShare.of(0.6, withoutDevice, people)
 *     .withSmallestDifference(0.05)
 *     .proposals(
 *         Subject.of(Target.BANK, "london", "1").at("personas", "3", "claims", "0", "text"),
 *         ClaimedShare.sentence("{percent} % of people like this have no device."),
 *         madeOn,
 *         "Survey of spring 2026");
 * }</pre>
 *
 * <p>Another share is proposed only where the claim lies outside Wilson's interval <em>and</em> differs from the share
 * counted by more than the smallest difference that matters. That no change is proposed does not show that the claim is
 * right; only {@link Verdict#HOLDS} does. <b>Rounding:</b> the share proposed has no more digits than the data carry: its
 * unit is the largest power of ten, in per cent, that is no wider than half the interval. <b>Counts:</b> as the disclosure
 * rule shows them. Immutable and thread-safe.
 */
public final class ClaimedShare {
    private static final double USUAL_DIFFERENCE = 0.05;
    private static final int PERCENT_DIGITS = 2;
    private static final int CLAIM_DIGITS = 10;
    private static final double ROUNDING = 1e-12;
    private static final String PLACE = "{percent}";

    private final double claimed;
    private final int yes;
    private final int people;
    private final double smallest;
    private final double level;
    private final DisclosureRule rule;
    private final List<GroupCounts> groups;

    /** What the counts say of the claim. */
    public enum Verdict {
        /** Too few people are behind a count for it to be shown. */
        NOT_SHOWN,
        /** The whole interval is within the smallest difference of the claim: it holds, as far as it matters. */
        HOLDS,
        /** The claim is in the interval, which is too wide to say that it holds. */
        NOT_CONTRADICTED,
        /** The claim is outside the interval, but the share counted differs by no more than matters. */
        DIFFERS_LITTLE,
        /** The claim is outside the interval, and the share counted differs by more than the smallest difference. */
        DIFFERS
    }

    private ClaimedShare(
            double claimed,
            int yes,
            int people,
            double smallest,
            double level,
            DisclosureRule rule,
            List<GroupCounts> groups) {
        this.claimed = claimed;
        this.yes = yes;
        this.people = people;
        this.smallest = smallest;
        this.level = level;
        this.rule = rule;
        this.groups = groups;
    }

    /**
     * {@return a claim and what was counted; a difference of 0.05 matters}
     *
     * @param claimed the share claimed, from 0 to 1
     * @param yes of how many people it is so
     * @param people of how many people it is known, 1 or more
     * @throws IllegalArgumentException if the claim is no share or the counts are none
     */
    public static ClaimedShare of(double claimed, int yes, int people) {
        if (!(claimed >= 0 && claimed <= 1)) {
            throw new IllegalArgumentException(
                    "a claimed share must be from 0 to 1, but was " + claimed + "\nMaybe divide per cent by 100.");
        }
        if (yes < 0 || people < 1 || yes > people) {
            throw new IllegalArgumentException(
                    "a share must be of at least 1 person and no more than all, but is not\nMaybe"
                            + " the counts are in the wrong order.");
        }
        return new ClaimedShare(
                claimed, yes, people, USUAL_DIFFERENCE, Interval.USUAL_LEVEL, DisclosureRule.withDefaults(), List.of());
    }

    /**
     * {@return the same with another smallest difference that matters}
     *
     * @param difference from 0 to 1: 0.05 for five points of per cent
     * @throws IllegalArgumentException if it is not
     */
    public ClaimedShare withSmallestDifference(double difference) {
        if (!(difference >= 0 && difference <= 1)) {
            throw new IllegalArgumentException("the smallest difference that matters must be from 0 to 1, but was "
                    + difference + "\nMaybe divide per cent by 100.");
        }
        return new ClaimedShare(claimed, yes, people, difference, level, rule, groups);
    }

    /**
     * {@return the same with an interval of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public ClaimedShare withLevel(double newLevel) {
        return new ClaimedShare(claimed, yes, people, smallest, Interval.requireLevel(newLevel), rule, groups);
    }

    /**
     * {@return the same under another disclosure rule than loti's default}
     *
     * @param newRule the rule
     */
    public ClaimedShare withRule(DisclosureRule newRule) {
        return new ClaimedShare(claimed, yes, people, smallest, level, newRule, groups);
    }

    /**
     * {@return the same with counts by group, so that a proposal tells whether the share differs between groups}
     *
     * @param newGroups of how many people of each group it is so
     */
    public ClaimedShare withGroups(List<GroupCounts> newGroups) {
        return new ClaimedShare(claimed, yes, people, smallest, level, rule, List.copyOf(newGroups));
    }

    /** {@return what the counts say of the claim} */
    public Verdict verdict() {
        Effect effect = effect();
        return effect == null ? Verdict.NOT_SHOWN : verdict(effect.headline());
    }

    private Verdict verdict(Estimate share) {
        Interval interval = intervalOf(share);
        if (interval.lower() >= claimed - smallest - ROUNDING && interval.upper() <= claimed + smallest + ROUNDING) {
            return Verdict.HOLDS;
        }
        if (holds(interval, claimed)) {
            return Verdict.NOT_CONTRADICTED;
        }
        return Math.abs(share.value() - claimed) > smallest ? Verdict.DIFFERS : Verdict.DIFFERS_LITTLE;
    }

    /** {@return the share counted, with its interval; null where it may not be shown} */
    public @Nullable Effect effect() {
        ShownCounts shown = ShownCounts.of(rule, yes, people);
        if (shown == null) {
            return null;
        }
        Effect share =
                OneProportion.of(shown.yes(), shown.people()).withLevel(level).share();
        Effect.Builder effect = Effect.builder(share.method(), share.n())
                .convention("counts", "disclosure rule " + rule.id() + " " + rule.version())
                .estimates(share.estimates())
                .diagnostic("claimed share", claimed)
                .diagnostic("smallest difference", smallest)
                .dataHash(share.dataHash());
        share.convention().forEach(effect::convention);
        share.assumptions().forEach(effect::assumes);
        return effect.build();
    }

    /**
     * {@return a proposal to write another share, where the counts speak for it; else none}
     *
     * @param subject the place of the claim
     * @param written how the document writes a share that is given in per cent: {@link #inPercent()},
     *     {@link #asShare()} or {@link #sentence(String)}
     * @param madeOn the day
     * @param source where the counts are from
     */
    public Proposals proposals(Subject subject, Function<BigDecimal, Object> written, LocalDate madeOn, String source) {
        Effect effect = effect();
        if (effect == null) {
            return new Proposals(List.of(), 1);
        }
        if (verdict(effect.headline()) != Verdict.DIFFERS) {
            return Proposals.none();
        }
        BigDecimal proposed = rounded(effect.headline());
        Change change = new Change(written.apply(percent(claimed, CLAIM_DIGITS)), written.apply(proposed));
        Proposal proposal = new Proposal(
                subject,
                Proposal.Kind.CHANGE,
                change,
                reason(effect, proposed),
                effect,
                speaksAgainst(effect),
                madeOn,
                source);
        return new Proposals(List.of(proposal), 0);
    }

    /** {@return a share in per cent as a number: 60} */
    public static Function<BigDecimal, Object> inPercent() {
        return percent -> percent;
    }

    /** {@return a share as a number from 0 to 1: 0.6} */
    public static Function<BigDecimal, Object> asShare() {
        return percent -> percent.movePointLeft(PERCENT_DIGITS);
    }

    /**
     * {@return a share within a text}
     *
     * @param text the text, with <code>{percent}</code> where the number stands
     * @throws IllegalArgumentException if that is not in it
     */
    public static Function<BigDecimal, Object> sentence(String text) {
        if (!text.contains(PLACE)) {
            throw new IllegalArgumentException(
                    "a sentence must say with '" + PLACE + "' where the number stands, but does not");
        }
        return percent -> text.replace(PLACE, percent.toPlainString());
    }

    /** In per cent, to the largest power of ten that half the interval is not narrower than; never out of the interval. */
    private static BigDecimal rounded(Estimate share) {
        Interval interval = intervalOf(share);
        double half = 100 * (interval.upper() - interval.lower()) / 2;
        int digits = -(int) Math.floor(Math.log10(half));
        while (true) {
            BigDecimal percent = percent(share.value(), digits);
            if (holds(interval, percent.movePointLeft(PERCENT_DIGITS).doubleValue())) {
                return percent;
            }
            digits++;
        }
    }

    private static BigDecimal percent(double share, int digits) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(PERCENT_DIGITS);
        // Through its plain text, so that 60 is not written as 6E+1.
        return new BigDecimal(percent.setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
    }

    private String reason(Effect effect, BigDecimal proposed) {
        Interval interval = intervalOf(effect.headline());
        return "The claim is " + percent(claimed, CLAIM_DIGITS).toPlainString() + "%. Of " + effect.n()
                + " people counted it is so for "
                + PlainNumber.text(100 * effect.headline().value()) + "% ("
                + PlainNumber.level(interval) + " interval from " + PlainNumber.text(100 * interval.lower()) + "% to "
                + PlainNumber.text(100 * interval.upper()) + "%), which differs by more than "
                + PlainNumber.text(100 * smallest) + " points. As exactly as the counts allow that is "
                + proposed.toPlainString() + "%.";
    }

    private List<String> speaksAgainst(Effect effect) {
        List<String> doubts = new ArrayList<>(Doubts.numbers(rule, effect.n()));
        doubts.add(
                "The people counted may not be like those that the claim is about: who is asked, and who answers, is not"
                        + " chance.");
        doubts.add(Doubts.groups(groups, rule));
        return doubts;
    }

    /** Of nobody or everybody, the end at 0 or 1 can be off by an error of rounding. */
    private static boolean holds(Interval interval, double share) {
        return interval.lower() - ROUNDING <= share && share <= interval.upper() + ROUNDING;
    }

    private static Interval intervalOf(Estimate share) {
        return Objects.requireNonNull(share.interval(), "Wilson's interval is there for every share");
    }
}
