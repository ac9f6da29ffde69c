package london.loti.evaluation.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import london.loti.evaluation.claims.ClaimsPolicy.DesignRule;
import london.loti.evaluation.claims.ClaimsPolicy.QualityRule;
import london.loti.evaluation.claims.ClaimsPolicy.Step;

/**
 * Decides how far a claim may go. It looks at the design and at facts of the study, and never at the result, so a big
 * effect of a weak study gets a weak verb. Immutable.
 */
public final class ClaimsGuard {
    private final ClaimsPolicy policy;

    private ClaimsGuard(ClaimsPolicy policy) {
        this.policy = policy;
    }

    /** {@return a guard by the policy that comes with loti} */
    public static ClaimsGuard withDefaults() {
        return of(ClaimsPolicy.bundled());
    }

    /**
     * {@return a guard by a policy of one's own}
     *
     * @param policy the policy
     */
    public static ClaimsGuard of(ClaimsPolicy policy) {
        return new ClaimsGuard(policy);
    }

    /** {@return the policy} */
    public ClaimsPolicy policy() {
        return policy;
    }

    /**
     * {@return how far a claim may go, why, and what would take it further}
     *
     * @param design how the study was made
     * @param quality how well it went
     */
    public Claim judge(StudyDesign design, StudyQuality quality) {
        Objects.requireNonNull(quality, "a claim needs the quality of its study");
        DesignRule rule = policy.rule(design);
        List<QualityRule> faults = policy.rules().stream()
                .filter(fault -> fault.bites(design, quality.fact(fault.fact())))
                .toList();
        Standing now = standing(rule.level(), faults);
        List<String> reasons = new ArrayList<>();
        reasons.add("The design: " + rule.label() + ". That is level " + rule.level() + " of 5 on the Maryland scale"
                + (rule.verified() ? "." : " by loti's own judgement."));
        if (rule.weakness() != null) {
            reasons.add(rule.weakness());
        }
        for (QualityRule fault : faults) {
            String lowered = switch (fault.lowers()) {
                case 0 -> "";
                case 1 -> " That takes one level off.";
                default -> " That takes " + fault.lowers() + " levels off.";
            };
            reasons.add(fault.words(quality.fact(fault.fact())) + lowered);
        }
        return new Claim(
                policy,
                design,
                quality,
                now.level(),
                now.verb(),
                reasons,
                faults.stream().map(QualityRule::id).toList(),
                upgrades(rule, faults, quality, now));
    }

    private List<Upgrade> upgrades(DesignRule rule, List<QualityRule> faults, StudyQuality quality, Standing now) {
        List<Upgrade> upgrades = new ArrayList<>();
        for (QualityRule fault : faults) {
            Standing then = standing(
                    rule.level(), faults.stream().filter(f -> !f.equals(fault)).toList());
            add(upgrades, fault.remedy(), fault.cost(), now, then);
        }
        for (Step step : rule.steps()) {
            // Faults that the step would leave as they are still count; what is unknown now would be looked at then.
            List<QualityRule> left = policy.rules().stream()
                    .filter(fault -> quality.fact(fault.fact()) != null && fault.fact() != Fact.COMPARABILITY_LOOKED_AT)
                    .filter(fault -> fault.bites(step.to(), quality.fact(fault.fact())))
                    .toList();
            add(
                    upgrades,
                    step.what(),
                    step.cost(),
                    now,
                    standing(policy.rule(step.to()).level(), left));
        }
        upgrades.sort(Comparator.comparingInt(Upgrade::cost)
                .thenComparing(Upgrade::to, Comparator.reverseOrder())
                .thenComparing(Upgrade::what));
        return upgrades;
    }

    private static void add(List<Upgrade> upgrades, String what, int cost, Standing now, Standing then) {
        if (then.level() > now.level()
                || (then.level() == now.level() && then.verb().compareTo(now.verb()) > 0)) {
            upgrades.add(new Upgrade(what, cost, now.level(), then.level(), then.verb()));
        }
    }

    private Standing standing(int level, List<QualityRule> faults) {
        int lowered = Math.max(
                1, level - faults.stream().mapToInt(QualityRule::lowers).sum());
        Verb verb = policy.verb(lowered);
        for (QualityRule fault : faults) {
            if (fault.verbAtMost() != null) {
                verb = verb.atMost(fault.verbAtMost());
            }
        }
        return new Standing(lowered, verb);
    }

    private record Standing(int level, Verb verb) {}
}
