package london.loti.mapping.recipe;

import java.util.Objects;

/**
 * What a missing value does to an area's scores. A value is never made up.
 *
 * @param policy the rule
 * @param minimumShare for {@code RENORMALISE}: the least share of a component's weight that must be there for the
 *     component to have a score, from 0 to 1
 */
public record MissingData(Policy policy, double minimumShare) {

    /** The rules. */
    public enum Policy {
        /** A missing value is an error: no index is made. */
        REFUSE,
        /** A component with a missing part has no score, and so the area has none. */
        PROPAGATE,
        /** The weights of the parts that are there are scaled up; with too few of them the component has no score. */
        RENORMALISE
    }

    /** Checks the share. */
    public MissingData {
        Objects.requireNonNull(policy, "missing data needs a 'policy'");
        if (!(minimumShare >= 0 && minimumShare <= 1)) {
            throw new IllegalArgumentException("'minimumShare' must lie between 0 and 1");
        }
    }
}
