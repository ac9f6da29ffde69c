package london.loti.evaluation.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Require;

/**
 * What became of the people of one group between the start and the analysis. Each person is in one place only: lost at one
 * step, or analysed; all together they are those who began.
 *
 * @param name the name of the group
 * @param losses at which steps people were lost, in the order of time
 * @param analysed how many people were analysed
 */
public record FlowArm(String name, List<Loss> losses, long analysed) {
    static final String ANALYSED = "Analysed";

    /**
     * People who were lost.
     *
     * @param step when or why, for example {@code moved away before the second round}; never about one person
     * @param people how many
     */
    public record Loss(String step, long people) {
        /**
         * Checks the count.
         *
         * @param step when or why
         * @param people how many, 0 or more
         * @throws IllegalArgumentException if the step is blank or the count negative
         */
        public Loss {
            Require.text(step, "a loss needs a 'step'");
            if (people < 0) {
                throw new IllegalArgumentException("a loss must not be negative, but one is");
            }
        }
    }

    /**
     * Checks the counts.
     *
     * @param name the name of the group
     * @param losses at which steps people were lost
     * @param analysed how many people were analysed, 0 or more
     * @throws IllegalArgumentException if a count is negative or a step comes twice
     */
    public FlowArm {
        Require.text(name, "a group needs a 'name'");
        losses = List.copyOf(losses);
        Set<String> steps = new HashSet<>(Set.of(ANALYSED));
        for (Loss loss : losses) {
            if (!steps.add(loss.step())) {
                throw new IllegalArgumentException("a step must come once in a group, but one comes twice");
            }
        }
        if (analysed < 0) {
            throw new IllegalArgumentException("a number of people must not be negative, but one is");
        }
    }

    /** Losses in their order, then who was analysed; the total is who began. */
    DisclosedCounts shown(DisclosureRule rule) {
        Map<String, Long> people = new LinkedHashMap<>();
        losses.forEach(loss -> people.put(loss.step(), loss.people()));
        people.put(ANALYSED, analysed);
        return rule.apply(people);
    }
}
