package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.model.finding.Require;

/**
 * Social return on investment (SROI): what changed for people, valued by proxies, for each pound put in. Year 1 is the
 * first year of an outcome and is discounted by a year. Source: The SROI Network 2012, A Guide to Social Return on
 * Investment. Ratios of different programmes do not compare: each rests on its own choice of outcomes and proxies.
 *
 * @param investment the present value of what was put in, in pounds, above 0
 * @param outcomes what changed
 * @param schedule the discount schedule
 */
public record SocialReturn(double investment, List<Outcome> outcomes, DiscountSchedule schedule) {
    /**
     * What changed for people.
     *
     * @param name its name
     * @param outcomes the outcomes that it values, so that none is valued twice
     * @param quantity for how many people, or how many times
     * @param proxy the value of each, in pounds a year
     * @param proxySource where the value is from
     * @param additionality which part of it is the programme's own
     * @param years for how many years it lasts, from 1
     */
    public record Outcome(
            String name,
            SortedSet<String> outcomes,
            double quantity,
            double proxy,
            String proxySource,
            Additionality additionality,
            int years)
            implements Valued {
        /**
         * Checks the parts.
         *
         * @param name its name
         * @param outcomes the outcomes that it values
         * @param quantity 0 or more
         * @param proxy a number; a harm is negative
         * @param proxySource where the value is from
         * @param additionality which part of it is the programme's own
         * @param years from 1
         * @throws IllegalArgumentException if a text is blank, the quantity negative or there is no year
         */
        public Outcome {
            Require.text(name, "an outcome needs a 'name'");
            outcomes = DoubleCounting.copy(outcomes);
            Amounts.notNegative("a quantity", quantity);
            Amounts.finite("a proxy", proxy);
            Require.text(proxySource, "an outcome needs a 'proxySource'");
            Amounts.year("an outcome's 'years'", years);
            if (years < 1) {
                throw new IllegalArgumentException("an outcome must last a year or more, but lasts " + years);
            }
        }

        private double[] byYear(Additionality part) {
            double[] impact = new double[years];
            for (int later = 0; later < years; later++) {
                impact[later] = quantity * proxy * part.share(later);
            }
            return impact;
        }
    }

    /**
     * The return.
     *
     * @param firstYear the impact in the first year, in pounds
     * @param byYear the impact in the years 1, 2 and so on
     * @param presentValue the present value of the impact
     * @param ratio the present value by the investment
     * @param netRatio the same after the investment is taken off
     * @param deadweightBreakEven the deadweight, the same for all outcomes, at which the ratio is 1; negative where even
     *     none leaves it below 1
     */
    public record Result(
            double firstYear,
            List<Double> byYear,
            double presentValue,
            double ratio,
            double netRatio,
            double deadweightBreakEven) {
        /**
         * Copies the years.
         *
         * @param firstYear the impact in the first year
         * @param byYear the impact by year
         * @param presentValue the present value of the impact
         * @param ratio the present value by the investment
         * @param netRatio the same after the investment is taken off
         * @param deadweightBreakEven the deadweight at which the ratio is 1
         */
        public Result {
            byYear = List.copyOf(byYear);
        }
    }

    /**
     * Checks that nothing is valued twice.
     *
     * @param investment above 0
     * @param outcomes what changed
     * @param schedule the discount schedule
     * @throws IllegalArgumentException if the investment is not above 0 or there is no outcome
     * @throws london.loti.model.finding.FindingsException if two outcomes value the same thing
     */
    public SocialReturn {
        if (!(Amounts.finite("an investment", investment) > 0)) {
            throw new IllegalArgumentException("an investment must be above 0, but was " + investment);
        }
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("a social return needs an outcome, but has none");
        }
        DoubleCounting.check(outcomes);
    }

    /** {@return the return} */
    public Result result() {
        int years = outcomes.stream().mapToInt(Outcome::years).max().orElseThrow();
        double[] factors = schedule.factors(years + 1, Timing.YEAR_END);
        DoubleDouble[] impact = new DoubleDouble[years];
        DoubleDouble present = new DoubleDouble();
        DoubleDouble gross = new DoubleDouble();
        for (Outcome outcome : outcomes) {
            double[] own = outcome.byYear(outcome.additionality());
            double[] withDeadweight = outcome.byYear(outcome.additionality().gross());
            for (int i = 0; i < own.length; i++) {
                impact[i] = impact[i] == null ? new DoubleDouble() : impact[i];
                impact[i].add(own[i]);
                present.add(own[i] * factors[i + 1]);
                gross.add(withDeadweight[i] * factors[i + 1]);
            }
        }
        List<Double> byYear = new ArrayList<>();
        for (DoubleDouble year : impact) {
            byYear.add(year.value());
        }
        if (!(gross.value() > 0)) {
            throw new IllegalArgumentException(
                    "the outcomes must be worth more than nothing before deadweight, but are worth " + gross.value());
        }
        return new Result(
                byYear.get(0),
                byYear,
                present.value(),
                present.value() / investment,
                (present.value() - investment) / investment,
                1 - investment / gross.value());
    }
}
