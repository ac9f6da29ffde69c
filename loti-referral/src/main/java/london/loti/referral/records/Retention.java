package london.loti.referral.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import london.loti.model.governance.RetentionRule;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Transitions;

/** Plans which referrals are kept no longer. A plan changes nothing; {@link Erasure} carries it out. */
public final class Retention {
    private Retention() {}

    /**
     * What a retention rule asks for on a day.
     *
     * @param rule the id of the rule
     * @param asOf the day
     * @param due the referrals whose personal data must go
     * @param held those that would be due, but for a legal hold
     */
    public record Plan(String rule, LocalDate asOf, List<ReferralId> due, List<ReferralId> held) {
        /**
         * Copies the lists.
         *
         * @param rule the id of the rule
         * @param asOf the day
         * @param due the referrals whose personal data must go
         * @param held those that would be due, but for a legal hold
         */
        public Plan {
            due = List.copyOf(due);
            held = List.copyOf(held);
        }
    }

    /**
     * {@return what a rule asks for on a day; nothing under a legal hold is ever due, and what is open never is}
     *
     * @param rule how long what is about residents is kept
     * @param referrals the referrals, in the order that the plan keeps
     * @param asOf the day
     */
    public static Plan plan(RetentionRule rule, List<Referral> referrals, LocalDate asOf) {
        List<ReferralId> due = new ArrayList<>();
        List<ReferralId> held = new ArrayList<>();
        for (Referral referral : referrals) {
            if (!referral.isErasureDone() && isOver(rule, referral, asOf)) {
                (referral.isOnLegalHold() ? held : due).add(referral.id());
            }
        }
        return new Plan(rule.id(), asOf, due, held);
    }

    private static boolean isOver(RetentionRule rule, Referral referral, LocalDate asOf) {
        if (referral.state() == ReferralState.DRAFT) {
            return rule.isAbandoned(
                    day(referral.history().get(referral.history().size() - 1)), asOf);
        }
        return referral.state().isFinal() && rule.isOver(ended(referral), asOf);
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
        Instant at = happened.at();
        return LocalDate.ofInstant(at, Referrals.LONDON);
    }
}
