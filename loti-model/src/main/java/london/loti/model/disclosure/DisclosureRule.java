package london.loti.model.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaTable;
import london.loti.model.json.LotiJson;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Source;

/**
 * Which numbers of a table may leave.
 *
 * <p>A metric whose source is under an open licence is published already and passes as it is. Of every other metric:
 *
 * <ul>
 *   <li>a count of people or households below the threshold is suppressed (it becomes missing), noughts as the zero
 *       policy says, and the rest is rounded to the base, halves up;
 *   <li>a share is suppressed where the table has the count that is its denominator and either that (small or
 *       missing) or the count that the share stands for would be suppressed, be it worked out from the denominator as
 *       it is or as it is shown; where the table has no such count the share passes, and the result says that it could
 *       not be checked;
 *   <li>scores, ranks and rates per so many pass.
 * </ul>
 *
 * <p>A table that has passed passes again unchanged.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param threshold the smallest count of people or households that may be shown, at least 1
 * @param zeros what a count of nought may say
 * @param rounding the base that shown counts are rounded to; 1 leaves them as they are
 * @param reason where the policy comes from
 */
public record DisclosureRule(String id, String version, int threshold, ZeroPolicy zeros, int rounding, String reason) {
    private static final String DEFAULT = "disclosure-default.json";

    /**
     * Checks the numbers.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param threshold the smallest count of people or households that may be shown, at least 1
     * @param zeros what a count of nought may say
     * @param rounding the base that shown counts are rounded to; 1 leaves them as they are
     * @param reason where the policy comes from
     * @throws IllegalArgumentException if threshold or rounding is below 1, or if a count at the threshold would be
     *     rounded below it
     */
    public DisclosureRule {
        Objects.requireNonNull(id, "a disclosure rule needs an 'id'");
        Objects.requireNonNull(version, "a disclosure rule needs a 'version'");
        Objects.requireNonNull(zeros, "a disclosure rule needs a policy for 'zeros'");
        Objects.requireNonNull(reason, "a disclosure rule needs a 'reason'");
        if (threshold < 1 || rounding < 1) {
            throw new IllegalArgumentException(
                    "threshold and rounding must be at least 1, but were " + threshold + " and " + rounding);
        }
        if (round(threshold, rounding) < threshold) {
            throw new IllegalArgumentException("a count at the threshold must not be rounded below it, but " + threshold
                    + " would be rounded to " + (long) round(threshold, rounding));
        }
    }

    /** {@return the bundled default: fewer than ten suppressed, noughts too, the rest rounded to fives} */
    public static DisclosureRule withDefaults() {
        return LotiJson.bundled(DEFAULT, DisclosureRule.class.getResourceAsStream(DEFAULT), DisclosureRule.class);
    }

    /**
     * {@return what of the table may leave}
     *
     * @param table the raw numbers; the table itself is not changed
     */
    public DisclosedTable apply(AreaTable table) {
        AreaTable.Builder disclosed = AreaTable.builder(table.vintage())
                .codes(table.codes())
                .names(table.names())
                .datasets(table.datasets());
        table.parents().forEach(disclosed::parents);
        List<String> unchecked = new ArrayList<>();
        boolean allOpen = true;
        int suppressed = 0;
        for (int column = 0; column < table.metrics().size(); column++) {
            Metric metric = table.metrics().get(column);
            double[] values = table.copyColumn(column);
            if (!isOpen(metric)) {
                MetricUnit unit = metric.unit();
                if (unit.countsPeople()) {
                    allOpen = false;
                    suppressed += suppressCounts(values);
                } else if (unit.isShare()) {
                    allOpen = false;
                    OptionalInt denominator = denominator(table, metric);
                    if (denominator.isPresent()) {
                        suppressed += suppressShares(values, table, denominator.getAsInt(), unit);
                    } else {
                        unchecked.add(metric.id());
                    }
                }
            }
            disclosed.column(metric, values);
        }
        return new DisclosedTable(disclosed.build(), this, allOpen, suppressed, unchecked);
    }

