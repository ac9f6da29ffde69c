package london.loti.evaluation.plan;

import java.util.List;

/**
 * A plan beside what was done. That no deviation is listed means no more than that none was found in what can be
 * compared.
 *
 * @param deviations every step away from the plan that was found, in the order of the plan, then what was added
 * @param notCompared what no machine could compare, one entry each, beginning with what it is about
 */
public record PlanComparison(List<Deviation> deviations, List<String> notCompared) {
    /**
     * Copies the lists.
     *
     * @param deviations every step away from the plan that was found
     * @param notCompared what no machine could compare
     */
    public PlanComparison {
        deviations = List.copyOf(deviations);
        notCompared = List.copyOf(notCompared);
    }
}
