package london.loti.evaluation.report;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.OutcomeMeasure;

/**
 * Shares that give counts away: three of fifty is no less three people when it is written 6%. Where one share of an effect
 * does, all are hidden, since the others and the difference would give it back.
 */
final class SmallShares {
    private static final List<String> LEVELS = List.of(
            "mean",
            "share",
            "proportion",
            "before",
            "after",
            "prevalence",
            "rate",
            "incidence",
            "survival",
            "intercept",
            "constant");

    private SmallShares() {}

    /** Whether a share of an effect on a yes or no stands for people too few to be shown, those with it or without. */
    static boolean areIn(Effect effect, @Nullable OutcomeMeasure measure, DisclosureRule rule) {
        if (measure == null || !isYesOrNo(measure)) {
            return false;
        }
        // The smallest group is the worst case: of which group a share is, its name does not say.
        long people =
                effect.groups().values().stream().mapToLong(size -> size).min().orElse(effect.n());
        return effect.estimates().stream()
                .filter(SmallShares::isShare)
                .mapToDouble(Estimate::value)
                .filter(share -> share >= 0 && share <= 1)
                .anyMatch(share -> isSmall(share * people, rule) || isSmall((1 - share) * people, rule));
    }

    static boolean isShare(Estimate estimate) {
        String term = estimate.term().toLowerCase(Locale.ROOT);
        return !term.contains("difference")
                && !term.contains("ratio")
                && LEVELS.stream().anyMatch(term::contains);
    }

    private static boolean isYesOrNo(OutcomeMeasure measure) {
        Double lowest = measure.lowest();
        Double highest = measure.highest();
        return lowest != null && highest != null && lowest == 0 && highest == 1;
    }

    private static boolean isSmall(double people, DisclosureRule rule) {
        return Shown.count(rule, Math.round(people)) == null;
    }
}
