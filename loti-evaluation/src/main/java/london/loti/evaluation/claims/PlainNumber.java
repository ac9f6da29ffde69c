package london.loti.evaluation.claims;

import java.util.Locale;

import london.loti.evaluation.estimate.Interval;

/** Numbers as people read them: few digits, a real minus, and never a number where there is none. */
public final class PlainNumber {
    /** What stands where a number is missing. */
    public static final String NONE = "not known";

    private static final char MINUS = '\u2212';

    private PlainNumber() {}

    /**
     * {@return a number with about three digits: 1,234, 56.7, 4.32, 0.087}
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
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 || size == 0 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", size);
        String trimmed = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        return value < 0 && !trimmed.equals("0") ? MINUS + trimmed : trimmed;
    }

    /**
     * {@return a p value: {@code less than 0.001}, or three decimals}
     *
     * @param p from 0 to 1, or {@code NaN}
     */
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        return p < 0.001 ? "less than 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /**
     * {@return a share as a percentage without decimals}
     *
     * @param share 0.05 for 5%; {@code NaN} is told as not known
     */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    /**
     * {@return the level of an interval as a percentage, for example {@code 95%}}
     *
     * @param interval the interval
     */
    public static String level(Interval interval) {
        return text(100 * interval.level()) + "%";
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
     * {@return pounds without pence: £1,234}
     *
     * @param pounds an amount; {@code NaN} is told as not known
     */
    public static String pounds(double pounds) {
        if (!Double.isFinite(pounds)) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "£%,.0f", Math.abs(pounds));
        return pounds < 0 && !text.equals("£0") ? MINUS + text : text;
    }
}
