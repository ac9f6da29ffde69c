package london.loti.evaluation.monitor;

/**
 * One unit in a funnel: a row of its table.
 *
 * @param name the unit's name, for example that of a partner
 * @param cases how many of its people are cases
 * @param size how many people it has
 * @param share cases divided by size
 * @param z how many standard errors the share is away from the target, by the normal approximation, before any
 *     allowance for overdispersion
 * @param limits the limits for its size
 * @param position where it lies
 */
public record FunnelUnit(
        String name, long cases, long size, double share, double z, FunnelLimits limits, FunnelPosition position) {}
