package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosureRule;
import london.loti.referral.feedback.Comparison.Dimension;

/** The same figures by area and by group. A figure about a part of those in another shows no area that the other hides. */
final class EquityTables {
    private final DisclosureRule rule;
    private final List<Comparison> comparisons = new ArrayList<>();

    EquityTables(DisclosureRule rule) {
        this.rule = rule;
    }

    void add(Measure measure, @Nullable String within) {
        Comparison areas = measure.byArea(rule, allowed(measure, within, Dimension.AREA));
        Comparison groups = measure.byLabel(rule, Dimension.GROUP, allowed(measure, within, Dimension.GROUP));
        comparisons.add(areas);
        comparisons.add(groups);
    }

    void addNeeds(Measure measure) {
        comparisons.add(measure.byLabel(rule, Dimension.NEED, measure.all()));
    }

    private Set<String> allowed(Measure measure, @Nullable String within, Dimension dimension) {
        return comparisons.stream()
                .filter(other -> other.id().equals(within) && other.dimension() == dimension)
                .map(Measure::shown)
                .findFirst()
                .orElseGet(measure::all);
    }

    List<Comparison> comparisons() {
        return comparisons;
    }
}
