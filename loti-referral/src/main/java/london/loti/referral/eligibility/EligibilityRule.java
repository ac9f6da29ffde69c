package london.loti.referral.eligibility;

import java.util.Optional;

import london.loti.model.service.Service;

/**
 * One rule about whom a service is for. A council may add its own.
 *
 * <p>A rule must be a pure function and thread-safe. It returns empty where it does not apply: where the service states
 * nothing that it looks at. Where it applies and can't tell, it says {@link EligibilityState#UNKNOWN}; it must keep to
 * that a fact which is added about the resident never turns one answer into the other. Its words must not repeat what is
 * known of the resident.
 */
@FunctionalInterface
public interface EligibilityRule {
    /**
     * {@return what it says of this service and resident; empty where it does not apply}
     *
     * @param service the service
     * @param resident what is known of the resident
     */
    Optional<Reason> check(Service service, ResidentCircumstances resident);
}
