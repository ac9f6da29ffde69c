package london.loti.mapping.recipe;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a missing value does to an area's scores. A value is never made up.
 *
 * @param policy the rule
 * @param minimumShare for {@code RENORMALISE}: the least share of a component's weight that must be there for the
 *     component to have a score, from 0 to 1; null for the other policies
 */
public record MissingData(Policy policy, @Nullable Double minimumShare) {

    /** The rules. */
    public enum Policy {
        /** A missing value is an error: no index is made. */
        REFUSE,
        /** A component with a missing part has no score, and so the area has none. */
        PROPAGATE,
        /** The weights of the parts that are there are scaled up; with too few of them the component has no score. */
        RENORMALISE
    }

    /**
     * Checks the share.
     *
     * @param policy the rule
     * @param minimumShare from 0 to 1 for {@code RENORMALISE}; null for the other policies
     * @throws IllegalArgumentException if the share is missing, out of range, or given for a policy that has none
     */
    public MissingData {
        Objects.requireNonNull(policy, "missing data needs a 'policy'");
        if ((minimumShare != null) != (policy == Policy.RENORMALISE)) {
            throw new IllegalArgumentException(
                    "'minimumShare' belongs to RENORMALISE, which needs it, and to no other policy");
        }
        if (minimumShare != null && !(minimumShare >= 0 && minimumShare <= 1)) {
            throw new IllegalArgumentException("'minimumShare' must lie between 0 and 1");
        }
    }

    /** {@return the least share of a component's weight that must be there, 0 to 1: 1 where nothing may be missing} */
    public double leastShare() {
        return minimumShare == null ? 1 : minimumShare;
    }
}
