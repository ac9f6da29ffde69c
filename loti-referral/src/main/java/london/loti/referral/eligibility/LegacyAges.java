package london.loti.referral.eligibility;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What three older readers of Open Referral UK 1.0 make of a search for ages: they contradict each other. For councils
 * that must answer as before; {@link AgeRange} is loti's own meaning.
 */
public enum LegacyAges {
    /**
     * As the guidance and the OpenAPI document word it: the service's lowest age is at least the one asked for, its
     * highest at most. A service that lacks the age is left out.
     */
    AS_DOCUMENTED {
        @Override
        boolean holds(AgeRange service, AgeRange asked) {
            return (asked.minimum() == null || least(service.minimum(), asked.minimum()))
                    && (asked.maximum() == null || least(asked.maximum(), service.maximum()));
        }
    },
    /**
     * As the Java implementation does it: all ages that are asked for lie within the service's. A service that lacks
     * either age is left out.
     */
    CONTAINED {
        @Override
        boolean holds(AgeRange service, AgeRange asked) {
            return service.minimum() != null
                    && service.maximum() != null
                    && (asked.minimum() == null || least(asked.minimum(), service.minimum()))
                    && (asked.maximum() == null || least(service.maximum(), asked.maximum()));
        }
    },
    /** As Outpost does it: some age that is asked for lies within the service's, and a missing bound does not limit. */
    OVERLAP {
        @Override
        boolean holds(AgeRange service, AgeRange asked) {
            return (asked.maximum() == null || service.minimum() == null || least(asked.maximum(), service.minimum()))
                    && (asked.minimum() == null
                            || service.maximum() == null
                            || least(service.maximum(), asked.minimum()));
        }
    };

    abstract boolean holds(AgeRange service, AgeRange asked);

    /**
     * {@return whether a search for ages finds a service}
     *
     * @param service the service's ages
     * @param asked the ages that are asked for; a missing bound is not asked for
     */
    public boolean finds(AgeRange service, AgeRange asked) {
        return holds(service, asked);
    }

    /** Whether a value is there and at least so much. */
    private static boolean least(@Nullable BigDecimal value, @Nullable BigDecimal bound) {
        return value != null && bound != null && value.compareTo(bound) >= 0;
    }
}
