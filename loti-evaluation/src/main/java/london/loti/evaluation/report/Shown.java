package london.loti.evaluation.report;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.CountedUnit;
import london.loti.evaluation.claims.HeadlineScale;
import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.OutcomeMeasure;

/**
 * As much of an effect as may be shown. Where it is hidden, too few people are behind it or behind one of its groups, and
 * nothing of it is shown but its name.
 *
 * @param role what it is for
 * @param label its name in tables
 * @param measure what it is on, or null for balance
 * @param effect the effect; read numbers of it only where it is not hidden
 * @param n how many people as shown, or null
 * @param hidden whether it is hidden
 * @param sharesHidden whether the shares among its estimates stand for so few people that none of them is shown
 */
record Shown(
        Role role,
        String label,
        @Nullable OutcomeMeasure measure,
        Effect effect,
        @Nullable Long n,
        boolean hidden,
        boolean sharesHidden) {
    static final String NOT_SHOWN = "not shown";

    static Shown of(
            Role role,
            String label,
            @Nullable OutcomeMeasure measure,
            Effect effect,
            DisclosureRule rule,
            boolean hideN) {
        boolean hidden = !CountedUnit.mayBeShown(effect, rule)
                || Leavers.areFew(effect, rule)
                || SmallShares.areInMeans(effect, measure, rule);
        // What are no people are told as they are.
        Long n = CountedUnit.people(effect).isEmpty() ? (Long) effect.n() : count(rule, effect.n());
        return new Shown(
                role,
                label,
                measure,
                effect,
                hidden || hideN ? null : n,
                hidden,
                SmallShares.areIn(effect, measure, rule));
    }

    boolean hidesAnything() {
        return hidden || sharesHidden;
    }

    Shown hide() {
        return new Shown(role, label, measure, effect, null, true, true);
    }

    static @Nullable Long count(DisclosureRule rule, long people) {
        return rule.apply(Map.of("people", people)).total();
    }

    static String count(@Nullable Long people) {
        return people == null ? NOT_SHOWN : PlainNumber.text((double) people);
    }

    /** An estimate of the effect, or null where it is not shown. */
    @Nullable
    Estimate shown(Estimate estimate) {
        return hidden || (sharesHidden && SmallShares.isShare(effect, estimate, measure)) ? null : estimate;
    }

    @Nullable
    Estimate headline() {
        return shown(effect.headline());
    }

    /** The choices of the method; that a cell was nought is no more shown than the cell. */
    Map<String, String> convention() {
        Map<String, String> convention = effect.convention();
        if (hidden) {
            convention.remove("zero cells");
        }
        return convention;
    }

    /** What n counts. */
    CountedUnit unitOfN() {
        return CountedUnit.of(effect);
    }

    /** Against what the p value is, where that is not "no change" and a p value is shown; else empty. */
    String underTest() {
        Estimate shown = headline();
        String against = effect.convention().get("under test");
        if (shown == null || against == null || Double.isNaN(shown.pValue())) {
            return "";
        }
        double value = Double.parseDouble(against);
        return value == (isRatio() ? 1 : 0)
                ? ""
                : " The p value of “" + label + "” is against " + PlainNumber.text(value) + ", not against no change.";
    }

    Plots.Row plotRow() {
        return new Plots.Row(label, headline());
    }

    /** The unit of the estimates where they are no ratios. */
    String unit() {
        return HeadlineScale.unit(effect.headline(), measure);
    }

    boolean isRatio() {
        return HeadlineScale.isRatio(effect.headline());
    }
}
