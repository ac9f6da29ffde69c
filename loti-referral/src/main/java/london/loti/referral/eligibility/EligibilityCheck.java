package london.loti.referral.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import london.loti.model.service.Service;

/**
 * Says whether a service is for a resident, from what the service publishes and what is known of the resident. It advises
 * a person: it refuses nobody. Immutable and thread-safe, if added rules are.
 */
public final class EligibilityCheck {
    private static final EligibilityCheck DEFAULTS = new EligibilityCheck(List.of(
            PersonRules::age,
            PersonRules::groups,
            PersonRules::notFor,
            PersonRules::stated,
            PlaceRules::areas,
            PlaceRules::serviceAreas,
            PlaceRules::postcodes,
            NeedRules::language,
            NeedRules::access,
            NeedRules::cost));

    private final List<EligibilityRule> rules;

    private EligibilityCheck(List<EligibilityRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * {@return the check with loti's rules: age, groups, not-for, stated, area, service-area, postcode, language, access,
     * cost}
     */
    public static EligibilityCheck withDefaults() {
        return DEFAULTS;
    }

    /**
     * {@return this check with one rule more; the order in which rules are added does not matter}
     *
     * @param rule a council's own rule
     */
    public EligibilityCheck with(EligibilityRule rule) {
        List<EligibilityRule> more = new ArrayList<>(rules);
        more.add(Objects.requireNonNull(rule, "a rule must be there"));
        return new EligibilityCheck(more);
    }

    /**
     * {@return whether the service is for the resident, with the reasons of all rules that apply}
     *
     * @param service the service
     * @param resident what is known of the resident
     */
    public EligibilityAnswer check(Service service, ResidentCircumstances resident) {
        List<Reason> reasons = new ArrayList<>();
        for (EligibilityRule rule : rules) {
            rule.check(service, resident).ifPresent(reasons::add);
        }
        return EligibilityAnswer.of(reasons);
    }
}
