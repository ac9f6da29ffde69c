package london.loti.evaluation.proposal;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;

/** How the rates of services are worked out; without a prior it is learnt, without a threshold it is the rate of all. */
record ServiceOptions(
        @Nullable Prior prior,
        @Nullable Double threshold,
        double limit,
        double level,
        DisclosureRule rule,
        Map<String, List<GroupCounts>> groups) {

    /** A beta distribution. */
    record Prior(double a, double b) {}

    static ServiceOptions usual() {
        return new ServiceOptions(null, null, 0.95, Interval.USUAL_LEVEL, DisclosureRule.withDefaults(), Map.of());
    }

    ServiceOptions withPrior(Prior newPrior) {
        return new ServiceOptions(newPrior, threshold, limit, level, rule, groups);
    }

    ServiceOptions withThreshold(double rate) {
        return new ServiceOptions(prior, rate, limit, level, rule, groups);
    }

    ServiceOptions withLimit(double probability) {
        return new ServiceOptions(prior, threshold, probability, level, rule, groups);
    }

    ServiceOptions withLevel(double newLevel) {
        return new ServiceOptions(prior, threshold, limit, newLevel, rule, groups);
    }

    ServiceOptions withRule(DisclosureRule newRule) {
        return new ServiceOptions(prior, threshold, limit, level, newRule, groups);
    }

    ServiceOptions withGroups(Map<String, List<GroupCounts>> newGroups) {
        return new ServiceOptions(prior, threshold, limit, level, rule, Map.copyOf(newGroups));
    }
}
