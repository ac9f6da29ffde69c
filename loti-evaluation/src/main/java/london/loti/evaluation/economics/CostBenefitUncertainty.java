package london.loti.evaluation.economics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How sure the answer of a cost-benefit analysis is.
 *
 * @param seed the seed of the draws
 * @param netPresentValue the net present value over the draws
 * @param benefitCostRatio the ratio over the draws; null where costs are nought or less in one, or
 *     so small that there is no ratio to speak of
 * @param probabilityWorthIt how likely the benefits are above the costs, which is the ratio above 1
 * @param information what it would be worth to know every input before choosing the programme or nothing
 * @param tornado how far each input alone moves the net present value, the furthest first
 */
public record CostBenefitUncertainty(
        long seed,
        Distribution netPresentValue,
        @Nullable Distribution benefitCostRatio,
        double probabilityWorthIt,
        ValueOfInformation information,
        List<Simulation.Swing> tornado) {
    /**
     * Copies the swings.
     *
     * @param seed the seed of the draws
     * @param netPresentValue the net present value over the draws
     * @param benefitCostRatio the ratio over the draws, or null
     * @param probabilityWorthIt how likely the benefits are above the costs
     * @param information what it would be worth to know every input
     * @param tornado how far each input alone moves the net present value
     */
    public CostBenefitUncertainty {
        tornado = List.copyOf(tornado);
    }
}
