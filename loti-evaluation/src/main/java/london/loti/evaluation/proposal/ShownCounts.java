package london.loti.evaluation.proposal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/** Of how many people it is so, as a disclosure rule shows them. */
record ShownCounts(int yes, int people) {
    /** Null where the rule shows either those of whom it is so, or the others, not. */
    static @Nullable ShownCounts of(DisclosureRule rule, int yes, int people) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("yes", (long) yes);
        counts.put("no", (long) people - yes);
        DisclosedCounts shown = rule.apply(counts);
        Long shownYes = shown.rows().get(0).people();
        Long shownNo = shown.rows().get(1).people();
        return shownYes == null || shownNo == null
                ? null
                : new ShownCounts(Math.toIntExact(shownYes), Math.toIntExact(shownYes + shownNo));
    }

    double share() {
        return (double) yes / people;
    }
}
