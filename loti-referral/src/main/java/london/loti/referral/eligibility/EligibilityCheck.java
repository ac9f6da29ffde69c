package london.loti.referral.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import london.loti.model.service.Service;

/**
 * Says whether a service is for a resident, from what the service publishes and what is known of the resident. It advises
 * a person: it refuses nobody. Immutable and thread-safe, if added rules are.
 */
public final class EligibilityCheck {
    private static final EligibilityCheck DEFAULTS = new EligibilityCheck(
            List.of(
                    new Named("age", PersonRules::age),
                    new Named("groups", PersonRules::groups),
                    new Named("not-for", PersonRules::notFor),
                    new Named("stated", PersonRules::stated),
                    new Named("area", PlaceRules::areas),
                    new Named("service-area", PlaceRules::serviceAreas),
                    new Named("postcode", PlaceRules::postcodes),
                    new Named("language", NeedRules::language),
                    new Named("access", NeedRules::access),
                    new Named("cost", NeedRules::cost)),
            List.of());

    private final List<Named> rules;
    private final List<EligibilityRule> added;

    /** One of loti's rules; its reasons are of this name, too. */
    private record Named(String name, EligibilityRule rule) {}

    private EligibilityCheck(List<Named> rules, List<EligibilityRule> added) {
        this.rules = List.copyOf(rules);
        this.added = List.copyOf(added);
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
        List<EligibilityRule> more = new ArrayList<>(added);
        more.add(Objects.requireNonNull(rule, "a rule must be there"));
        return new EligibilityCheck(rules, more);
    }

    /**
     * {@return a check with just those of its rules that are loti's and have these names; without added rules}
     *
     * @param names names of rules of {@link #withDefaults()}
     * @throws IllegalArgumentException if loti has no rule of a name
     */
    public EligibilityCheck only(String... names) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(names));
        Set<String> known = DEFAULTS.rules.stream().map(Named::name).collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("rules must be of " + new TreeSet<>(known));
        }
        return new EligibilityCheck(
                rules.stream().filter(rule -> wanted.contains(rule.name())).toList(), List.of());
    }

    /** {@return a check with just the rules that were added} */
    public EligibilityCheck addedOnly() {
        return new EligibilityCheck(List.of(), added);
    }

    /** {@return whether it has no rule, so that it has nothing to say of any service} */
    public boolean isEmpty() {
        return rules.isEmpty() && added.isEmpty();
    }

    /**
     * {@return whether the service is for the resident, with the reasons of all rules that apply}
     *
     * @param service the service
     * @param resident what is known of the resident
     */
    public EligibilityAnswer check(Service service, ResidentCircumstances resident) {
        List<Reason> reasons = new ArrayList<>();
        rules.forEach(named -> named.rule().check(service, resident).ifPresent(reasons::add));
        added.forEach(rule -> rule.check(service, resident).ifPresent(reasons::add));
        return EligibilityAnswer.of(reasons);
    }
}
