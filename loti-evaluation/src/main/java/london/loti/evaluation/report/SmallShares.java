package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.CountedUnit;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.OutcomeMeasure;

/**
 * Estimates that give counts away: three of fifty is no less three people when it is written 6%. Where one share of an
 * effect does, all are hidden, since the others and the difference would give it back.
 */
final class SmallShares {
    /** On a yes or no these are shares. */
    private static final List<String> LEVELS =
            List.of("mean", "before", "after", "rate", "incidence", "survival", "intercept", "constant");

    /** These are shares on any measure. */
    private static final List<String> SHARES = List.of("share", "proportion", "prevalence", "attrition", "per cent");

    private static final Pattern COUNT = Pattern.compile("\\b(count|number|events)\\b");

    private static final Set<String> METHODS = Set.of("proportion", "binomial-exact", "top-box-share");

    private final Effect effect;
    private final @Nullable OutcomeMeasure measure;
    private final DisclosureRule rule;

    private SmallShares(Effect effect, @Nullable OutcomeMeasure measure, DisclosureRule rule) {
        this.effect = effect;
        this.measure = measure;
        this.rule = rule;
    }

    /** Whether a share or count of an effect stands for people too few to be shown, those with it or without. */
    static boolean areIn(Effect effect, @Nullable OutcomeMeasure measure, DisclosureRule rule) {
        return new SmallShares(effect, measure, rule).areIn();
    }

    /** Whether the means of two groups, of a yes or no, stand for too few: then their difference and its error tell them too. */
    static boolean areInMeans(Effect effect, @Nullable OutcomeMeasure measure, DisclosureRule rule) {
        return new SmallShares(effect, measure, rule).areInMeans();
    }

    private boolean areInMeans() {
        if (measure == null || !isYesOrNo(measure)) {
            return false;
        }
        double whole = isPerCent(measure) ? 100 : 1;
        return effect.groups().entrySet().stream().anyMatch(group -> {
            Double mean = effect.diagnostics().get("mean " + group.getKey());
            return mean != null && isSmall(mean / whole, group.getValue());
        });
    }

    /** Whether an estimate is hidden where {@link #areIn} the effect. */
    static boolean isShare(Effect effect, Estimate estimate, @Nullable OutcomeMeasure measure) {
        String term = estimate.term().toLowerCase(Locale.ROOT);
        if (term.contains("difference") || term.contains("ratio")) {
            return false;
        }
        return isCount(estimate, measure)
                || SHARES.stream().anyMatch(term::contains)
                || METHODS.contains(effect.method())
                || (isYesOrNo(measure) && LEVELS.stream().anyMatch(term::contains));
    }

    private boolean areIn() {
        // Of which group a share is, its name does not say: it is asked of each, by people and by rows.
        List<Long> sizes = new ArrayList<>(CountedUnit.people(effect));
        sizes.add(effect.n());
        sizes.addAll(effect.groups().values());
        double whole = measure != null && isPerCent(measure) ? 100 : 1;
        return effect.estimates().stream()
                .filter(estimate -> isShare(effect, estimate, measure))
                .anyMatch(estimate -> isCount(estimate, measure)
                        ? isSmall(Math.abs(estimate.value()))
                        : sizes.stream().anyMatch(size -> isSmall(estimate.value() / whole, size)));
    }

    /** A total of a yes or no is a count too. */
    private static boolean isCount(Estimate estimate, @Nullable OutcomeMeasure measure) {
        String term = estimate.term().toLowerCase(Locale.ROOT);
        return (COUNT.matcher(term).find() || (isYesOrNo(measure) && term.contains("total")))
                && SHARES.stream().noneMatch(term::contains);
    }

    private boolean isSmall(double share, long people) {
        return share >= 0 && share <= 1 && (isSmall(share * people) || isSmall((1 - share) * people));
    }

    private boolean isSmall(double people) {
        return Shown.count(rule, Math.round(people)) == null;
    }

    private static boolean isYesOrNo(@Nullable OutcomeMeasure measure) {
        if (measure == null) {
            return false;
        }
        Double lowest = measure.lowest();
        Double highest = measure.highest();
        return lowest != null && highest != null && lowest == 0 && (highest == 1 || isPerCent(measure));
    }

    private static boolean isPerCent(OutcomeMeasure measure) {
        Double highest = measure.highest();
        String unit = measure.unit().toLowerCase(Locale.ROOT);
        return highest != null && highest == 100 && (unit.contains("%") || unit.contains("per cent"));
    }
}
