package london.loti.evaluation.economics;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * A price index by year, by which pounds of one year become pounds of another. loti brings none along, because each
 * release revises the last: take the current one, for example the Treasury's GDP deflators, and say when it came out.
 *
 * @param id its name
 * @param released the day of its release, for example {@code 2026-06-30}
 * @param source who publishes it
 * @param index the index by year, all above 0, on any base
 */
public record Deflator(String id, String released, String source, SortedMap<Integer, Double> index) {
    /**
     * Copies and checks the index.
     *
     * @param id its name
     * @param released the day of its release
     * @param source who publishes it
     * @param index the index by year
     * @throws IllegalArgumentException if it is empty or a value is not above 0
     */
    public Deflator {
        Require.text(id, "a deflator needs an 'id'");
        Require.date(released, "a deflator's 'released' must be a day, for example 2026-06-30");
        Require.text(source, "a deflator needs a 'source'");
        index = new TreeMap<>(Map.copyOf(Objects.requireNonNull(index, "a deflator needs its 'index'")));
        if (index.isEmpty() || index.values().stream().anyMatch(v -> !(v > 0 && Double.isFinite(v)))) {
            throw new IllegalArgumentException("a deflator's 'index' must hold numbers above 0, but does not");
        }
    }

    /** {@return a copy of the index, by year} */
    @Override
    public SortedMap<Integer, Double> index() {
        return new TreeMap<>(index);
    }

    /**
     * Reads a series.
     *
     * @param file a JSON document with the fields of this record
     * @return the series, or every problem that was found
     */
    public static Checked<Deflator> read(Path file) {
        return LotiJson.read(file, Deflator.class);
    }

    /**
     * {@return an amount in the prices of another year}
     *
     * @param amount pounds
     * @param from the year whose prices it is in
     * @param to the year whose prices are wanted
     * @throws IllegalArgumentException if the series lacks one of the years
     */
    public double convert(double amount, int from, int to) {
        return amount * at(to) / at(from);
    }

    /**
     * {@return the real rate that is left of a nominal one, (1 + nominal) / (1 + inflation) − 1}
     *
     * @param nominal the yearly rate in money of the day
     * @param inflation the yearly rise of prices
     */
    public static double realRate(double nominal, double inflation) {
        return (1 + Amounts.growth("a nominal rate", nominal)) / (1 + Amounts.growth("inflation", inflation)) - 1;
    }

    private double at(int year) {
        Double value = index.get(year);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the deflator '" + id + "' must cover the year, but has " + index.firstKey() + " to "
                            + index.lastKey() + " and not " + year + "\nMaybe take a newer release.");
        }
        return value;
    }
}
