package london.loti.evaluation.claims;

import java.util.List;
import java.util.Optional;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;

/** How far a claim may go. Only {@link ClaimsGuard} makes one, so a verb is never stronger than the study. */
public final class Claim {
    private final ClaimsPolicy policy;
    private final StudyDesign design;
    private final StudyQuality quality;
    private final int level;
    private final Verb verb;
    private final List<String> reasons;
    private final List<String> faults;
    private final List<Upgrade> upgrades;

    Claim(
            ClaimsPolicy policy,
            StudyDesign design,
            StudyQuality quality,
            int level,
            Verb verb,
            List<String> reasons,
            List<String> faults,
            List<Upgrade> upgrades) {
        this.policy = policy;
        this.design = design;
        this.quality = quality;
        this.level = level;
        this.verb = verb;
        this.reasons = List.copyOf(reasons);
        this.faults = List.copyOf(faults);
        this.upgrades = List.copyOf(upgrades);
    }

    /** {@return the policy by which it was judged} */
    public ClaimsPolicy policy() {
        return policy;
    }

    /** {@return how the study was made} */
    public StudyDesign design() {
        return design;
    }

    /** {@return the design in plain words} */
    public String designLabel() {
        return policy.rule(design).label();
    }

    /** {@return how well it went} */
    public StudyQuality quality() {
        return quality;
    }

    /** {@return the level on the Maryland scale, 1 to 5, faults allowed for} */
    public int level() {
        return level;
    }

    /** {@return the strongest verb that may be used} */
    public Verb verb() {
        return verb;
    }

    /** {@return how the Government Evaluation Registry files the design} */
    public String registryCode() {
        return policy.rule(design).registryCode();
    }

    /** {@return why, one sentence each, the design first; no counts} */
    public List<String> reasons() {
        return reasons;
    }

    /** {@return the ids of the policy's rules that the study breaks, in their order} */
    public List<String> faults() {
        return faults;
    }

    /** {@return what would take the claim further, the cheapest first} */
    public List<Upgrade> upgrades() {
        return upgrades;
    }

    /** {@return the cheapest upgrade; empty where nothing is known that would take the claim further} */
    public Optional<Upgrade> cheapestUpgrade() {
        return upgrades.stream().findFirst();
    }

    /**
     * {@return the headline in a sentence; who may be told of, by loti's default disclosure rule}
     *
     * @param effect what was found; its first estimate is told
     * @param measure what it was found on
     * @param programme what was done
     */
    public String sentence(Effect effect, OutcomeMeasure measure, Programme programme) {
        return sentence(effect, measure, programme, DisclosureRule.withDefaults());
    }

    /**
     * {@return the headline in a sentence: the estimate, its interval, and a verb no stronger than the claim's} Where the
     * interval holds "no change", or there is none, or few people were measured, the sentence says so and has no verb.
     * No change is 1 where the term names a ratio, else 0.
     *
     * @param effect what was found; its first estimate is told
     * @param measure what it was found on
     * @param programme what was done
     * @param rule which counts may be shown
     */
    public String sentence(Effect effect, OutcomeMeasure measure, Programme programme, DisclosureRule rule) {
        return new HeadlineSentence(this, effect, measure, programme.name(), rule).text();
    }
}
