package london.loti.evaluation.monitor;

/** Where a unit lies in a funnel. */
public enum FunnelPosition {
    /** Below the lower 99.8 per cent limit: chance alone puts one unit of 1,000 there. */
    BELOW_998,
    /** Below the lower 95 per cent limit only. */
    BELOW_95,
    /** Between the 95 per cent limits. */
    WITHIN,
    /** Above the upper 95 per cent limit only. */
    ABOVE_95,
    /** Above the upper 99.8 per cent limit: chance alone puts one unit of 1,000 there. */
    ABOVE_998;

    /** {@return whether it lies outside the 99.8 per cent limits} */
    public boolean isOutside998() {
        return this == BELOW_998 || this == ABOVE_998;
    }

    static FunnelPosition of(double share, FunnelLimits limits) {
        if (share < limits.lower998()) {
            return BELOW_998;
        }
        if (share > limits.upper998()) {
            return ABOVE_998;
        }
        if (share < limits.lower95()) {
            return BELOW_95;
        }
        return share > limits.upper95() ? ABOVE_95 : WITHIN;
    }
}
