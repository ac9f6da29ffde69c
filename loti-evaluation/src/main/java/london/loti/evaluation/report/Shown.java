package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.HeadlineScale;
import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
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
        Long n = count(rule, effect.n());
        boolean hidden = n == null || effect.groups().values().stream().anyMatch(people -> count(rule, people) == null);
        return new Shown(
                role,
                label,
                measure,
                effect,
                hidden || hideN ? null : n,
                hidden,
                SmallShares.areIn(effect, measure, rule));
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

    /** One cell each for the estimate, its interval and its p value. */
    static List<String> cells(@Nullable Estimate estimate) {
        if (estimate == null) {
            return List.of(NOT_SHOWN, NOT_SHOWN, NOT_SHOWN);
        }
        Interval interval = estimate.interval();
        return List.of(
                PlainNumber.text(estimate.value()),
                interval == null ? "none" : PlainNumber.ends(interval),
                PlainNumber.pValue(estimate.pValue()));
    }

    /** An estimate of the effect, or null where it is not shown. */
    @Nullable
    Estimate shown(Estimate estimate) {
        return hidden || (sharesHidden && SmallShares.isShare(estimate)) ? null : estimate;
    }

    @Nullable
    Estimate headline() {
        return shown(effect.headline());
    }

    List<String> row() {
        List<String> row = new ArrayList<>(List.of(label, count(n)));
        row.addAll(cells(headline()));
        return row;
    }

    Plots.Row plotRow() {
        return new Plots.Row(label, headline());
    }

    /** The unit of the estimates where they are no ratios. */
    String unit() {
        return measure == null ? "standard deviations" : measure.unit();
    }

    boolean isRatio() {
        return HeadlineScale.isRatio(effect.headline());
    }
}
