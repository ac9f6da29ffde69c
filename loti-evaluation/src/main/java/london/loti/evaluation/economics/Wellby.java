package london.loti.evaluation.economics;

import java.util.SortedSet;

import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.Require;

/**
 * A change of life satisfaction, counted in WELLBYs: points on the scale from 0 to 10 × people × years. Source: HM
 * Treasury 2021, Wellbeing Guidance for Appraisal. Whatever went into life satisfaction must not be valued once more,
 * neither by a proxy nor as a QALY; {@link DoubleCounting} guards that.
 *
 * @param name its name
 * @param outcomes the outcomes that it values, {@code life satisfaction} and all that went into it
 * @param change the change in points that the programme brought about, from -10 to 10
 * @param people for how many people
 * @param years for how many years, in parts of them too; the first is year 0
 */
public record Wellby(String name, SortedSet<String> outcomes, double change, double people, double years)
        implements Valued {
    /**
     * Pounds with a low and a high value.
     *
     * @param low the low value
     * @param central the value to report
     * @param high the high value
     */
    public record Worth(double low, double central, double high) {}

    /**
     * Checks the parts.
     *
     * @param name its name
     * @param outcomes the outcomes that it values, one or more
     * @param change from -10 to 10
     * @param people 0 or more
     * @param years 0 or more
     * @throws IllegalArgumentException if one is not
     */
    public Wellby {
        Require.text(name, "a change of life satisfaction needs a 'name'");
        outcomes = DoubleCounting.copy(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a change of life satisfaction must name the outcomes that it values, but"
                            + " names none\nMaybe 'life satisfaction', and what went into it.");
        }
        if (!(change >= -10 && change <= 10)) {
            throw new IllegalArgumentException(
                    "a change of life satisfaction must be from -10 to 10 points, but was " + change);
        }
        Amounts.notNegative("'people'", people);
        Amounts.notNegative("'years'", years);
        Amounts.year("'years' in whole", (int) Math.min(years, Integer.MAX_VALUE));
    }

    /** {@return how many WELLBYs it is} */
    public double wellbys() {
        return change * people * years;
    }

    /**
     * {@return what it is worth, undiscounted} For a fall of life satisfaction the low worth is the one nearest nought.
     *
     * @param value what a WELLBY is worth
     */
    public Worth worth(WellbyValue value) {
        return new Worth(wellbys() * value.low(), wellbys() * value.central(), wellbys() * value.high());
    }

    /**
     * {@return what it is worth in year 0} The first year is not discounted.
     *
     * @param value what a WELLBY is worth
     * @param schedule the discount schedule, {@link DiscountSchedule#health()} by the guidance
     */
    public Worth presentWorth(WellbyValue value, DiscountSchedule schedule) {
        double[] byYear = byYear();
        double present = Sums.dot(byYear, schedule.factors(byYear.length, Timing.YEAR_END));
        return new Worth(present * value.low(), present * value.central(), present * value.high());
    }

    /**
     * {@return a builder of a benefit line of it, social and discounted at the rate for health}
     *
     * @param value what a WELLBY is worth; the line is in its prices
     */
    public Line.Builder line(WellbyValue value) {
        double[] amounts = byYear();
        for (int year = 0; year < amounts.length; year++) {
            amounts[year] *= value.central();
        }
        return Line.benefit(name, "residents", ValueKind.SOCIAL, amounts)
                .source(value.priceYear(), value.source())
                .outcomes(outcomes.toArray(String[]::new))
                .healthRate();
    }

    private double[] byYear() {
        double[] wellbys = new double[Math.max(1, (int) Math.ceil(years))];
        for (int year = 0; year < wellbys.length; year++) {
            wellbys[year] = change * people * Math.min(1, years - year);
        }
        return wellbys;
    }
}
