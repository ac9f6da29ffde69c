package london.loti.referral.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import london.loti.model.governance.RetentionRule;
import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Transitions;
import london.loti.referral.linkwork.PlanId;
import london.loti.referral.linkwork.PlanState;
import london.loti.referral.linkwork.SupportPlan;

/**
 * Plans which referrals and support plans are kept no longer. What it makes changes nothing; {@link Erasure} carries it
 * out. A support plan is over as a referral is: months after it was closed, or, where the resident never agreed to it, days
 * after its last change and the last day that it names. A plan that somebody works by is never due.
 */
public final class Retention {
    private Retention() {}

    /**
     * What a retention rule asks for on a day.
     *
     * @param rule the id of the rule
     * @param asOf the day
     * @param due the referrals whose personal data must go, and the reviews of their supervision with them
     * @param held those that would be due, but for a legal hold
     * @param plansDue the support plans whose words must go
     * @param plansHeld those that would be due, but for a legal hold on them or on a referral of the same resident
     */
    public record Plan(
            String rule,
            LocalDate asOf,
            List<ReferralId> due,
            List<ReferralId> held,
            List<PlanId> plansDue,
            List<PlanId> plansHeld) {
        /**
         * Copies the lists.
         *
         * @param rule the id of the rule
         * @param asOf the day
         * @param due the referrals whose personal data must go
         * @param held those that would be due, but for a legal hold
         * @param plansDue the support plans whose words must go
         * @param plansHeld those that would be due, but for a legal hold
         */
        public Plan {
            due = List.copyOf(due);
            held = List.copyOf(held);
            plansDue = List.copyOf(plansDue);
            plansHeld = List.copyOf(plansHeld);
        }
    }

    /**
     * {@return what a rule asks for on a day; nothing under a legal hold is ever due, and what is open never is}
     *
     * @param rule how long what is about residents is kept
     * @param referrals all referrals, in the order that the result keeps
     * @param plans all support plans, likewise
     * @param asOf the day
     */
    public static Plan plan(RetentionRule rule, List<Referral> referrals, List<SupportPlan> plans, LocalDate asOf) {
        List<ReferralId> due = new ArrayList<>();
        List<ReferralId> held = new ArrayList<>();
        Set<ResidentRef> onHold = new HashSet<>();
        for (Referral referral : referrals) {
            if (referral.isOnLegalHold()) {
                onHold.add(referral.resident());
            }
            if (!referral.isErasureDone() && isOver(rule, referral, asOf)) {
                (referral.isOnLegalHold() ? held : due).add(referral.id());
            }
        }
        List<PlanId> plansDue = new ArrayList<>();
        List<PlanId> plansHeld = new ArrayList<>();
        for (SupportPlan plan : plans) {
            if (!plan.isErasureDone() && isOver(rule, plan, asOf)) {
                boolean isHeld = plan.isOnLegalHold() || onHold.contains(plan.resident());
                (isHeld ? plansHeld : plansDue).add(plan.id());
            }
        }
        return new Plan(rule.id(), asOf, due, held, plansDue, plansHeld);
    }

    private static boolean isOver(RetentionRule rule, Referral referral, LocalDate asOf) {
        if (referral.state() == ReferralState.DRAFT) {
            return rule.isAbandoned(
                    day(referral.history().get(referral.history().size() - 1)), asOf);
        }
        return referral.state().isFinal() && rule.isOver(ended(referral), asOf);
    }

    private static boolean isOver(RetentionRule rule, SupportPlan plan, LocalDate asOf) {
        if (plan.state() == PlanState.CLOSED) {
            return rule.isOver(closed(plan), asOf);
        }
        LocalDate last = plan.history().stream()
                .filter(step -> !step.event().type().equals("PlanErased"))
                .map(step -> day(step.at()))
                .reduce((before, after) -> after)
                .orElseThrow();
        LocalDate named = Stream.concat(
                        plan.goals().stream().map(SupportPlan.Goal::reviewOn),
                        plan.actions().stream().map(SupportPlan.Action::due))
                .filter(day -> day != null && day.isAfter(last))
                .max(LocalDate::compareTo)
                .orElse(last);
        return !plan.isInUse() && rule.isAbandoned(named, asOf);
    }

    private static LocalDate closed(SupportPlan plan) {
        return plan.history().stream()
                .filter(step -> step.event().type().equals("PlanClosed"))
                .map(step -> day(step.at()))
                .findFirst()
                .orElseThrow();
    }

    /** The day on which the referral came to its end: the last event that led to another state. */
    private static LocalDate ended(Referral referral) {
        return referral.history().stream()
                .filter(happened -> Transitions.rows().stream()
                        .anyMatch(row -> row.type().equals(happened.event().type()) && row.to() != null))
                .map(Retention::day)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static LocalDate day(Happened happened) {
        return day(happened.at());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Referrals.LONDON);
    }
}
