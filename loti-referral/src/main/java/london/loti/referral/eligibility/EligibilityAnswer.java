package london.loti.referral.eligibility;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a service is for a resident, with the reasons.
 *
 * @param state not eligible if one reason says so, else unknown if one can't tell or there is none, else eligible
 * @param reasons what each rule that applies says: those against it first, then what isn't known, then those for it, and
 *     by the names of the rules
 */
public record EligibilityAnswer(EligibilityState state, List<Reason> reasons) {
    /**
     * Copies the reasons.
     *
     * @param state the state that follows from the reasons
     * @param reasons what each rule that applies says
     * @throws IllegalArgumentException if another state follows from the reasons
     */
    public EligibilityAnswer {
        reasons = List.copyOf(reasons);
        if (state != together(reasons)) {
            throw new IllegalArgumentException("an answer's state must follow from its reasons");
        }
    }

    /**
     * {@return the answer that follows from reasons}
     *
     * @param reasons what each rule that applies says, in any order
     */
    public static EligibilityAnswer of(List<Reason> reasons) {
        List<Reason> sorted = reasons.stream()
                .sorted(java.util.Comparator.comparing(Reason::state)
                        .reversed()
                        .thenComparing(Reason::rule)
                        .thenComparing(Reason::words))
                .toList();
        return new EligibilityAnswer(together(sorted), sorted);
    }

    static EligibilityState together(List<Reason> reasons) {
        EligibilityState worst = reasons.isEmpty() ? EligibilityState.UNKNOWN : EligibilityState.ELIGIBLE;
        for (Reason reason : reasons) {
            if (reason.state().compareTo(worst) > 0) {
                worst = reason.state();
            }
        }
        return worst;
    }

    /** {@return the reasons that led to the state, as one sentence} */
    public String words() {
        String why = reasons.stream()
                .filter(reason -> reason.state() == state)
                .map(Reason::words)
                .distinct()
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? "nothing is published about whom it is for" : why;
    }
}
