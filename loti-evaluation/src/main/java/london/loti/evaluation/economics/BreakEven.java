package london.loti.evaluation.economics;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostLine.Sharing;
import london.loti.evaluation.economics.WholeLifeOption.MaintainerRisk;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;

/**
 * From how many councils on a shared option costs less than an alternative: V + F/N + K·ln N = A.
 *
 * @param shared F, what is shared, for a council that bears it alone
 * @param own V, what each bears alone
 * @param councils N, or null where there is none, or costs are split by population
 * @param needed the smallest whole number of councils for which it costs no more; null as above, or where the cost rises
 *     again before the next whole number
 */
record BreakEven(
        double shared,
        double own,
        @Nullable Double councils,
        @Nullable Integer needed) {
    /** Rounding alone moves a cost by less, as a part of it. */
    private static final double EQUAL = 1e-12;

    static BreakEven of(WholeLifeOption option, OptionCosts alone, double alternative, double[] factors) {
        DoubleDouble shared = new DoubleDouble();
        boolean byPopulation = false;
        for (int i = 0; i < alone.lines().size(); i++) {
            CostLine line = alone.lines().get(i);
            if (line.isShared()) {
                shared.add(line.amount() * alone.unitValue(i));
                byPopulation |= line.sharing() == Sharing.BY_POPULATION;
            }
        }
        MaintainerRisk risk = option.maintainerRisk();
        if (risk != null && risk.sharing() != null && risk.sharing() != Sharing.LOCAL) {
            shared.add(alone.value(alone.maintainerRiskByYear()));
            byPopulation |= risk.sharing() == Sharing.BY_POPULATION;
        }
        double own = alone.presentValue() - shared.value();
        double coordination = option.coordination() == null ? 0 : option.coordination() * Sums.sum(factors);
        @Nullable Double number = byPopulation ? null : councils(shared.value(), own, coordination, alternative);
        return new BreakEven(
                shared.value(),
                own,
                number,
                number == null ? null : whole(number, shared.value(), own, coordination, alternative));
    }

    /** Rounding can put N just beside a whole number, so that the one below is tried too. */
    private static @Nullable Integer whole(
            double number, double shared, double own, double coordination, double alternative) {
        double first = Math.max(1, Math.floor(number * (1 - EQUAL)));
        double last = Math.max(1, Math.ceil(number * (1 + EQUAL)));
        double rounding = EQUAL * (Math.abs(own) + shared + Math.abs(alternative));
        for (double n = first; n <= last && n <= Integer.MAX_VALUE; n++) {
            if (excess(n, shared, own, coordination, alternative) <= rounding) {
                return (int) n;
            }
        }
        return null;
    }

    private static @Nullable Double councils(double shared, double own, double coordination, double alternative) {
        if (shared <= 0) {
            return null; // sharing changes nothing
        }
        if (coordination == 0) {
            double number = shared / (alternative - own);
            return alternative > own && Double.isFinite(number) ? (Double) number : null;
        }
        double low = Double.MIN_NORMAL;
        double high = shared / coordination; // the cost falls up to here, and rises afterwards
        if (excess(high, shared, own, coordination, alternative) > 0) {
            return null;
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (excess(middle, shared, own, coordination, alternative) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double excess(double n, double shared, double own, double coordination, double alternative) {
        return own + shared / n + coordination * Math.log(n) - alternative;
    }
}
