package london.loti.evaluation.economics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The internal rates of return: every rate at which a net present value is nought.
 *
 * @param rates all of them between -99 and 100,000 per cent in ascending order, 0.25 for 25 per cent; none where the
 *     flows have no such rate
 * @param signChanges how often the flows turn from negative to positive or back; Descartes' rule allows no more rates
 * @param warning what a reader must know before using one of the rates, in plain words; null where there is just one
 */
public record InternalRate(
        List<Double> rates, int signChanges, @Nullable String warning) {
    /**
     * Copies the rates.
     *
     * @param rates all of them in ascending order
     * @param signChanges how often the flows turn
     * @param warning what a reader must know, or null
     */
    public InternalRate {
        rates = List.copyOf(rates);
    }

    /** {@return the rate, where there is just one; null otherwise} */
    public @Nullable Double only() {
        return rates.size() == 1 ? rates.get(0) : null;
    }
}
