package london.loti.evaluation.claims;

import java.util.Locale;

import london.loti.evaluation.estimate.Interval;

/** Numbers as people read them: few digits, a real minus, and never a number where there is none. */
public final class PlainNumber {
    /** What stands where a number is missing. */
    public static final String NONE = "not known";

    /** Below this a number has too many noughts to be read. */
    private static final double SMALLEST = 1e-6;

    private static final char MINUS = '\u2212';

    private PlainNumber() {}

    /**
     * {@return a number with about three digits, two where it is small: 1,234, 56.7, 4.32, 0.087, 0.0004} Only nought is
     * told as nought.
     *
     * @param value the number; {@code NaN} is told as not known, an infinite one as no limit
     */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return "no limit";
        }
        double size = Math.abs(value);
        String text = size > 0 && size < SMALLEST ? scientific(size) : decimal(size);
        return value < 0 ? MINUS + text : text;
    }

    private static String decimal(double size) {
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 || size == 0 ? 2 : smallDecimals(size);
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", size);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static int smallDecimals(double size) {
        return 1 - (int) Math.floor(Math.log10(size));
    }

    private static String scientific(double size) {
        int power = (int) Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%.1f × 10^%d", size / Math.pow(10, power), power);
    }

    /**
     * {@return a p value: {@code below 0.001}, or three decimals}
     *
     * @param p from 0 to 1, or {@code NaN}
     */
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /**
     * {@return a share as a percentage without decimals; what is near nothing or all but is neither is told so}
     *
     * @param share 0.05 for 5%; {@code NaN} is told as not known
     */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return NONE;
        }
        if (share > 0 && share < 0.005) {
            return "below 1%";
        }
        return share > 0.995 && share < 1 ? "above 99%" : String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    /**
     * {@return the level of an interval as a percentage, for example {@code 95%}}
     *
     * @param interval the interval
     */
    public static String level(Interval interval) {
        return String.format(Locale.ROOT, "%.4f", 100 * interval.level()).replaceAll("\\.?0+$", "") + "%";
    }

    /**
     * {@return the ends of an interval: {@code from 0.4 to 2}, {@code 0.4 or more}}
     *
     * @param interval the interval
     */
    public static String ends(Interval interval) {
        if (Double.isInfinite(interval.upper())) {
            return Double.isInfinite(interval.lower()) ? "without ends" : text(interval.lower()) + " or more";
        }
        return Double.isInfinite(interval.lower())
                ? text(interval.upper()) + " or less"
                : "from " + text(interval.lower()) + " to " + text(interval.upper());
    }

    /**
     * {@return pounds, with pence where they are fewer than ten: £1,234, £0.40}
     *
     * @param pounds an amount; {@code NaN} is told as not known
     */
    public static String pounds(double pounds) {
        if (!Double.isFinite(pounds)) {
            return NONE;
        }
        double size = Math.abs(pounds);
        String text = String.format(Locale.ROOT, size < 9.995 ? "£%,.2f" : "£%,.0f", size)
                .replaceFirst("\\.00$", "");
        return pounds < 0 && !text.equals("£0") ? MINUS + text : text;
    }
}
