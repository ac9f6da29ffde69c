package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;

/**
 * What comes in less what goes out, by year from year 0. Immutable.
 *
 * <pre>{@code
 * CashFlows.of(-1000, 300, 420, 680).internalRate().only(); // 0.1634
 * }</pre>
 */
public final class CashFlows {
    private static final double LOWEST_RATE = -0.99;
    private static final double HIGHEST_RATE = 1_000;

    private final double[] net;

    private CashFlows(double[] net) {
        this.net = net;
    }

    /**
     * {@return flows}
     *
     * @param net benefits less costs of the years 0, 1, 2 and so on
     * @throws IllegalArgumentException if there is none, or one is no number
     */
    public static CashFlows of(double... net) {
        if (net.length == 0 || net.length > Amounts.LAST_YEAR + 1) {
            throw new IllegalArgumentException(
                    "flows need 1 to " + (Amounts.LAST_YEAR + 1) + " years, but have " + net.length);
        }
        for (double flow : net) {
            Amounts.finite("a flow", flow);
        }
        return new CashFlows(net.clone());
    }

    /**
     * {@return the net present value}
     *
     * @param schedule the rates
     * @param timing when in their year the flows fall due
     */
    public double netPresentValue(DiscountSchedule schedule, Timing timing) {
        return Sums.dot(net, schedule.factors(net.length, timing));
    }

    /**
     * {@return every internal rate of return} The equation is a polynomial in 1 / (1 + rate); each root is bracketed
     * between the turning points of the polynomial and bisected to the last bit.
     */
    public InternalRate internalRate() {
        int changes = signChanges();
        List<Double> rates = new ArrayList<>();
        if (changes > 0) {
            for (double x : PositiveRoots.between(1 / (1 + HIGHEST_RATE), 1 / (1 + LOWEST_RATE), net)) {
                rates.add(1 / x - 1);
            }
            Collections.reverse(rates);
        }
        return new InternalRate(rates, changes, warning(rates.size(), changes));
    }

    /**
     * {@return the years until what came in makes up for what went out, and does so until the end; the year of the
     * crossing is counted in part. 0 where nothing was ever owed, null where something is owed at the end}
     */
    public @Nullable Double payback() {
        return crossing(net);
    }

    /**
     * {@return the same with discounted flows}
     *
     * @param schedule the rates
     * @param timing when in their year the flows fall due
     */
    public @Nullable Double discountedPayback(DiscountSchedule schedule, Timing timing) {
        double[] discounted = schedule.factors(net.length, timing);
        for (int year = 0; year < net.length; year++) {
            discounted[year] *= net[year];
        }
        return crossing(discounted);
    }

    /** {@return a copy of the flows by year} */
    public double[] toArray() {
        return net.clone();
    }

    private static @Nullable Double crossing(double[] flows) {
        DoubleDouble sum = new DoubleDouble();
        double before = 0;
        @Nullable Double crossed = 0.0;
        for (int year = 0; year < flows.length; year++) {
            sum.add(flows[year]);
            double after = sum.value();
            if (after < 0) {
                crossed = null;
            } else if (crossed == null) {
                crossed = year - 1 + -before / flows[year];
            }
            before = after;
        }
        return crossed;
    }

    private int signChanges() {
        int changes = 0;
        double last = 0;
        for (double flow : net) {
            if (flow != 0) {
                changes += last * Math.signum(flow) < 0 ? 1 : 0;
                last = Math.signum(flow);
            }
        }
        return changes;
    }

    private static @Nullable String warning(int rates, int changes) {
        if (rates > 1) {
            return "The flows turn " + changes + " times and have " + rates
                    + " internal rates of return. None of them alone says whether it was worth it: use the net present"
                    + " value.";
        }
        if (rates == 0) {
            return "The flows have no internal rate of return: use the net present value.";
        }
        return changes > 1
                ? "The flows turn " + changes + " times, so that the internal rate of return may mislead: use the net"
                        + " present value."
                : null;
    }
}
