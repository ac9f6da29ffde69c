package london.loti.evaluation.economics;

import java.nio.file.Path;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * What a WELLBY is worth: one point of life satisfaction, on the scale from 0 to 10, for one person for one year.
 *
 * @param id the name of this version
 * @param date when it was published
 * @param source where, and what is unverified
 * @param priceYear the year in whose prices it is
 * @param low the low value, in pounds
 * @param central the value to report
 * @param high the high value
 * @param incomeElasticity the power of real income per head by which the value grows
 * @param verified whether all numbers were read at their source
 */
public record WellbyValue(
        String id,
        String date,
        String source,
        int priceYear,
        double low,
        double central,
        double high,
        double incomeElasticity,
        boolean verified) {
    /**
     * Checks the order of the values.
     *
     * @param id the name of this version
     * @param date when it was published
     * @param source where
     * @param priceYear the year in whose prices it is
     * @param low the low value
     * @param central the value to report
     * @param high the high value
     * @param incomeElasticity 0 or more
     * @param verified whether all numbers were read at their source
     * @throws IllegalArgumentException if they are not in ascending order
     */
    public WellbyValue {
        Require.text(id, "a WELLBY value needs an 'id'");
        Require.text(date, "a WELLBY value needs a 'date'");
        Require.text(source, "a WELLBY value needs a 'source'");
        Amounts.priceYear("a WELLBY value", priceYear);
        Amounts.notNegative("an income elasticity", incomeElasticity);
        if (!(0 < low && low <= central && central <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the low, central and high value must be above 0 and in ascending order, but" + " were " + low
                            + ", " + central + " and " + high);
        }
    }

    /** {@return the Treasury's value of 2021 in prices of 2019: £13,000, from £10,000 to £16,000} */
    public static WellbyValue bundled() {
        String name = "wellby-2019.json";
        return LotiJson.bundled(name, WellbyValue.class.getResourceAsStream(name), WellbyValue.class);
    }

    /**
     * Reads a value of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the value, or every problem that was found
     */
    public static Checked<WellbyValue> read(Path file) {
        return LotiJson.read(file, WellbyValue.class);
    }

    /**
     * {@return the value in the prices of another year, and for its incomes: each is raised by prices, and by
     * real income per head to the power of the elasticity}
     *
     * @param year the year whose prices are wanted
     * @param deflator the price index
     * @param incomeGrowth how many times real gross domestic product per head of that year is that of this one
     * @throws IllegalArgumentException if the growth is not above 0
     */
    public WellbyValue inPricesOf(int year, Deflator deflator, double incomeGrowth) {
        if (!(incomeGrowth > 0)) {
            throw new IllegalArgumentException("an income growth must be above 0, but was " + incomeGrowth
                    + "\nMaybe 1.02 was meant for 2 per cent.");
        }
        double factor = deflator.convert(1, priceYear, year) * Math.pow(incomeGrowth, incomeElasticity);
        return new WellbyValue(
                id + "-in-" + year,
                date,
                source,
                year,
                low * factor,
                central * factor,
                high * factor,
                incomeElasticity,
                verified);
    }

    /** {@return the value as an uncertain input, relative to the central one} */
    public Uncertain relative() {
        return low < high ? Uncertain.triangular(low / central, 1, high / central) : Uncertain.fixed(1);
    }
}
