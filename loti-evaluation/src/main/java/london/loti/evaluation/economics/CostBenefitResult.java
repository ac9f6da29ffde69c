package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a cost-benefit analysis found. The Green Book of 2026 warns against a ratio as a crude pass or fail: read it beside
 * the net present value, who gains and loses, and what could not be valued. Null stands for what the flows leave
 * undefined.
 *
 * @param priceYear the year in whose prices all pounds are
 * @param schedule the discount schedule
 * @param healthSchedule the discount schedule for health and life satisfaction
 * @param timing when in its year an amount falls due
 * @param years how many years there are, year 0 among them
 * @param costs the present value of all costs
 * @param publicCosts the present value of the costs that public bodies bear
 * @param benefits the present value of all benefits
 * @param netPresentValue benefits less costs
 * @param benefitCostRatio all benefits by all costs; null where those are nought or less
 * @param publicBenefitCostRatio benefits, less the costs that others than public bodies bear, by the public costs; null
 *     where those are nought or less
 * @param returnOnInvestment the net present value by all costs; null where those are nought or less
 * @param internalRate the internal rates of return of the undiscounted flows
 * @param payback years until undiscounted benefits make up for costs
 * @param discountedPayback the same with discounted flows
 * @param equivalentAnnualCost the yearly cost, the same in each year after year 0, with this present value
 * @param benefitFall by which part all benefits may fall before the net present value is nought; negative where they
 *     would have to rise; above 1 no fall is enough; null where all benefits are nought or less
 * @param costRise by which part all costs may rise before it is nought; below -1 no fall is enough; null where all
 *     costs are nought or less
 * @param benefitsByKind the present value of the benefits of each kind
 * @param bodies what each body bears and receives
 * @param lines what each line adds, in the order of the analysis
 * @param netByYear undiscounted benefits less costs by year
 */
public record CostBenefitResult(
        int priceYear,
        String schedule,
        String healthSchedule,
        Timing timing,
        int years,
        double costs,
        double publicCosts,
        double benefits,
        double netPresentValue,
        @Nullable Double benefitCostRatio,
        @Nullable Double publicBenefitCostRatio,
        @Nullable Double returnOnInvestment,
        InternalRate internalRate,
        @Nullable Double payback,
        @Nullable Double discountedPayback,
        @Nullable Double equivalentAnnualCost,
        @Nullable Double benefitFall,
        @Nullable Double costRise,
        SortedMap<ValueKind, Double> benefitsByKind,
        SortedMap<String, BodyResult> bodies,
        List<LineResult> lines,
        List<Double> netByYear) {

    /**
     * What a body bears and receives.
     *
     * @param costs the present value of its costs
     * @param benefits the present value of its benefits
     */
    public record BodyResult(double costs, double benefits) {}

    /**
     * What a line adds.
     *
     * @param name its name
     * @param side whether it is a cost or a benefit
     * @param presentValue its present value, after every correction
     * @param switchingChange by which part it alone must change for a net present value of nought, -0.2 for a loss of
     *     a fifth of its size; below -1 it must change its sign; null where the line is nought
     */
    public record LineResult(
            String name,
            Line.Side side,
            double presentValue,
            @Nullable Double switchingChange) {}

    /**
     * Copies the collections.
     *
     * @param priceYear the year in whose prices all pounds are
     * @param schedule the discount schedule
     * @param healthSchedule the discount schedule for health
     * @param timing when in its year an amount falls due
     * @param years how many years there are
     * @param costs the present value of all costs
     * @param publicCosts the present value of the public costs
     * @param benefits the present value of all benefits
     * @param netPresentValue benefits less costs
     * @param benefitCostRatio all benefits by all costs, or null
     * @param publicBenefitCostRatio net benefits by public costs, or null
     * @param returnOnInvestment the net present value by all costs, or null
     * @param internalRate the internal rates of return
     * @param payback years, or null
     * @param discountedPayback years, or null
     * @param equivalentAnnualCost pounds a year, or null
     * @param benefitFall a share, or null
     * @param costRise a share, or null
     * @param benefitsByKind the present value of the benefits of each kind
     * @param bodies what each body bears and receives
     * @param lines what each line adds
     * @param netByYear undiscounted benefits less costs
     */
    public CostBenefitResult {
        benefitsByKind = new TreeMap<>(Map.copyOf(benefitsByKind));
        bodies = new TreeMap<>(Map.copyOf(bodies));
        lines = List.copyOf(lines);
        netByYear = List.copyOf(netByYear);
    }

    /** {@return a copy of the benefits by kind} */
    @Override
    public SortedMap<ValueKind, Double> benefitsByKind() {
        return new TreeMap<>(benefitsByKind);
    }

    /** {@return a copy of the bodies, by name} */
    @Override
    public SortedMap<String, BodyResult> bodies() {
        return new TreeMap<>(bodies);
    }
}
