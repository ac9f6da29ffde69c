package london.loti.evaluation.proposal;

import java.util.List;

import london.loti.evaluation.estimate.Effect;

/** The rates of services beside each other. Immutable and thread-safe. */
public final class ServiceRates {
    private final List<ServiceRate> rates;
    private final int notShown;
    private final Effect effect;

    ServiceRates(List<ServiceRate> rates, int notShown, Effect effect) {
        this.rates = List.copyOf(rates);
        this.notShown = notShown;
        this.effect = effect;
    }

    /** {@return the services whose counts may be shown, in the order in which they came} */
    public List<ServiceRate> rates() {
        return rates;
    }

    /** {@return the services that somebody should look at, in the order in which they came} */
    public List<ServiceRate> toLookAt() {
        return rates.stream().filter(ServiceRate::lookAt).toList();
    }

    /** {@return how many services have counts that may not be shown} */
    public int notShown() {
        return notShown;
    }

    /**
     * {@return the share of the services to look at that are expected not to be below the threshold, the mean of their
     * probabilities of that; 0 where there is none to look at} It is no more than 1 minus the limit, however many services
     * there are (Newton and others 2004, <a
     * href="https://doi.org/10.1093/biostatistics/5.2.155">doi:10.1093/biostatistics/5.2.155</a>).
     */
    public double expectedFalseShare() {
        return toLookAt().stream()
                .mapToDouble(rate -> 1 - rate.probabilityBelow())
                .average()
                .orElse(0);
    }

    /**
     * {@return the rate of all services together, with the prior as the diagnostics {@code prior a} and {@code prior b};
     * these are absent where services do not differ by more than chance}
     */
    public Effect effect() {
        return effect;
    }
}
