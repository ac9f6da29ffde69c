package london.loti.evaluation.economics;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * The rates by which later years count for less, in real terms. A rate belongs to a year and not to the whole way to
 * it: the factor of year t is the product of 1 / (1 + rate(k)) over the years k from 1 to t, and 1 for year 0. Schedules
 * are dated documents, because governments change them; a result names the one that it used.
 *
 * @param id its name, for example {@code GB2026-standard}
 * @param date when it came into force, as its publisher writes it
 * @param source where it is published, and what is unverified in it
 * @param bands the rates, from year 0 on without a gap; the last has no end
 */
public record DiscountSchedule(String id, String date, String source, List<Band> bands) {
    private static final List<String> BUNDLED = List.of("GB2026-health", "GB2026-sensitivity-50y+", "GB2026-standard");

    /**
     * Years that share a rate.
     *
     * @param from the first year
     * @param to the last year; null in the last band
     * @param rate the yearly rate, 0.035 for 3.5 per cent
     */
    public record Band(int from, @Nullable Integer to, double rate) {
        /**
         * Checks the rate and the years.
         *
         * @param from the first year
         * @param to the last year, or null
         * @param rate the yearly rate
         * @throws IllegalArgumentException if the rate is not above -1 or the years are in the wrong order
         */
        public Band {
            Amounts.growth("a discount rate", rate);
            if (to != null && to < from) {
                throw new IllegalArgumentException(
                        "a band must not end before it begins, but runs from " + from + " to " + to);
            }
        }
    }

    /**
     * Checks that the bands leave no gap.
     *
     * @param id its name
     * @param date when it came into force
     * @param source where it is published
     * @param bands the rates
     * @throws IllegalArgumentException if the bands do not follow on each other from year 0 to an open end
     */
    public DiscountSchedule {
        Require.text(id, "a discount schedule needs an 'id'");
        Require.text(date, "a discount schedule needs a 'date'");
        Require.text(source, "a discount schedule needs a 'source'");
        bands = List.copyOf(Objects.requireNonNull(bands, "a discount schedule needs 'bands'"));
        int next = 0;
        for (int i = 0; i < bands.size(); i++) {
            Integer to = bands.get(i).to();
            if (bands.get(i).from() != next || (to == null) != (i == bands.size() - 1)) {
                throw new IllegalArgumentException("bands must begin at year 0, follow on each other and end in one"
                        + " without 'to', but band " + (i + 1) + " does not");
            }
            next = to == null ? next : to + 1;
        }
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("a discount schedule needs a band, but has none");
        }
    }

    /** {@return the names of the schedules that come with loti, in alphabetical order} */
    public static List<String> bundledIds() {
        return BUNDLED;
    }

    /**
     * {@return a schedule that comes with loti}
     *
     * @param id one of {@link #bundledIds()}
     * @throws IllegalArgumentException if there is none with this name
     */
    public static DiscountSchedule bundled(String id) {
        if (!BUNDLED.contains(id)) {
            throw new IllegalArgumentException("a discount schedule must be one of " + BUNDLED + ", but was '" + id
                    + "'" + Nearest.hint(id, BUNDLED));
        }
        String name = id.replace("+", "-plus") + ".json";
        return LotiJson.bundled(name, DiscountSchedule.class.getResourceAsStream(name), DiscountSchedule.class);
    }

    /** {@return the Green Book's standard rates, as of February 2026} */
    public static DiscountSchedule standard() {
        return bundled("GB2026-standard");
    }

    /** {@return the Green Book's rates for health and life satisfaction, as of February 2026} */
    public static DiscountSchedule health() {
        return bundled("GB2026-health");
    }

    /**
     * {@return a schedule with one rate for all years}
     *
     * @param rate the yearly rate, 0.035 for 3.5 per cent; 0 makes a present value a plain sum
     */
    public static DiscountSchedule flat(double rate) {
        return new DiscountSchedule(
                "flat-" + LotiJson.number(rate), "undated", "stated by the analyst", List.of(new Band(0, null, rate)));
    }

    /**
     * Reads a schedule of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the schedule, or every problem that was found
     */
    public static Checked<DiscountSchedule> read(Path file) {
        return LotiJson.read(file, DiscountSchedule.class);
    }

    /**
     * {@return the rate of a year}
     *
     * @param year a year from 0
     */
    public double rate(int year) {
        Amounts.year("a year", year);
        return bands.stream()
                .filter(band -> band.to() == null || year <= band.to())
                .findFirst()
                .orElseThrow()
                .rate();
    }

    /**
     * {@return what a pound of a year is worth in year 0}
     *
     * @param year a year from 0
     * @param timing when in the year it falls due
     */
    public double factor(int year, Timing timing) {
        Amounts.year("a year", year);
        return factors(year + 1, timing)[year];
    }

    /**
     * {@return what a pound at the end of a year is worth in year 0}
     *
     * @param year a year from 0
     */
    public double factor(int year) {
        return factor(year, Timing.YEAR_END);
    }

    /**
     * {@return the factors of the years 0, 1, 2 and so on}
     *
     * @param years how many
     * @param timing when in its year an amount falls due
     */
    public double[] factors(int years, Timing timing) {
        double[] factors = new double[years];
        double end = 1;
        for (int year = 0; year < years; year++) {
            double yearly = year == 0 ? 1 : 1 + rate(year);
            factors[year] = timing == Timing.MID_YEAR ? end / Math.sqrt(yearly) : end / yearly;
            end /= yearly;
        }
        return factors;
    }

    /**
     * {@return the yearly amount, the same in the years 1 to n, that has this present value} With one rate r it is PV·r /
     * (1 − (1 + r)^−n), and at mid-year PV·r / ((1 − (1 + r)^−n)·√(1 + r)).
     *
     * @param presentValue the present value
     * @param years n, from 1
     * @param timing when in its year an amount falls due
     * @throws IllegalArgumentException if there is no year
     */
    public double equivalentAnnual(double presentValue, int years, Timing timing) {
        if (years < 1) {
            throw new IllegalArgumentException("an equivalent annual amount needs a year or more, but has " + years);
        }
        double[] later = factors(years + 1, timing);
        later[0] = 0;
        return presentValue / Sums.sum(later);
    }
}
