package london.loti.evaluation.monitor;

/**
 * Where the shares of 95 per cent and of 99.8 per cent of units of one size lie if all of them differ by chance only.
 * Interpolated limits of small units can lie below 0, and
 * normal ones above 1 as well; {@link #clamped()} is what a chart shows.
 *
 * @param lower95 2.5 per cent are below
 * @param upper95 2.5 per cent are above
 * @param lower998 0.1 per cent are below
 * @param upper998 0.1 per cent are above
 */
public record FunnelLimits(double lower95, double upper95, double lower998, double upper998) {
    /** {@return the same limits, cut off at 0 and 1} */
    public FunnelLimits clamped() {
        return new FunnelLimits(clamp(lower95), clamp(upper95), clamp(lower998), clamp(upper998));
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