    /**
     * {@return which of some counts of people by category may leave}
     *
     * <p>Each is suppressed or rounded like a count of a table, and so is their total. Where just one category is
     * suppressed, or several that are below the threshold even together and nothing is rounded, the smallest other one
     * that is not nought is suppressed too: otherwise they could be worked out from the total.
     *
     * @param people how many people a category, every person in one category only; shown in the order of the map
     * @throws IllegalArgumentException if a count is below 0
     */
    public DisclosedCounts apply(Map<String, Long> people) {
        double[] shown = people.values().stream().mapToDouble(Long::doubleValue).toArray();
        if (Arrays.stream(shown).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count of people must be 0 or more, but one is below");
        }
        double[] total = {Arrays.stream(shown).sum()};
        double[] raw = shown.clone();
        suppressCounts(total);
        int suppressed = suppressCounts(shown);
        if (suppressed == 1 || isSumSmall(raw, shown)) {
            IntStream.range(0, shown.length)
                    .filter(i -> shown[i] > 0)
                    .boxed()
                    .min(Comparator.comparingDouble(i -> raw[i]))
                    .ifPresent(smallest -> shown[smallest] = Double.NaN);
        }
        List<DisclosedCounts.Count> rows = new ArrayList<>();
        int at = 0;
        for (String category : people.keySet()) {
            double count = shown[at++];
            boolean hasShare = !Double.isNaN(count) && total[0] > 0;
            rows.add(new DisclosedCounts.Count(
                    category, whole(count), hasShare ? (Double) (100 * count / total[0]) : null));
        }
        return new DisclosedCounts(this, rows, whole(total[0]));
    }

    /** Whether the total, where it is exact, would tell that those who are suppressed are few even together. */
    private boolean isSumSmall(double[] raw, double[] shown) {
        int[] hidden = IntStream.range(0, shown.length)
                .filter(i -> Double.isNaN(shown[i]))
                .toArray();
        return rounding == 1
                && hidden.length > 0
                && Arrays.stream(hidden).mapToDouble(i -> raw[i]).sum() < threshold;
    }

    private static @Nullable Long whole(double count) {
        return Double.isNaN(count) ? null : (Long) (long) count;
    }

    private static boolean isOpen(Metric metric) {
        Source source = metric.source();
        return source != null && source.licence().open();
    }

    private static OptionalInt denominator(AreaTable table, Metric metric) {
        @Nullable String id = metric.denominator();
        OptionalInt column = id == null ? OptionalInt.empty() : table.column(id);
        return column.isPresent()
                        && table.metrics().get(column.getAsInt()).unit().countsPeople()
                ? column
                : OptionalInt.empty();
    }

    private int suppressCounts(double[] values) {
        int suppressed = 0;
        for (int row = 0; row < values.length; row++) {
            if (isSmall(values[row])) {
                values[row] = Double.NaN;
                suppressed++;
            } else if (rounding > 1 && !Double.isNaN(values[row])) {
                values[row] = round(values[row], rounding);
            }
        }
        return suppressed;
    }

    private int suppressShares(double[] shares, AreaTable table, int denominator, MetricUnit unit) {
        double[] counts = table.copyColumn(denominator);
        double[] shown = counts.clone();
        if (!isOpen(table.metrics().get(denominator))) {
            suppressCounts(shown);
        }
        int suppressed = 0;
        for (int row = 0; row < shares.length; row++) {
            double share = unit == MetricUnit.PERCENT ? shares[row] / 100 : shares[row];
            if (!Double.isNaN(share) && (hides(share, counts[row]) || hides(share, shown[row]))) {
                shares[row] = Double.NaN;
                suppressed++;
            }
        }
        return suppressed;
    }

    private boolean hides(double share, double denominator) {
        // A published percentage is rounded: the count that it stands for is the nearest whole number.
        double count = Math.rint(share * denominator);
        return Double.isNaN(denominator) || isSmall(denominator) || isSmall(count);
    }

    private static double round(double count, int base) {
        return Math.floor(count / base + 0.5) * base;
    }

    private boolean isSmall(double count) {
        return count == 0 ? zeros == ZeroPolicy.SUPPRESS : count < threshold;
    }
}
