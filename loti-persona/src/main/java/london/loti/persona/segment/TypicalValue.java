package london.loti.persona.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

/**
 * What is typical of some rows in one attribute: the median of an interval, rounded so that it is nobody's in particular;
 * the lower median of an ordinal; the most frequent level otherwise, the first of equals.
 */
final class TypicalValue {
    private final Attribute attribute;
    private final double value;

    /** The same measure among all rows: a median, or a share. */
    private final double share;

    private final double ofAll;
    private final boolean isShown;

    private TypicalValue(Attribute attribute, double value, double share, double ofAll, boolean isShown) {
        this.attribute = attribute;
        this.value = value;
        this.share = share;
        this.ofAll = ofAll;
        this.isShown = isShown;
    }

    /** The typical value of some rows; shown only where it stands for as many people as the threshold. */
    static TypicalValue of(Sample sample, int column, int[] rows, int threshold) {
        Attribute attribute = sample.attributes().get(column);
        double[] all = known(sample, column, IntStream.range(0, sample.size()).toArray());
        double[] some = known(sample, column, rows);
        if (some.length < threshold) {
            return new TypicalValue(attribute, Double.NaN, Double.NaN, Double.NaN, false);
        }
        if (attribute.kind() == AttributeKind.INTERVAL) {
            return new TypicalValue(
                    attribute, rounded(attribute, median(some)), Double.NaN, rounded(attribute, median(all)), true);
        }
        double value = attribute.kind() == AttributeKind.ORDINAL ? some[(some.length - 1) / 2] : mode(some);
        long count = count(some, value);
        boolean isNo = attribute.kind() == AttributeKind.ASYMMETRIC_BINARY && value == 0;
        return new TypicalValue(
                attribute,
                value,
                (double) count / some.length,
                (double) count(all, value) / all.length,
                count >= threshold && !isNo);
    }

    private static double[] known(Sample sample, int column, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> sample.value(row, column))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** To about a hundredth of the declared range; an interval without one is refused by the bank. */
    private static double rounded(Attribute attribute, double value) {
        Double low = attribute.low();
        Double high = attribute.high();
        if (low == null || high == null) {
            return value;
        }
        double scale = Math.pow(10, 1 - Math.floor(Math.log10(high - low)));
        return Math.max(low, Math.min(high, Math.rint(value * scale) / scale));
    }

    private static double mode(double[] sorted) {
        double mode = sorted[0];
        for (double value : sorted) {
            mode = count(sorted, value) > count(sorted, mode) ? value : mode;
        }
        return mode;
    }

    private static long count(double[] values, double wanted) {
        return Arrays.stream(values).filter(value -> value == wanted).count();
    }

    /** Whether it may be shown, and says something: a no to what is rare does not. */
    boolean isShown() {
        return isShown;
    }

    String attribute() {
        return attribute.id();
    }

    String code() {
        return attribute.code(value);
    }

    /** For example {@code 62 % of this segment have 'laptop' for 'Device', against 20 % of all.} */
    String words() {
        return attribute.kind() == AttributeKind.INTERVAL
                ? "The median of '" + attribute.label() + "' is about " + attribute.words(value)
                        + " in this segment, against " + attribute.words(ofAll) + " among all."
                : String.format(
                        Locale.ROOT,
                        "%.0f %% of this segment have '%s' for '%s', against %.0f %% of all.",
                        100 * share,
                        attribute.words(value),
                        attribute.label(),
                        100 * ofAll);
    }
}
